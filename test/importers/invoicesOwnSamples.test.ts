import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { presentInvoiceFile } from '../../src-main/features/imports/invoiceFormats/presentInvoiceFile.ts';
import { readInvoiceFile } from '../../src-main/features/imports/invoiceFormats/readInvoiceFile.ts';
import { readContext } from '../../src-main/features/imports/sourceFile.ts';
import type { Problem } from '../../src-shared/errors.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'invoices');
const samples = readdirSync(folder).filter((name) => /\.(?:csv|xml)$/.test(name));
const inShort = ({ severity, code, where }: Problem): string =>
  `${severity} ${code}${where?.line === undefined ? '' : ` line ${where.line}`}`;

describe('our own invoice samples', () => {
  it('are all described in the README', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(samples.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it.each(samples)('%s reads as expected', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const shown = presentInvoiceFile(name, await readInvoiceFile({ name, bytes }, readContext, () => null));
    const expected: unknown = JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/, '.expected.json')), 'utf8'));
    expect({
      format: shown.format,
      documents: shown.documents.map((document) => ({ ...document, problems: document.problems.map(inShort) })),
      problems: shown.problems.map(inShort),
      ...(shown.list === undefined ? {} : { list: shown.list }),
    }).toEqual(expected);
  });
});
