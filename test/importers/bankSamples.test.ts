import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entryKeys, leafPayments, wholeStatements, type ParsedBankFile } from '../../src-main/domain/bankStatement.ts';
import { bankReaders, readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { presentBankFile } from '../../src-main/features/imports/formats/presentBankFile.ts';
import { sourceHead } from '../../src-main/features/imports/reader.ts';
import { readContext, type SourceFile } from '../../src-main/features/imports/sourceFile.ts';

const folder = join(import.meta.dirname, '../fixtures/bank');
const samples = readdirSync(folder, { withFileTypes: true })
  .filter((item) => item.isFile() && !/\.(?:json|md)$/.test(item.name))
  .map(({ name }) => name);
const sourceOf = (name: string): SourceFile => ({ name, bytes: readFileSync(join(folder, name)) });
const textFile = (name: string, text: string): SourceFile => ({ name, bytes: Buffer.from(text, 'utf8') });

function parsed(source: SourceFile): ParsedBankFile {
  const result = readBankFile(source, readContext);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('own samples of bank files', () => {
  it('exist', () => {
    expect(samples.length).toBeGreaterThan(10);
  });

  it.each(samples)('%s is recognised by exactly one reader', (name) => {
    const head = sourceHead(sourceOf(name));
    expect(bankReaders.filter((reader) => reader.sniff(head) > 0)).toHaveLength(1);
  });

  it.each(samples)('%s gives what lies beside it', (name) => {
    const expected = join(folder, `${name.replace(/\.[^.]+$/, '')}.expected.json`);
    expect(existsSync(expected)).toBe(true);
    const found: unknown = JSON.parse(JSON.stringify(presentBankFile(name, parsed(sourceOf(name)))));
    expect(found).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });

  it.each(samples)('%s has batches whose parts add up to the booking, and entries that name where they stood', (name) => {
    for (const entry of parsed(sourceOf(name)).statements.flatMap((statement) => statement.entries)) {
      expect(leafPayments(entry).reduce((sum, payment) => sum + payment.amount, 0)).toBe(entry.amount);
      expect(entry.raw).not.toBe('');
      expect(entry.origin).toMatch(/^(?:line \d+(?:-\d+)?|(?:Stmt|Rpt|Ntfctn)\[\d+\]\/Ntry\[\d+\])$/);
    }
  });
});

describe('details that the command line does not show', () => {
  it('keeps every reference and document number of a payment for several invoices, and the amount in the payer’s currency', () => {
    const [, second] = parsed(sourceOf('camt053-08-prefixed-pages.xml')).statements[0]?.entries ?? [];
    expect(second?.structuredReferences.map(({ text }) => text)).toEqual(['RF0320260117', '2202600000000117']);
    expect(second?.documentNumbers).toEqual(['2026-0117']);
    expect(second?.instructed).toEqual({ amount: 65500, currency: 'USD' });
  });

  it('keeps the parts of a batch that name no amounts as clues, never as amounts', () => {
    const entry = parsed(sourceOf('camt053-02-batch-and-return.xml')).statements[0]?.entries[1];
    expect(entry?.payments).toEqual([]);
    expect(entry?.clues.map(({ endToEndId, amount }) => [endToEndId, amount])).toEqual([
      ['A', 0],
      ['B', 0],
    ]);
  });

  it('tells returned payments from others', () => {
    const returned = parsed(sourceOf('mt940-abnamro.sta')).statements.flatMap(({ entries }) => entries.filter(({ isReturn }) => isReturn));
    expect(returned.map(({ amount, returnReason }) => [amount, returnReason])).toEqual([[-20000, 'AM04']]);
  });

  it('reads charges and the original amount of a returned debit', () => {
    const entry = parsed(sourceOf('mt940-german.sta')).statements[0]?.entries[1];
    expect(entry?.instructed).toEqual({ amount: 1000, currency: 'EUR' });
    expect(entry?.isReturn).toBe(true);
  });

  it('joins the pages of a statement on request', () => {
    const { statements } = parsed(sourceOf('mt940-two-pages.sta'));
    const [whole, ...others] = wholeStatements(statements);
    expect(others).toEqual([]);
    expect([whole?.opening?.amount, whole?.closing?.amount, whole?.entries.length, whole?.balanced]).toEqual([10000, 11100, 3, true]);
  });

  it('says that pages are missing when a file holds only one of them', () => {
    const text = readFileSync(join(folder, 'mt940-two-pages.sta'), 'utf8');
    const second = text.slice(text.indexOf(':20:PAGE2'));
    expect(parsed(textFile('second.sta', second)).problems.map(({ code }) => code)).toEqual(['bank-pages-missing']);
  });

  it('keeps the text of a booking as it stood in the file', () => {
    const entry = parsed(sourceOf('camt053-08-reversal-turned.xml')).statements[0]?.entries[0];
    expect(entry?.raw).toBe(
      '<Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-04-01</Dt></BookgDt></Ntry>',
    );
  });
});

describe('the same content in other clothes', () => {
  const name = 'camt053-02-batch-and-return.xml';
  const text = readFileSync(join(folder, name), 'utf8');
  const facts = (source: SourceFile): unknown =>
    parsed(source).statements.map(({ entries, balanced }) => ({ balanced, entries: entries.map((entry) => ({ ...entry, raw: '' })) }));

  it.each(['03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14'])('reads camt.053 version %s the same way', (version) => {
    expect(facts(textFile(name, text.replace('053.001.02', `053.001.${version}`)))).toEqual(facts(sourceOf(name)));
  });

  it.each([
    ['with CRLF', text.replaceAll('\n', '\r\n')],
    ['on one line', text.replace(/\n\s*/g, '')],
    ['without a namespace', text.replace(/ xmlns="[^"]*"/, '')],
    ['with a number in the namespace that does not exist', text.replace('iso:std:iso:20022', 'iso:std:iso:20023')],
    ['with a byte order mark', `\ufeff${text}`],
  ])('reads a file %s the same way', (_how, other) => {
    expect(facts(textFile(name, other))).toEqual(facts(sourceOf(name)));
  });

  it('reads UTF-16 with a byte order mark the same way', () => {
    const bytes = Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect(facts({ name, bytes })).toEqual(facts(sourceOf(name)));
    expect(facts({ name, bytes: Buffer.from(bytes).swap16() })).toEqual(facts(sourceOf(name)));
  });

  it('reads MT940 with CRLF, with blank lines and with trailing blanks the same way', () => {
    const source = readFileSync(join(folder, 'mt940-ing.940'), 'utf8');
    const plain = (file: SourceFile): unknown =>
      parsed(file).statements.map(({ entries }) =>
        entries.map(({ amount, remittance, bankRef, endToEndId }) => ({ amount, remittance, bankRef, endToEndId })),
      );
    const wanted = plain(sourceOf('mt940-ing.940'));
    expect(plain(textFile('a', source.replaceAll('\n', '\r\n')))).toEqual(wanted);
    expect(plain(textFile('b', source.replaceAll('\n', '\r')))).toEqual(wanted);
    expect(plain(textFile('c', source.replaceAll(/\n:(?=\d\d)/g, '\n\n:')))).toEqual(wanted);
  });
});

describe('keys by which a booking is known again', () => {
  it('are the same when a file is read again, and count identical bookings', () => {
    const source = textFile(
      'twins.xml',
      readFileSync(join(folder, 'camt053-08-reversal-turned.xml'), 'utf8').replace(/(<Ntry>.*?<\/Ntry>)/, '$1$1'),
    );
    const first = entryKeys(parsed(source).statements);
    expect(first).toEqual(entryKeys(parsed(source).statements));
    expect(first.map(({ occurrence }) => occurrence)).toEqual([1, 2, 1]);
    expect(first[0]?.key).toBe(first[1]?.key);
    expect(new Set(first.map(({ key, occurrence }) => `${key} ${occurrence}`)).size).toBe(3);
  });

  it('meet across formats in the weak key', () => {
    const mt940 =
      ':20:X\n:25:NL39VRBD0000000101EUR\n:28C:1\n:60F:C260504EUR10,00\n:61:2605050505C1210,00NTRFNONREF//1\n:86:/CNTP/NL90FICT0000000303/FICTNL2A/Handelsonderneming///REMI/USTD//Factuur 2026-0099 min k\norting/\n:62F:C260505EUR1220,00\n-\n';
    const weak = (source: SourceFile): unknown => entryKeys(parsed(source).statements).map(({ weakKey }) => weakKey);
    expect(weak(textFile('a.940', mt940))).toEqual(weak(sourceOf('camt053-04-free-text.xml')));
  });
});
