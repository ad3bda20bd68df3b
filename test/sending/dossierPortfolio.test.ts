/** The dossier as one document: its first pages, its inventory, and every item inside as a file. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenClauses } from '../letters/pdfaClauses.ts';
import { PdfFile, Ref } from '../letters/pdfObjects.ts';
import { pdfText } from '../letters/pdfReading.ts';
import { describeWithTools, run, withPdfFile } from '../letters/pdfTools.ts';
import { bailiff } from './handoverParties.ts';
import { createOffice, type Office } from './office.ts';

let office: Office;
let files: Readonly<Record<string, Uint8Array>>;
let portfolio: Uint8Array;
let file: PdfFile;
let pages: readonly string[];
beforeAll(async () => {
  office = await createOffice('2026-03-02');
  await office.invoice({ number: '2026-001', total: '1210.00' });
  await office.approveAll();
  await office.send();
  // Not due yet when the dossier is made.
  await office.invoice({ number: '2026-044', total: '99.00', issueDate: '2026-03-14', dueDate: '2026-04-13' });
  office.setDay('2026-03-20');
  const [customer] = (await office.call('customers.list', { query: '', onlyOpen: true })).customers;
  if (customer === undefined) throw new Error('no customer');
  const { partyId } = await office.call('handover.saveParty', { partyId: null, fields: bailiff, isStandard: false });
  const made = await office.call('dossier.make', { jobId: office.job(), customerId: customer.customerId, partyId, stopsFollowUp: false });
  files = unzipSync(office.backend.openFile(made.file.token)?.bytes ?? new Uint8Array());
  portfolio = office.backend.openFile(made.portfolio.token)?.bytes ?? new Uint8Array();
  file = new PdfFile(portfolio);
  pages = (await pdfText(portfolio)).split('\f');
}, 60_000);
afterAll(() => office.close());

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const embedded = () => {
  const tree = file.dictionary(file.dictionary(file.catalog.get('Names')).get('EmbeddedFiles'));
  return file.list(tree.get('Names')).filter((value) => value instanceof Ref).map((value) => file.dictionary(value));
};
/** Everything but the first pages, which are pages here, and the list of what is in the archive. */
const itemsOfArchive = () => Object.entries(files).filter(([name]) => name !== '0-samenvatting.pdf' && name !== 'inhoud.csv');
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('the portfolio of a dossier', () => {
  it('keeps to PDF/A-3', () => expect(brokenClauses(portfolio, 3)).toEqual([]));

  it('holds every item of the archive, byte for byte, with its name, what it is, its day and its fingerprint', () => {
    const inside = embedded().map((specification) => {
      const bytes = file.streamOf(file.dictionary(specification.get('EF')).get('F'));
      const item = file.dictionary(specification.get('CI'));
      const parameters = file.dictionary(file.dictionary(file.dictionary(specification.get('EF')).get('F')).get('Params'));
      expect(file.text(item.get('Fingerprint'))).toBe(sha256(bytes));
      expect(parameters.get('Size')).toBe(bytes.length);
      expect(parameters.get('CheckSum')).toEqual(createHash('md5').update(bytes).digest());
      expect(file.text(parameters.get('ModDate'))).toMatch(/^D:2026/);
      expect(file.text(specification.get('Desc'))).not.toBe('');
      expect(['Source', 'Data', 'Supplement']).toContain(file.name(specification.get('AFRelationship')));
      return { name: file.text(specification.get('UF')), hash: sha256(bytes) };
    });
    expect(inside.map(({ hash }) => hash).toSorted()).toEqual(itemsOfArchive().map(([, bytes]) => sha256(bytes)).toSorted());
    // In every list in the same order, whether the viewer sorts by name or by number.
    expect(inside.map(({ name }) => name)).toEqual(inside.map(({ name }) => name).toSorted());
  });

  it('tells viewers in which columns to list them, the first pages staying what is seen first', () => {
    const collection = file.dictionary(file.catalog.get('Collection'));
    expect(collection.has('D')).toBe(false);
    const schema = file.dictionary(collection.get('Schema'));
    const columns = [...schema.keys()].filter((key) => key !== 'Type').map((key) => file.text(file.dictionary(schema.get(key)).get('N')));
    expect(columns).toEqual(['#', 'Bestand', 'Stuk', 'Datum', 'Bytes', 'SHA-256']);
    expect(file.name(file.dictionary(collection.get('Sort')).get('S'))).toBe('Number');
  });

  it('begins with the claim of what has fallen due; what has not is shown and not claimed', () => {
    const [first = ''] = pages.map(plain);
    for (const part of ['Bestemd voor Gerechtsdeurwaarder Duin & Zn, Griffiestraat 4, 1011 AA Amsterdam', 'Schuldeiser', 'Schuldenaar', 'Verzuim vanaf', 'Hoofdsom 1.210,00', 'Betalingsherinnering', 'Wettelijke handelsrente']) expect(first).toContain(part);
    expect(plain(pages.join(' '))).toMatch(/Open, nog niet vervallen en niet gevorderd.*2026-044.*99,00/);
    const claim = JSON.parse(new TextDecoder().decode(files['1-vordering.json'])) as { amounts: Record<string, string>; documents: readonly { number: string; isClaimed: boolean }[] };
    expect(claim.amounts['principal']).toBe('1210.00');
    expect(claim.documents.map(({ number, isClaimed }) => [number, isClaimed])).toEqual([['2026-001', true], ['2026-044', false]]);
  });

  it('has an inventory whose pages and fingerprints are right', () => {
    const at = pages.findIndex((page) => plain(page).includes('Inventaris'));
    const inventory = plain(pages.slice(at).join(' ')).replaceAll(' ', '');
    for (const specification of embedded()) {
      const bytes = file.streamOf(file.dictionary(specification.get('EF')).get('F'));
      expect(inventory, file.text(specification.get('UF'))).toContain(sha256(bytes));
    }
    const named = Number(/Factuur 2026-001 \(kopie\) (\d+) /.exec(plain(pages.slice(at).join(' ')))?.[1]);
    expect(plain(pages[named - 1] ?? '')).toContain('Factuur 2026-001');
    expect(pages[named - 1]).toContain(`Pagina ${named} van ${pages.length}`);
  });

  it('names what a bailiff will miss', () => {
    expect(plain(pages.join(' '))).toContain('De overeenkomst of bestelling, en de algemene voorwaarden.');
    expect(plain(pages.join(' '))).toContain('Een bewijs van levering of oplevering.');
  });
});

describeWithTools('the portfolio in other programs', ['pdfdetach', 'qpdf'], () => {
  it('is sound, and gives back the same files', () => {
    withPdfFile(portfolio, (path, folder) => {
      run('qpdf', ['--check', path]);
      run('pdfdetach', ['-saveall', '-o', folder, path]);
      const taken = readdirSync(folder).filter((name) => join(folder, name) !== path).map((name) => sha256(readFileSync(join(folder, name))));
      expect(taken.toSorted()).toEqual(itemsOfArchive().map(([, bytes]) => sha256(bytes)).toSorted());
    });
  });
});
