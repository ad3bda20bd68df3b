/** `parse`: what a file holds, without a ledger and without leaving anything behind. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeShared, sharedPath } from '../sharedFiles.ts';
import { at, command, file, json, root } from './runCommand.ts';

type Problem = { readonly code: string; readonly where?: { readonly file?: string } };
type BankFile = { readonly file: string; readonly format: string | null; readonly statements: readonly { readonly opening: string; readonly closing: string; readonly entries: readonly object[] }[]; readonly problems: readonly Problem[] };
type InvoiceFile = { readonly file: string; readonly format: string | null; readonly documents: readonly object[]; readonly problems: readonly Problem[] };
const own = (path: string): string => join(root, 'test', 'fixtures', path);
const expected = (path: string): object => JSON.parse(readFileSync(own(path), 'utf8')) as object;

describe('parse bank', () => {
  it('prints nothing but the files, with amounts as decimal strings', async () => {
    const { code, value } = await json<{ files: readonly BankFile[] }>(['parse', 'bank', own('bank/mt940-ing.940')]);
    expect(code).toBe(0);
    expect(Object.keys(value)).toEqual(['files']);
    const [read] = value.files;
    expect(read).toMatchObject({ format: 'mt940', problems: [] });
    expect(Object.keys(read?.statements[0] ?? {})).toEqual(expect.arrayContaining(['account', 'number', 'opening', 'closing', 'currency', 'balanced', 'entries']));
    expect(read?.statements[0]?.opening).toMatch(/^-?\d+\.\d\d$/);
    const fields = ['bookDate', 'valueDate', 'amount', 'currency', 'counterIban', 'counterName', 'remittance', 'structuredRef', 'endToEndId', 'returnReason', 'bankRef'];
    expect(Object.keys(read?.statements[0]?.entries[0] ?? {})).toEqual(expect.arrayContaining(fields));
  });
  it('reads every file of a folder and of the folders in it, and opens no ledger', async () => {
    mkdirSync(at('deep/deeper'), { recursive: true });
    for (const name of ['deep/a.940', 'deep/deeper/b.940']) file(name, readFileSync(own('bank/mt940-ing.940')));
    const { value } = await json<{ files: readonly BankFile[] }>(['parse', 'bank', at('deep')]);
    expect(value.files.map((read) => read.file)).toEqual([at('deep/a.940'), at('deep/deeper/b.940')]);
    expect(existsSync(at('data'))).toBe(false);
  });
  it.each([
    ['a document type', 'hostile.xml', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt/></Document>', 'xml-doctype'],
    ['bytes that are no text', 'binary.sta', new Uint8Array([0, 1, 2, 3, 0, 255]), 'file-binary'],
    ['nothing', 'empty.xml', '', 'file-empty'],
    ['something else', 'letter.txt', 'Geachte heer, mevrouw,\n\nTot ziens.\n', 'format-unknown'],
  ])('refuses a file with %s in words, as data, with exit code 1', async (_what, name, content, code) => {
    const run = await json<{ files: readonly BankFile[] }>(['parse', 'bank', file(name, content)]);
    expect(run.code).toBe(1);
    expect(run.value.files[0]).toMatchObject({ format: null, statements: [], problems: [{ code, severity: 'error', where: { file: name } }] });
  });
  it('reports a path that leads nowhere', async () => {
    expect(await json(['parse', 'bank', at('nowhere.xml')])).toMatchObject({ code: 1, value: { files: [{ format: null, problems: [{ code: 'import-file-gone' }] }] } });
  });
});

describe('parse invoice', () => {
  it('prints the fields of an e-invoice on top, as our own samples expect them', async () => {
    const { code, value } = await json<{ files: readonly object[] }>(['parse', 'invoice', own('invoices/peppol-invoice.xml')]);
    expect(code).toBe(0);
    expect(value.files[0]).toMatchObject({ ...expected('invoices/peppol-invoice.expected.json'), file: own('invoices/peppol-invoice.xml') });
    const fields = ['number', 'type', 'issueDate', 'dueDate', 'dueDateOrigin', 'currency', 'payable', 'receivableEffect', 'customer', 'iban', 'paymentReference', 'orderReference', 'problems'];
    expect(Object.keys(value.files[0] ?? {})).toEqual(expect.arrayContaining(fields));
  });
  it('prints every row of a list', async () => {
    const { value } = await json<{ files: readonly InvoiceFile[] }>(['parse', 'invoice', own('invoices/openstaande-posten.csv')]);
    expect(value.files[0]?.documents.length).toBeGreaterThan(3);
  });
});

type BankIndex = readonly { readonly file: string; readonly expected: { readonly entries?: number } }[];
describeShared('public bank samples', 'bank/fixtures/INDEX.json', () => {
  it('come out with as many bookings as the index says, in one run over the folder', async () => {
    const index = (JSON.parse(readFileSync(sharedPath('bank/fixtures/INDEX.json'), 'utf8')) as BankIndex).filter(({ file: name }) => /^(mt940|camt\/.*053)/.test(name));
    const { value } = await json<{ files: readonly BankFile[] }>(['parse', 'bank', sharedPath('bank/fixtures')]);
    const byPath = new Map(value.files.map((read) => [read.file, read]));
    const read = index.map(({ file: name, expected: counts }) => ({ name, counts, got: byPath.get(sharedPath(`bank/fixtures/${name}`)) })).filter(({ got }) => got?.format !== null);
    expect(read.length).toBeGreaterThan(10);
    for (const { name, counts, got } of read) if (counts.entries !== undefined) expect(got?.statements.flatMap(({ entries }) => entries).length, name).toBe(counts.entries);
  });
});

describe('wrong usage', () => {
  it.each([
    [['nonsense'], /not a command/],
    [['parse'], /not a command/],
    [['parse', 'bank'], /needs at least one path/],
    [['aging'], /needs --ledger/],
    [['aging', '--ledger', 'x', '--to', 'y'], /does not take --to/],
    [['aging', 'what', '--ledger', 'x'], /does not take what/],
    [['demo', '--ledger', 'x', '--as-of', '2026-02-30'], /--as-of takes a date/],
    [['verify', '--ledger', 'x', '--nope'], /nope/],
  ])('%j ends with 2, the usage on the error output, and one document', async (words, text) => {
    const { code, stdout, stderr } = await command([...words, '--json']);
    expect(code).toBe(2);
    expect(stderr).toMatch(text);
    // The usage of the command that was meant, or of all commands when none was recognised.
    expect(stderr).toContain('npm run --silent termijn --');
    expect(stderr).toContain(words[0] === 'nonsense' ? 'import bank --ledger F PATH…' : `  ${words[0] ?? ''} `);
    expect(JSON.parse(stdout)).toMatchObject({ usage: expect.stringMatching(text) as string, problems: [{ code: 'usage' }] });
  });
  it('is told to people without JSON', async () => {
    const { code, stdout, stderr } = await command(['aging']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/needs --ledger/);
  });
  it('is none when help is asked for', async () => expect(await json(['help'])).toMatchObject({ code: 0, value: { commands: expect.arrayContaining(['init', 'send']) as string[] } }));
});
