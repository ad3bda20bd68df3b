/** Files that are recognised as something of the trade but are not read here: each is refused by its own name, never as "unknown". */
import type { ErrorCode } from '../../../../src-shared/errors.ts';
import { peekXml } from '../readXml.ts';
import type { SourceHead } from '../reader.ts';

const xmlRoots: ReadonlyMap<string, ErrorCode> = new Map<string, ErrorCode>([
  ['ApplicationResponse', 'invoice-response-message'],
  ['AttachedDocument', 'invoice-attached-document'],
  ['CrossIndustryInvoice', 'invoice-cii'],
  ['CrossIndustryDocument', 'invoice-cii'],
  ['auditfile', 'invoice-audit-file'],
  ['XMLAuditFile', 'invoice-audit-file'],
  ['Reminder', 'invoice-other-document'],
  ['Statement', 'invoice-other-document'],
  ['DebitNote', 'invoice-other-document'],
  ['SelfBilledInvoice', 'invoice-other-document'],
  ['Order', 'invoice-other-document'],
  ['OrderResponse', 'invoice-other-document'],
  ['DespatchAdvice', 'invoice-other-document'],
  ['Catalogue', 'invoice-other-document'],
  ['Quotation', 'invoice-other-document'],
  ['html', 'invoice-html-table'],
  ['HTML', 'invoice-html-table'],
  ['table', 'invoice-html-table'],
  ['Workbook', 'invoice-html-table'],
]);

/** The code for an XML root that is known but not read; null when the root says nothing. */
export const refusedXmlCode = (root: string): ErrorCode | null => xmlRoots.get(root) ?? null;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

/** Told by content: PDF, the old binary workbook, HTML dressed as a workbook, and XML of another kind. `PK` files are looked into elsewhere. */
export function refusedFileCode(head: SourceHead): { readonly code: ErrorCode; readonly root: string } | null {
  if (startsWith(head.bytes, [0x25, 0x50, 0x44, 0x46])) return { code: 'invoice-pdf', root: 'PDF' };
  if (startsWith(head.bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { code: 'invoice-old-workbook', root: 'XLS' };
  const text = head.text?.trimStart() ?? '';
  if (!text.startsWith('<')) return null;
  const root = (peekXml(text)?.root ?? '').slice(0, 60);
  if (/^<(?:!doctype html|html|table|meta|head)\b/i.test(text)) return { code: 'invoice-html-table', root };
  const code = refusedXmlCode(root);
  return code === null ? null : { code, root };
}
