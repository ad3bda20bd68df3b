/** From an empty ledger to reminders that were sent once, with commands only. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Papa from 'papaparse';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { camtFile, ublFile } from '../importers/importFiles.ts';
import { ownIban, profile } from '../importers/importWorld.ts';
import { at, command, file, json, place } from './runCommand.ts';

const today = '2026-03-04';
const ledger = at('books.termijn');
const on = ['--ledger', ledger, '--today', today];
const received: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onAuth: (auth, _session, done) => (auth.password === 'geheim woord' ? done(null, { user: auth.username }) : done(new Error('wrong password'))),
  onData: (stream, session, done) => {
    stream.resume();
    stream.on('end', () => {
      received.push(...session.envelope.rcptTo.map(({ address }) => address));
      done();
    });
  },
});

const put = ({ name, content }: { name: string; content: string | Uint8Array }): string => file(name, content);
const invoices = ['2026-001', '2026-002', '2026-003'].map((number, index) =>
  put(ublFile({ number, total: `${index + 1}21.00`, issueDate: '2026-01-05', dueDate: '2026-02-04', customer: `Klant ${index + 1} B.V.`, email: `inkoop@klant${index + 1}.example`, contact: 'Noor Voorbeeld' })),
);
const statement = put(camtFile({ name: 'maart.xml', number: '1', opening: 100_000, movements: [{ date: '2026-03-03', cents: 12_100, text: 'factuur 2026-001', ref: 'R1' }, { date: '2026-03-03', cents: 5_000, text: 'iets', iban: 'NL47TEST0300065999', name: 'Onbekend', ref: 'R2' }] }));
const strange = put(camtFile({ name: 'ander.xml', iban: 'NL02TEST0000000999', number: '1', opening: 0, movements: [{ date: '2026-03-03', cents: 100, ref: 'S1' }] }));
const company = file('company.json', JSON.stringify({ name: profile.name, street: profile.street, postcode: profile.postcode, city: profile.city, vatNumber: profile.vatNumber, registrationNumber: profile.registrationNumber, email: 'post@voorbeeld.example', phone: '020 000 00 00', signerName: 'Eva Voorbeeld', ibans: [ownIban], accountName: profile.name }));

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
});

describe('a ledger on the command line', () => {
  it('is made once', async () => {
    expect(await json(['init', '--ledger', ledger, '--company', company])).toMatchObject({ code: 0, value: { name: profile.name, problems: [] } });
    expect(await json(['init', '--ledger', ledger, '--company', company])).toMatchObject({ code: 1, value: { problems: [{ code: 'not-allowed-now', severity: 'error' }] } });
    expect(await json(['init', '--ledger', at('x.termijn'), '--company', at('nowhere.json')])).toMatchObject({ code: 1, value: { problems: [{ code: 'bad-request' }] } });
    expect(await json(['init', '--ledger', at('x.termijn'), '--company', file('odd.json', '{"name":"A","unknown":1}')])).toMatchObject({ code: 1, value: { problems: [{ code: 'bad-request' }] } });
    expect(existsSync(at('x.termijn'))).toBe(false);
  });
  it('takes invoices in, and the same files again change nothing', async () => {
    expect(await json(['import', 'invoices', ...on, ...invoices])).toMatchObject({ code: 0, value: { counts: { documents: 3, customers: 3 }, problems: [] } });
    const before = await json(['aging', ...on]);
    const again = await json(['import', 'invoices', ...on, ...invoices]);
    expect(again).toMatchObject({ code: 0, value: { importId: null, counts: { documents: 0, changed: 0 } } });
    expect(await json(['aging', ...on])).toEqual(before);
    expect(before.value).toMatchObject({ open: '663.00', overdue: '663.00', totals: { days1to30: '663.00' }, unmatched: '0.00' });
  });
  it('takes a statement of its own account in and matches it; the same one again changes nothing', async () => {
    expect(await json(['import', 'bank', ...on, statement])).toMatchObject({ code: 0, value: { counts: { statements: 1, bankEntries: 2, matched: 1, unmatched: 1 } } });
    expect(await json(['import', 'bank', ...on, statement])).toMatchObject({ code: 0, value: { importId: null, counts: { bankEntries: 0 } } });
    expect(await json(['match', ...on])).toMatchObject({ code: 0, value: { booked: 0, unmatched: 1, unmatchedAmount: '50.00' } });
    expect(await json(['aging', ...on])).toMatchObject({ value: { open: '542.00', unmatched: '50.00' } });
    expect(await json(['aging', ...on, '--as-of', '2026-03-02'])).toMatchObject({ value: { asOf: '2026-03-02', open: '663.00', unmatched: '0.00' } });
  });
  it('asks whose an unknown account is, and takes nothing in until that is said', async () => {
    expect(await json(['import', 'bank', ...on, strange])).toMatchObject({ code: 1, value: { importId: null, problems: [{ code: 'bank-account-unanswered', severity: 'error' }] } });
    expect(await json(['import', 'bank', ...on, strange, '--account', 'NL02TEST0000000999=perhaps'])).toMatchObject({ code: 2 });
    expect(await json(['import', 'bank', ...on, strange, '--account', 'NL02 TEST 0000 0009 99=ours'])).toMatchObject({ code: 0, value: { counts: { bankEntries: 1 } } });
  });
  it('refuses hostile files and files of the other kind, and nothing of the command is taken in', async () => {
    const hostile = file('hostile.xml', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "&a;">]><Invoice/>');
    const before = await json(['aging', ...on]);
    expect(await json(['import', 'invoices', ...on, hostile])).toMatchObject({ code: 1, value: { importId: null, problems: [{ code: 'xml-doctype', what: expect.stringMatching(/\w+/) as string }] } });
    expect(await json(['import', 'invoices', ...on, statement])).toMatchObject({ code: 1, value: { problems: [{ code: 'import-other-kind' }] } });
    expect(await json(['import', 'invoices', ...on, at('nowhere')])).toMatchObject({ code: 1, value: { problems: [{ code: 'import-file-gone' }] } });
    expect(await json(['aging', ...on])).toEqual(before);
  });
  it('answers for people too', async () => {
    const { code, stdout } = await command(['aging', ...on]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^open: 542\.00$/m);
  });
  it('knows its DSO', async () => {
    const { value } = await json<{ current: { dso: number; receivables: string }; trend: readonly object[] }>(['dso', ...on]);
    expect(value.current).toMatchObject({ receivables: '542.00', dso: expect.any(Number) as number });
    expect(value.trend.length).toBeGreaterThan(12);
  });
});

type Due = { readonly items: readonly { readonly channel: string; readonly amount: string; readonly customerName: string }[] };
describe('reminders on the command line', () => {
  it('are planned for a day', async () => {
    const { code, value } = await json<Due>(['due', ...on]);
    expect(code).toBe(0);
    expect(value.items.map(({ customerName, amount }) => `${customerName} ${amount}`).toSorted()).toEqual(['Klant 2 B.V. 221.00', 'Klant 3 B.V. 321.00']);
  });
  it('become letters in a folder, and that alone sends nothing', async () => {
    const { code, value } = await json<{ files: readonly { file: string }[] }>(['letters', ...on, '--out', at('letters')]);
    expect(code).toBe(0);
    expect(value.files.map((made) => readFileSync(made.file).subarray(0, 5).toString('latin1'))).toEqual(['%PDF-', '%PDF-']);
    expect((await json<Due>(['due', ...on])).value.items).toHaveLength(2);
  });
  it('are not sent without a mail server, and say so', async () => {
    expect(await json(['send', ...on])).toMatchObject({ code: 1, value: { approved: 2, sent: 0, problems: [{ code: 'send-smtp-missing' }] } });
  });
  it('are sent once, with the password from standard input', async () => {
    const settings = file('smtp.json', JSON.stringify({ host: '127.0.0.1', port: (server.server.address() as AddressInfo).port, security: 'none', user: 'eva', fromName: profile.name, fromAddress: 'post@voorbeeld.example', replyTo: '', maxPerDay: 100 }));
    expect(await json(['smtp', ...on, '--settings', settings], 'geheim woord\n')).toMatchObject({ code: 0, value: { passwordSaved: true } });
    expect(await json(['send', ...on])).toMatchObject({ code: 0, value: { sent: 2, failed: 0, problems: [] } });
    expect(await json(['send', ...on])).toMatchObject({ code: 0, value: { approved: 0, sent: 0 } });
    expect(received.toSorted()).toEqual(['inkoop@klant2.example', 'inkoop@klant3.example']);
    const everything = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(everything.filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes('geheim woord')).map(({ name }) => name)).toEqual([]);
  });
});

type Verified = { readonly ok: boolean; readonly entries: number; readonly postings: number; readonly checks: readonly object[] };
describe('proof, copies and leaving', () => {
  it('restores a backup to the same figures after the ledger is gone', async () => {
    const before = await json<Verified>(['verify', ...on]);
    expect(before).toMatchObject({ code: 0, value: { ok: true, problems: [] } });
    const aging = await json(['aging', ...on]);
    const { code, value } = await json<{ path: string; entries: number }>(['backup', ...on, '--to', at('stick')]);
    expect(code).toBe(0);
    expect(value.entries).toBe(before.value.entries);
    copyFileSync(ledger, at('kept.termijn'));
    rmSync(ledger);
    copyFileSync(value.path, ledger);
    expect(await json(['verify', ...on])).toEqual(before);
    expect(await json(['aging', ...on])).toEqual(aging);
  });
  it('writes everything out, and every table has as many rows as the ledger', async () => {
    expect(await json(['export', ...on, '--to', at('out')])).toMatchObject({ code: 0 });
    const rows = (table: string): readonly Record<string, string>[] => Papa.parse<Record<string, string>>(readFileSync(at(`out/tables/${table}.csv`), 'utf8'), { header: true, skipEmptyLines: true }).data;
    const { value } = await json<Verified>(['verify', ...on]);
    expect([rows('journal_entry').length, rows('posting').length]).toEqual([value.entries, value.postings]);
    expect(rows('document').map(({ number }) => number)).toEqual(['2026-001', '2026-002', '2026-003']);
    expect(await json(['export', ...on, '--to', at('out')])).toMatchObject({ code: 1, value: { problems: [{ severity: 'error' }] } });
  });
  it('refuses a damaged file in words', async () => {
    const damaged = file('damaged.termijn', readFileSync(at('kept.termijn')).subarray(0, 8192));
    expect(await json(['verify', '--ledger', damaged])).toMatchObject({ code: 1, value: { problems: [{ code: 'ledger-damaged' }] } });
    expect(await json(['verify', '--ledger', file('text.termijn', 'no ledger at all')])).toMatchObject({ code: 1, value: { problems: [{ code: expect.stringMatching(/^ledger-/) as string }] } });
    mkdirSync(at('folder'), { recursive: true });
    expect(await json(['verify', '--ledger', at('folder')])).toMatchObject({ code: 1, value: { problems: [{ severity: 'error' }] } });
  });
});
