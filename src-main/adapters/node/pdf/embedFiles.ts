/**
 * Files inside a document as a portfolio: every file with its name, what it is, its day, its size and its fingerprint, and the columns in
 * which a viewer lists them (ISO 32000-1 §7.11.4, §7.11.6 and §12.3.5). A viewer that knows no portfolios shows the pages and the files
 * beside them. The library's own way of adding files writes the checksum as text, where the standard has sixteen bytes, and knows no columns.
 */
import { createHash } from 'node:crypto';
import type { Portfolio, PortfolioFile } from '../../../ports/pdfWriter.ts';

type Reference = { end(data?: Uint8Array): void };
/** What the library keeps to itself. */
type Writer = {
  ref(data: object): Reference;
  addNamedEmbeddedFile(name: string, file: Reference): void;
  readonly _root: { readonly data: Record<string, unknown> };
};

/** A text in the file; plain strings are names to the library. */
const text = (value: string): object => Object(value) as object;
/** A name with what is no letter or digit written in hexadecimal (ISO 32000-1 §7.3.5). */
const nameOf = (value: string): string => value.replaceAll(/[^\w.-]/g, (character) => `#${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

function embedOne(writer: Writer, { name, mime, description, relationship, date, sha256, bytes }: PortfolioFile, number: number): Reference {
  const on = new Date(`${date}T12:00:00Z`);
  const content = writer.ref({
    Type: 'EmbeddedFile',
    Subtype: nameOf(mime),
    Params: { Size: bytes.length, CreationDate: on, ModDate: on, CheckSum: createHash('md5').update(bytes).digest() },
  });
  content.end(bytes);
  const file = writer.ref({
    Type: 'Filespec',
    F: text(name),
    UF: text(name),
    Desc: text(description),
    AFRelationship: relationship,
    EF: { F: content, UF: content },
    CI: { Type: 'CollectionItem', Number: number, Fingerprint: text(sha256) },
  });
  file.end();
  return file;
}

/** Puts the files into a document that was just begun. The order of the list is the order in every viewer. */
export function embedFiles(document: PDFKit.PDFDocument, { files, columns }: Pick<Portfolio, 'files' | 'columns'>): void {
  const writer = document as unknown as Writer;
  const width = String(files.length).length;
  const embedded = files.map((file, index) => {
    const reference = embedOne(writer, file, index + 1);
    // The tree is sorted by its keys, and names of files are not: figures of one width keep the order.
    writer.addNamedEmbeddedFile(String(index + 1).padStart(width, '0'), reference);
    return reference;
  });
  const column = (Subtype: string, name: string, O: number): object => ({ Type: 'CollectionField', Subtype, N: text(name), O, V: true, E: false });
  writer._root.data['AF'] = embedded;
  writer._root.data['Collection'] = {
    Type: 'Collection',
    View: 'D',
    Schema: {
      Type: 'CollectionSchema',
      Number: column('N', columns.number, 0),
      File: column('F', columns.file, 1),
      Description: column('Desc', columns.description, 2),
      Date: column('ModDate', columns.date, 3),
      Size: column('Size', columns.size, 4),
      Fingerprint: column('S', columns.fingerprint, 5),
    },
    Sort: { Type: 'CollectionSort', S: 'Number', A: true },
  };
}
