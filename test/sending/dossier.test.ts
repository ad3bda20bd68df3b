/** One archive for who takes a debt over: what lies in it is what the ledger holds. */
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CustomerId, HandoverPartyId } from '../../src-shared/ids.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { ublFile } from '../importers/importFiles.ts';
import { pdfText } from '../letters/pdfReading.ts';
import { bailiff } from './handoverParties.ts';
import { company, createOffice, type Office } from './office.ts';

let office: Office;
let customerId: CustomerId;
let partyId: HandoverPartyId;
beforeEach(async () => {
  office = await createOffice('2026-03-02');
  await office.invoice({ number: '2026-001', total: '121.00' });
  await office.approveAll();
  await office.send();
  const [customer] = (await office.call('customers.list', { query: '', onlyOpen: true })).customers;
  if (customer === undefined) throw new Error('no customer');
  customerId = customer.customerId;
  partyId = (await office.call('handover.saveParty', { partyId: null, fields: bailiff, isStandard: false })).partyId;
  await office.call('customers.addNote', { customerId, kind: 'note', text: 'Belt terug; ="formule"', reason: null });
});
afterEach(() => office.close());

async function dossier(stopsFollowUp: boolean): Promise<{ readonly files: Readonly<Record<string, Uint8Array>>; readonly handedOverTo: string | null; readonly bytes: Uint8Array; readonly portfolio: Uint8Array }> {
  const made = await office.call('dossier.make', { jobId: office.job(), customerId, partyId, stopsFollowUp });
  const archive = office.backend.openFile(made.file.token);
  const portfolio = office.backend.openFile(made.portfolio.token);
  if (archive === null || portfolio === null) throw new Error('no file');
  return { files: unzipSync(archive.bytes), handedOverTo: made.handedOverTo, bytes: archive.bytes, portfolio: portfolio.bytes };
}
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe('a dossier of a French-speaking company', () => {
  it('has its names and heads in French', async () => {
    await office.close();
    office = await createOffice('2026-03-02', { ...company, language: 'fr', country: 'BE' });
    await office.invoice({ number: '2026-001', total: '121.00' });
    const [customer] = (await office.call('customers.list', { query: '', onlyOpen: true })).customers;
    customerId = customer?.customerId ?? customerId;
    partyId = (await office.call('handover.saveParty', { partyId: null, fields: bailiff, isStandard: false })).partyId;
    const { files, portfolio } = await dossier(false);
    expect(await pdfText(portfolio)).toContain('Inventaire');
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['0-resume.pdf', '2-factures/2026-001.pdf', '5-historique/contacts.csv', 'contenu.csv']));
    expect(text(files['5-historique/contacts.csv'])).toContain('nom;fonction;e-mail;téléphone');
  });
});

