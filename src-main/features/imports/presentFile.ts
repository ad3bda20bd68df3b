/** What a file holds, without a ledger: for the command line, for scripts and for whoever wants to know what an import would see. */
import { readBankFile } from './formats/index.ts';
import { type PresentedBankFile, presentBankFile, presentRefusedFile } from './formats/presentBankFile.ts';
import { type PresentedInvoiceFile, presentInvoiceFile } from './invoiceFormats/presentInvoiceFile.ts';
import { readInvoiceFile } from './invoiceFormats/readInvoiceFile.ts';
import { readContext, type SourceFile } from './sourceFile.ts';

export type PresentedFile = PresentedBankFile | PresentedInvoiceFile;

/** Reads one file as a bank file or as an invoice file; nothing is stored. What is wrong with it stands in `problems`. */
export async function presentFile(kind: 'bank' | 'invoice', source: SourceFile): Promise<PresentedFile> {
  if (kind === 'invoice') return presentInvoiceFile(source.name, await readInvoiceFile(source, readContext, () => null));
  const read = readBankFile(source, readContext);
  return read.ok ? presentBankFile(source.name, read.value) : presentRefusedFile(source.name, null, read.error);
}
