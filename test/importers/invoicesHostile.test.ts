import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewInvoiceFile } from '../../src-main/features/imports/invoiceFormats/importPreview.ts';
import { presentInvoiceFile } from '../../src-main/features/imports/invoiceFormats/presentInvoiceFile.ts';
import { readInvoiceFile } from '../../src-main/features/imports/invoiceFormats/readInvoiceFile.ts';
import { readContext } from '../../src-main/features/imports/sourceFile.ts';
import { errorMessage } from '../../src-shared/locales/errorMessage.ts';
import { sumCents } from '../../src-shared/money.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'invoices');
const samples = readdirSync(folder)
  .filter((name) => /\.(?:csv|xml)$/.test(name))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (bytes: Uint8Array) => readInvoiceFile({ name: 'bestand', bytes }, readContext, () => null);

const invoice = (inside: string): string => `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">${inside}</Invoice>`;
const bomb = `<!DOCTYPE Invoice [<!ENTITY a "${'x'.repeat(100)}">${Array.from({ length: 9 }, (_, index) => `<!ENTITY b${index} "&a;&a;&a;">`).join('')}]>${invoice('&b8;')}`;
const number = '<ID>1</ID><IssueDate>2026-01-01</IssueDate>';

describe('a hostile invoice file', () => {
  const cases: readonly (readonly [string, () => Uint8Array, string])[] = [
    ['an empty file', () => new Uint8Array(), 'file-empty'],
    ['nothing but blanks', () => bytesOf('  \r\n \n'), 'file-empty'],
    ['a document type declaration', () => bytesOf(`<!DOCTYPE Invoice SYSTEM "file:///etc/passwd">${invoice(number)}`), 'xml-doctype'],
    ['an entity bomb', () => bytesOf(bomb), 'xml-doctype'],
    [
      'a document type declaration in UTF-16',
      () => new Uint8Array(Buffer.from(`\ufeff<!DOCTYPE Invoice>${invoice(number)}`, 'utf16le')),
      'xml-doctype',
    ],
    ['an undeclared entity', () => bytesOf(invoice(`${number}<Note>&evil;</Note>`)), 'xml-malformed'],
    ['an invoice that is cut off', () => bytesOf(invoice(number).slice(0, -5)), 'xml-malformed'],
    ['elements a thousand deep', () => bytesOf(invoice('<Note>'.repeat(1000))), 'xml-too-deep'],
    [
      'a note of fifty million characters',
      () => bytesOf(invoice(`${number}<Note>${'x'.repeat(50_000_000)}</Note>`)),
      'file-field-too-long',
    ],
    ['a line of fifty million characters', () => bytesOf(`Klant;Factuurnummer\n${'x'.repeat(50_000_000)}`), 'file-too-large'],
    ['a line of five million characters', () => bytesOf(`Klant;Factuurnummer\n${'x'.repeat(5_000_000)}`), 'file-line-too-long'],
    ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'file-binary'],
    ['an old workbook', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'invoice-old-workbook'],
    ['a web page with the name of a workbook', () => bytesOf('<html><table><tr><td>Klant</td></tr></table></html>'), 'invoice-html-table'],
    ['an order', () => bytesOf('<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'), 'invoice-other-document'],
    ['an unknown XML file', () => bytesOf('<recept><ei/></recept>'), 'invoice-xml-unknown'],
    ['a list with a million columns', () => bytesOf(`Klant;Factuurnummer;Bedrag${';'.repeat(999_000)}\n`), 'table-too-large'],
  ];

  it.each(cases)('%s is refused in words, within two seconds', async (_name, make, code) => {
    const bytes = make();
    const started = performance.now();
    const result = await read(bytes);
    const took = performance.now() - started;
    expect(result.ok ? 'read' : result.error[0]?.code).toBe(code);
    expect(took).toBeLessThan(2_000);
    if (result.ok || result.error[0] === undefined) return;
    for (const language of ['nl', 'en', 'fr'] as const) {
      const { what, why, todo } = errorMessage(result.error[0], language);
      expect([what, why, todo].every((sentence) => sentence.length > 10 && !sentence.includes('{{'))).toBe(true);
    }
  });

  it('keeps the size of an attachment over the limit and drops its content', async () => {
    const holder = (base64: string): string =>
      `${number}<AdditionalDocumentReference><Attachment><EmbeddedDocumentBinaryObject filename="a.pdf">${base64}</EmbeddedDocumentBinaryObject></Attachment></AdditionalDocumentReference><LegalMonetaryTotal><PayableAmount currencyID="EUR">1</PayableAmount></LegalMonetaryTotal>`;
    const result = await read(bytesOf(invoice(holder('JVBE'.repeat(8_500_000)))));
    if (!result.ok || result.value.kind !== 'e-invoice') throw new Error('not read');
    const [document] = result.value.documents;
    expect(document?.attachments[0]).toMatchObject({ byteCount: 25_500_000, content: null, filename: 'a.pdf' });
    expect(document?.problems.map((one) => one.code)).toContain('invoice-attachment-too-large');
  });
});

describe('reading invoice files', () => {
  const mutated = fc
    .record({
      sample: fc.constantFrom(...samples),
      cuts: fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255), kind: fc.constantFrom('set', 'drop', 'insert') }), {
        minLength: 1,
        maxLength: 12,
      }),
      end: fc.nat(),
    })
    .map(({ sample, cuts, end }) => {
      const bytes = [...sample.bytes];
      for (const { at, byte, kind } of cuts) {
        const index = at % (bytes.length + 1);
        if (kind === 'set') bytes[index] = byte;
        else bytes.splice(index, kind === 'drop' ? 3 : 0, ...(kind === 'drop' ? [] : [byte]));
      }
      return Uint8Array.from(end % 4 === 0 ? bytes.slice(0, end % (bytes.length + 1)) : bytes);
    });

  it('never throws on damaged bytes, and what it gives always adds up', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (bytes) => {
        const result = await read(bytes);
        const shown = presentInvoiceFile('bestand', result);
        expect(() => JSON.stringify(shown)).not.toThrow();
        if (!result.ok) {
          expect(result.error.length).toBeGreaterThan(0);
          return;
        }
        const documents = result.value.kind === 'list' ? result.value.content.documents : result.value.documents;
        for (const document of documents) {
          expect(document.total).toBe(document.open + document.paid);
          expect(document.number).not.toBe('');
          expect(document.issueDate ?? document.dueDate).not.toBeNull();
        }
        const preview = previewInvoiceFile('bestand', result.value);
        expect(sumCents(preview.sums.map((sum) => sum.open))).toBe(sumCents(documents.map((document) => document.open)));
        expect(preview.claims + preview.credits + preview.settled).toBe(documents.length);
      }),
      { numRuns: 400 },
    );
  });

  it('never throws on arbitrary text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 2000 }), async (text) => {
        const result = await read(bytesOf(text));
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same answer every time', async () => {
    for (const { bytes } of samples) expect(await read(bytes)).toEqual(await read(bytes));
  });
});
