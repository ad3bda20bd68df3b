/** Files embedded in an e-invoice. They are decoded with a limit, looked at by their leading bytes, and never opened or fetched. */
import type { ParsedAttachment } from '../../../domain/receivable/parsedDocument.ts';
import { type Problem, problem } from '../../../../src-shared/errors.ts';
import { type XmlElement, xmlChild, xmlChildren } from '../readXml.ts';

/** Decoded size above which the content is left out; its name and size stay visible. */
export const attachmentLimitBytes = 25_000_000;

export type ReadAttachments = { readonly attachments: readonly ParsedAttachment[]; readonly problems: readonly Problem[] };

const nonEmpty = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text.trim());

/** Reads `AdditionalDocumentReference/Attachment/EmbeddedDocumentBinaryObject`. A file name is only ever shown, never used as a path. */
export function readUblAttachments(document: XmlElement, file: string): ReadAttachments {
  const attachments: ParsedAttachment[] = [];
  const problems: Problem[] = [];
  for (const reference of xmlChildren(document, 'AdditionalDocumentReference')) {
    const binary = xmlChild(reference, 'Attachment', 'EmbeddedDocumentBinaryObject');
    if (binary === null) continue;
    const base64 = binary.text.replace(/[^A-Za-z0-9+/]/g, '');
    if (base64 === '') continue;
    const byteCount = Math.floor((base64.length * 3) / 4);
    const filename = nonEmpty(binary.attributes['filename']);
    const isTooLarge = byteCount > attachmentLimitBytes;
    if (isTooLarge) {
      const params = { name: filename ?? '', bytes: byteCount, limit: attachmentLimitBytes };
      problems.push(problem('warning', 'invoice-attachment-too-large', params, { file, path: 'AdditionalDocumentReference' }));
    }
    const content = isTooLarge ? null : new Uint8Array(Buffer.from(base64, 'base64'));
    const start = Buffer.from(base64.slice(0, 8), 'base64').toString('latin1');
    attachments.push({
      filename,
      mime: nonEmpty(binary.attributes['mimeCode']),
      byteCount: content === null ? byteCount : content.length,
      startsWithPdf: start.startsWith('%PDF-'),
      content,
    });
  }
  return { attachments, problems };
}
