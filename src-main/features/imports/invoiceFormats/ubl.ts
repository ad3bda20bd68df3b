/**
 * The reader of UBL invoices and credit notes, bare or in the transport wrapper of the Peppol network. The root name decides, under any
 * prefix. Only the header is built; lines, extensions and signatures are walked past, so a large invoice costs no memory.
 * Other documents of the same family are refused by their name.
 */
import type { ParsedDocument } from '../../../domain/receivable/parsedDocument.ts';
import { appError, type AppError, type Problem, problem } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import type { Reader } from '../reader.ts';
import { peekXml, readXml, type XmlElement } from '../readXml.ts';
import type { ReadContext, SourceFile } from '../sourceFile.ts';
import { refusedXmlCode } from './refusedFormats.ts';
import { readUblDocument } from './ublDocument.ts';

/** An invoice with its attachments; larger files are no invoice. */
const ublFileLimitBytes = 60_000_000;
/** Longest base64 text of an attachment that is still taken in; every other element keeps the limit of the context. */
const embeddedTextLimit = 50_000_000;

const documentRoots = new Set(['Invoice', 'CreditNote']);
const wrapperRoot = 'StandardBusinessDocument';
/** Header parts that no receivable needs and that can be large. */
const walkedPast = new Set([
  'InvoiceLine',
  'CreditNoteLine',
  'UBLExtensions',
  'Signature',
  'TaxTotal',
  'AllowanceCharge',
  'WithholdingTaxTotal',
]);

/** The first element of a subtree whose text is longer than allowed, as a path; attachments have their own limit. */
function tooLongAt(element: XmlElement, limit: number, path: string): string | null {
  if (element.name !== 'EmbeddedDocumentBinaryObject' && element.text.length > limit) return path;
  for (const child of element.children) {
    const found = tooLongAt(child, limit, `${path}/${child.name}`);
    if (found !== null) return found;
  }
  return null;
}

type Found = { readonly roots: readonly XmlElement[]; readonly refusedRoot: string | null; readonly error: AppError | null };

function collectDocuments(source: SourceFile, context: ReadContext): Found {
  const roots: XmlElement[] = [];
  let refusedRoot: string | null = null;
  let current: { name: string; depth: number; children: XmlElement[] } | null = null;
  const limits = { ...context.limits, fileBytes: Math.min(context.limits.fileBytes, ublFileLimitBytes), fieldLength: embeddedTextLimit };
  const error = readXml(
    source,
    { ...context, limits },
    {
      onOpen: (name, _attributes, depth) => {
        if (current !== null) return walkedPast.has(name) ? 'skip' : 'build';
        if (documentRoots.has(name) && depth <= 2) {
          current = { name, depth, children: [] };
          return 'enter';
        }
        if (depth === 1 && name === wrapperRoot) return 'enter';
        if (name !== 'StandardBusinessDocumentHeader') refusedRoot ??= name;
        return 'skip';
      },
      onSubtree: (element) => {
        current?.children.push(element);
      },
      onClose: (_name, depth) => {
        if (current === null || current.depth !== depth) return;
        roots.push({ name: current.name, attributes: {}, children: current.children, text: '' });
        current = null;
      },
      withoutText: new Set(),
    },
  );
  return { roots, refusedRoot, error };
}

function parseUbl(source: SourceFile, context: ReadContext): Result<readonly ParsedDocument[], readonly Problem[]> {
  const { roots, refusedRoot, error } = collectDocuments(source, context);
  if (error !== null) return err([{ ...error, severity: 'error' }]);
  const where = { file: source.name };
  if (roots.length === 0) {
    const code = refusedXmlCode(refusedRoot ?? '') ?? 'invoice-xml-unknown';
    return err([problem('error', code, { file: source.name, root: (refusedRoot ?? '').slice(0, 60) }, where)]);
  }
  const documents: ParsedDocument[] = [];
  const problems: Problem[] = [];
  for (const root of roots) {
    const path = tooLongAt(root, context.limits.fieldLength, root.name);
    if (path !== null) {
      const params = { file: source.name, path, limit: context.limits.fieldLength };
      return err([{ ...appError('file-field-too-long', params, { ...where, path }), severity: 'error' }]);
    }
    const read = readUblDocument(root, source.name);
    if (read.document === null) problems.push(...read.problems);
    else documents.push(read.document);
  }
  return problems.length > 0 ? err(problems) : ok(documents);
}

/** UBL 2.x Invoice and CreditNote. Every problem names the path; findings stand with the document in `problems`. */
export const ubl: Reader<readonly ParsedDocument[]> = {
  id: 'ubl',
  label: 'UBL (Peppol BIS 3, NLCIUS, SI-UBL, UBL.BE)',
  kind: 'invoice',
  sniff: (head) => {
    const peek = head.text === null ? null : peekXml(head.text);
    if (peek === null) return 0;
    if (documentRoots.has(peek.root)) return peek.namespace?.includes('ubl') === true ? 95 : 60;
    return peek.root === wrapperRoot ? 80 : 0;
  },
  parse: parseUbl,
};

/** A name for the profile of a document from its CustomizationID, for the preview; an unknown id is no reason to refuse anything. */
export function ublProfile(customizationId: string | null): string {
  if (customizationId === null) return 'UBL';
  if (customizationId.includes('gaccount')) return 'NLCIUS, G-rekening';
  if (customizationId.includes('energie-efactuur')) return 'NLCIUS, SEeF';
  if (customizationId.includes('nlcius')) return 'NLCIUS (SI-UBL 2.0)';
  if (customizationId.includes('UBL.BE')) return 'UBL.BE';
  if (customizationId.includes('poacc:billing:3')) return 'Peppol BIS Billing 3.0';
  if (customizationId.includes('simplerinvoicing.org:si')) return 'SI-UBL 1';
  return customizationId === '1.0' ? 'e-FFF' : 'UBL';
}