describe('a dossier', () => {
  it('has the claim, its calculation, the invoice with its original, the message as sent with its proof, and the history', async () => {
    const { files } = await dossier(false);
    const names = Object.keys(files);
    expect(names).toEqual(expect.arrayContaining(['0-samenvatting.pdf', '1-berekening.pdf', '2-facturen/2026-001.pdf', '2-facturen/2026-001-origineel-2026-001.xml', '5-historie/boekingen.csv', '5-historie/contacten.csv', '5-historie/gesprekken-betwistingen-toezeggingen.csv', 'inhoud.csv']));
    expect(names.some((name) => /^4-berichten\/2026-03-02-reminder-1-.*\.pdf$/.test(name))).toBe(true);
    expect(names.some((name) => /^4-berichten\/.*-bewijs\.pdf$/.test(name))).toBe(true);
    expect(text(files['0-samenvatting.pdf']).slice(0, 5)).toBe('%PDF-');
    // Foreign text must not become a formula in a spreadsheet.
    expect(text(files['5-historie/gesprekken-betwistingen-toezeggingen.csv'])).toContain('Belt terug');
  });

  it('has letters outside follow-up under their own names, and does not count them among the demands', async () => {
    office.setDay('2026-03-05');
    await office.call('correspondence.approve', { customerId, kind: 'account-statement', channel: 'email', bankEntryId: null, note: '' });
    await office.send();
    const { files, portfolio } = await dossier(false);
    expect(Object.keys(files).some((name) => /^4-berichten\/2026-03-05-account-statement-.*\.pdf$/.test(name))).toBe(true);
    const asked = (JSON.parse(text(files['1-vordering.json'])) as { readonly messages: readonly { readonly on: string }[] }).messages;
    expect(asked.map(({ on }) => on)).toEqual(['2026-03-02']);
    const printed = await pdfText(portfolio);
    expect(printed).toContain('Rekeningoverzicht');
    expect(printed).not.toContain('account-statement van');
  });

  it('names every file with its fingerprint', async () => {
    const { files } = await dossier(false);
    const lines = text(files['inhoud.csv']).replace('\uFEFF', '').trim().split('\r\n').slice(1).map((line) => line.split(';'));
    expect(new Set(lines.map(([name]) => name))).toEqual(new Set(Object.keys(files).filter((name) => name !== 'inhoud.csv')));
    for (const [name = '', size, hash] of lines) {
      const bytes = files[name] ?? new Uint8Array();
      expect([String(bytes.length), createHash('sha256').update(bytes).digest('hex')], name).toEqual([size, hash]);
    }
  });

  it('has the same bytes when it is made twice', async () => {
    const [first, second] = [await dossier(false), await dossier(false)];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    expect(Buffer.compare(first.portfolio, second.portfolio)).toBe(0);
  });

  it('stops our own follow-up when asked, and says whose it is now', async () => {
    expect((await dossier(false)).handedOverTo).toBeNull();
    expect((await dossier(true)).handedOverTo).toBe('Duin & Zn');
    office.setDay('2026-06-01');
    const batch = await office.call('batch.list', {});
    expect(batch.items).toEqual([]);
    expect(batch.held).toMatchObject([{ reason: { code: 'held-handed-over', params: { to: 'Duin & Zn', sinceDate: '2026-03-02' } }, until: null }]);
  });

  it('asks no interest and no costs that no letter may ask yet', async () => {
    const [item] = (await office.call('customers.get', { customerId })).openItems;
    if (item === undefined) throw new Error('nothing open');
    await office.call('customers.openDispute', { documentId: item.documentId, cents: item.open, reason: 'niet geleverd' });
    const claims = await office.call('law.claims', { customerId });
    expect(claims.rows[0]).toMatchObject({ notBefore: { code: 'law-disputed' } });
    expect(claims.interestCents).toBeGreaterThan(0);
    const summary = await pdfText((await dossier(false)).files['0-samenvatting.pdf'] ?? new Uint8Array());
    expect(summary.replaceAll(/\s+/g, ' ')).toContain('Rente 0,00');
    expect(summary).not.toContain('Rente per dag');
  });

  it('proves where a letter went, also when the customer moved since', async () => {
    await office.close();
    office = await createOffice('2026-03-02');
    await office.take([ublFile({ number: '2026-001', total: '121.00' })]);
    await office.approveAll();
    const [letter] = await office.outbox();
    if (letter === undefined) throw new Error('no letter');
    customerId = letter.customerId;
    partyId = (await office.call('handover.saveParty', { partyId: null, fields: bailiff, isStandard: false })).partyId;
    await office.call('outbox.markPosted', { messageIds: [letter.messageId], on: plainDate('2026-03-02') });
    const { fields } = await office.call('customers.get', { customerId });
    await office.call('customers.save', { customerId, fields: { ...fields, street: 'Nieuwe Weg 1' } });
    const { files } = await dossier(false);
    const [name = ''] = Object.keys(files).filter((one) => one.endsWith('-bewijs.pdf'));
    const proof = await pdfText(files[name] ?? new Uint8Array());
    expect(proof).toContain('Dorpsstraat 12');
    expect(proof).not.toContain('Nieuwe Weg');
  });

  it('of a customer that is not here is refused', async () => {
    expect(await office.ask('dossier.make', { jobId: office.job(), customerId: 99_999, partyId: null, stopsFollowUp: false })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
