/** The steps after the reminders, through the whole program: what they ask, when they may, and what is not sent. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { company, createOffice, type Office } from './office.ts';

type Item = OutputOf<'batch.list'>['items'][number];

let office: Office;
beforeEach(async () => {
  office = await createOffice('2026-03-02', { ...company, tagline: 'Onderhoud van cv-ketels' });
});
afterEach(() => office.close());

const customerNamed = async (name: string) => {
  const found = (await office.call('customers.list', { query: name, onlyOpen: false })).customers[0];
  if (found === undefined) throw new Error(`no customer ${name}`);
  return found.customerId;
};
const hoek = 'Bouwbedrijf De Hoek B.V.';

async function change(name: string, fields: Partial<OutputOf<'customers.get'>['fields']>): Promise<void> {
  const customerId = await customerNamed(name);
  const known = await office.call('customers.get', { customerId });
  await office.call('customers.save', { customerId, fields: { ...known.fields, ...fields } });
}

const settle = async (settings: Partial<OutputOf<'law.settings'>>) => office.call('law.saveSettings', { ...(await office.call('law.settings', {})), ...settings });

async function due(day: string): Promise<readonly Item[]> {
  office.setDay(day);
  return (await office.call('batch.list', {})).items;
}
/** The one message of a day; what is blocked too. */
async function only(day: string): Promise<Item> {
  const items = await due(day);
  const [item] = items;
  if (item === undefined || items.length !== 1) throw new Error(`${items.length} messages on ${day}`);
  return item;
}
const held = async () => (await office.call('batch.list', {})).held.map(({ reason, documents }) => [reason.code, ...documents.map(({ number }) => number)]);
const approve = (...items: readonly Item[]) => office.call('batch.approve', { jobId: office.job(), messageIds: items.map(({ messageId }) => messageId), evenThoughBankIsOld: true });

/** Sends and posts everything that is due on a day, one by one; answers the steps that went. */
async function sendAll(day: string): Promise<readonly string[]> {
  const items = await due(day);
  for (const item of items) expect(await approve(item)).toMatchObject({ refused: [] });
  await office.send();
  const letters = (await office.outbox()).filter(({ state, channel }) => state === 'approved' && channel === 'letter').map(({ messageId }) => messageId);
  if (letters.length > 0) await office.call('outbox.markPosted', { messageIds: letters, on: plainDate(day) });
  return items.map(({ step }) => step);
}
const textOf = async ({ messageId }: Item): Promise<string> => (await office.call('batch.preview', { messageId })).text.replaceAll('\u00a0', ' ');

describe('a business that does not pay', () => {
  it('is asked interest and forty euros by a demand, with every line of it, and in the end a letter before others take over', async () => {
    await office.invoice({ number: '2026-001', total: '1210.00' });
    expect(await sendAll('2026-03-02')).toEqual(['reminder-1']);
    expect(await sendAll('2026-03-12')).toEqual(['reminder-2']);
    const demand = await only('2026-03-23');
    // 1,210.00 from 15 February up to and including 23 March: 37 days at 10.15 %.
    expect(demand).toMatchObject({ step: 'demand-1', cents: 126_245, chargesCents: 5_245, blocked: null });
    const text = await textOf(demand);
    expect(text).toContain('1.262,45');
    expect(text).toContain('12,45');
    expect(text).toContain('wettelijk minimum');
    expect(await sendAll('2026-03-23')).toEqual(['demand-1']);
    expect(await sendAll('2026-04-02')).toEqual(['default-notice']);
    expect(await sendAll('2026-04-17')).toEqual(['pre-legal-letter']);
    expect(await due('2026-05-01')).toEqual([]);
    expect((await office.call('today.overview', {})).decide.map(({ kind }) => kind)).toContain('step-unavailable');
    expect((await office.outbox()).map(({ step, state }) => [step, state])).toEqual([
      ['pre-legal-letter', 'sent'],
      ['default-notice', 'sent'],
      ['demand-1', 'sent'],
      ['reminder-2', 'sent'],
      ['reminder-1', 'sent'],
    ]);
  });

  it('is not asked interest that was waived, nor what was booked already', async () => {
    await office.invoice({ number: '2026-001', total: '1210.00' });
    await sendAll('2026-03-02');
    await sendAll('2026-03-12');
    const customerId = await customerNamed(hoek);
    await office.call('law.decide', { customerId, documentId: null, what: 'interest', decision: 'waive', reason: 'coulance' });
    expect(await only('2026-03-23')).toMatchObject({ chargesCents: 4_000 });
    await office.call('law.decide', { customerId, documentId: null, what: 'costs', decision: 'waive', reason: 'coulance' });
    expect(await only('2026-03-23')).toMatchObject({ cents: 121_000, chargesCents: 0, blocked: null });
  });

  it('reads the rate as it was agreed, with all its decimals, and the amount is worked out with them', async () => {
    await office.invoice({ number: '2026-001', total: '12100.00' });
    const customerId = await customerNamed(hoek);
    await office.call('law.saveCustomer', { customerId, law: { isTreatedAsConsumer: false, isTermAgreed: null, interestPercent: '8.1275', isSimple: false, afterPayment: null } });
    await sendAll('2026-03-02');
    await sendAll('2026-03-12');
    const demand = await only('2026-03-23');
    // 37 days at 8.1275 %: 99.69; at 8.12 % it would be 99.60. A further day: 2.69.
    expect(demand).toMatchObject({ chargesCents: 9_969 + 4_000, blocked: null });
    const text = await textOf(demand);
    expect(text).toContain('8,1275%');
    expect(text).toContain('€ 2,69');
  });

  it('does not get an approved demand for interest that was waived before it went', async () => {
    await office.invoice({ number: '2026-001', total: '1210.00' });
    await sendAll('2026-03-02');
    await sendAll('2026-03-12');
    await approve(await only('2026-03-23'));
    await office.call('law.decide', { customerId: await customerNamed(hoek), documentId: null, what: 'interest', decision: 'waive', reason: 'coulance' });
    expect(await office.call('outbox.send', { jobId: office.job(), evenThoughBankIsOld: true })).toMatchObject({ sent: 0, cancelled: 1 });
    expect((await office.outbox())[0]?.failure?.code).toBe('cancel-claim-decided');
    expect(await only('2026-03-24')).toMatchObject({ step: 'demand-1', chargesCents: 4_000 });
  });

  it('is asked nothing beside a disputed part, and nothing at all for what is disputed in full, paid or credited', async () => {
    await office.invoice({ number: '2026-001', total: '1210.00' });
    await sendAll('2026-03-02');
    await sendAll('2026-03-12');
    const customerId = await customerNamed(hoek);
    const { openItems } = await office.call('customers.get', { customerId });
    const documentId = openItems[0]?.documentId;
    if (documentId === undefined) throw new Error('no document');
    const { disputeId } = await office.call('customers.openDispute', { documentId, cents: 21_000, reason: 'verkeerd geleverd' });
    const partly = await only('2026-03-23');
    expect(partly).toMatchObject({ step: 'demand-1', cents: 100_000, chargesCents: 0, blocked: null });
    await office.call('customers.resolveDispute', { disputeId, outcome: 'rejected' });
    await office.call('customers.openDispute', { documentId, cents: 121_000, reason: 'nooit geleverd' });
    expect(await due('2026-03-24')).toEqual([]);
    expect(await held()).toEqual([['held-dispute', '2026-001']]);
  });

  it('gets formal letters only one by one', async () => {
    await office.invoice({ number: '2026-001', total: '1210.00' });
    await office.invoice({ number: '2026-002', total: '605.00', customer: 'Garage Noord B.V.', postcode: '8911 AA', email: 'facturen@noord.example' });
    for (const day of ['2026-03-02', '2026-03-12', '2026-03-23']) expect(await sendAll(day)).toHaveLength(2);
    const both = await due('2026-04-02');
    expect(both.map(({ step, approval }) => [step, approval])).toEqual([
      ['default-notice', 'one-by-one'],
      ['default-notice', 'one-by-one'],
    ]);
    const together = await approve(...both);
    expect(together).toMatchObject({ approved: 0 });
    expect(together.refused.map(({ reason }) => reason.code)).toEqual(['letter-one-by-one', 'letter-one-by-one']);
    const [first] = both;
    if (first === undefined) throw new Error('nothing is due');
    expect(await approve(first)).toMatchObject({ approved: 1, refused: [] });
    expect(first.warnings.map(({ code }) => code)).toEqual(['warn-no-proof']);
  });
});

describe('the classic process', () => {
  it('waits for a person to judge the case, and goes on when that was done', async () => {
    await office.call('ladders.setStandard', { key: 'classic-14-14' });
    await office.invoice({ number: '2026-001', total: '1210.00' });
    expect(await sendAll('2026-03-02')).toEqual(['reminder-1']);
    expect(await sendAll('2026-03-16')).toEqual(['reminder-2']);
    expect(await due('2026-03-30')).toEqual([]);
    const decision = (await office.call('today.overview', {})).decide.find(({ kind }) => kind === 'step-unavailable');
    if (decision === undefined || decision.documentId === null) throw new Error('nothing to decide');
    expect(await office.ask('today.stepDone', { documentId: decision.documentId, step: 'demand-1', reason: '' })).toMatchObject({ ok: false, error: { code: 'not-allowed-now' } });
    await office.call('today.stepDone', { documentId: decision.documentId, step: 'pre-legal-procedure', reason: 'Dossier bekeken' });
    expect((await office.call('today.overview', {})).decide.filter(({ kind }) => kind === 'step-unavailable')).toEqual([]);
    const far = await due('2026-06-01');
    expect(far.map(({ step }) => step)).toEqual(['demand-1']);
  });
});

describe('a Dutch consumer', () => {
  const name = 'Mevrouw J. van Rijn';
  const invoiceOf = (number: string, total: string, dueDate = '2026-02-14') => office.invoice({ number, total, dueDate, issueDate: '2026-01-20', customer: name, email: 'jvanrijn@post.example', contact: name });
  const consumer = async () => {
    await invoiceOf('2026-001', '653.40');
    await change(name, { kind: 'consumer' });
    await sendAll('2026-03-02');
    await sendAll('2026-03-12');
  };

  it('gets one fourteen-day letter for everything overdue, with the exact costs, and is asked none of them in it', async () => {
    await settle({ isTermAgreed: true });
    await consumer();
    await invoiceOf('2026-002', '242.00', '2026-03-22');
    const letter = await only('2026-03-23');
    expect(letter).toMatchObject({ step: 'demand-1', cents: 89_540, chargesCents: 0, blocked: null });
    expect(letter.documents.map(({ number }) => number)).toEqual(['2026-001', '2026-002']);
    const text = await textOf(letter);
    // 15 % of 895.40.
    expect(text).toContain('134,31');
    expect(text).toContain('binnen vijftien dagen nadat');
    expect(letter.warnings.map(({ code }) => code)).toContain('warn-no-proof');
  });

  it('is asked costs and interest only after the term of that letter has ended', async () => {
    await settle({ isTermAgreed: true });
    await consumer();
    await sendAll('2026-03-23');
    for (const day of ['2026-03-30', '2026-04-02', '2026-04-07', '2026-04-09']) expect(await due(day)).toEqual([]);
    const notice = await only('2026-04-10');
    expect(notice).toMatchObject({ step: 'default-notice', blocked: null });
    // 15 % of 653.40, and 55 days at 4 %.
    expect(notice.chargesCents).toBe(9_801 + 394);
    expect(notice.warnings.map(({ code }) => code)).toEqual(['warn-no-proof', 'warn-term-short']);
  });

  it('is not sent that letter with a term of our own beside it', async () => {
    await settle({ isTermAgreed: true });
    await consumer();
    const letter = await only('2026-03-23');
    await office.call('batch.edit', { messageId: letter.messageId, channel: 'email', recipient: letter.recipient, subject: '', opening: '', note: 'Betaal binnen 14 dagen na dagtekening van deze brief.' });
    const edited = await only('2026-03-23');
    expect(edited.blocked).toMatchObject({ code: 'letter-term-void' });
    expect(await approve(edited)).toMatchObject({ approved: 0, refused: [{ reason: { code: 'letter-term-void' } }] });
  });

  it('does not get a new invoice into a later letter: that one has its own free letter first', async () => {
    await settle({ isTermAgreed: true });
    await consumer();
    await sendAll('2026-03-23');
    await invoiceOf('2026-009', '100.00', '2026-04-01');
    const notice = await only('2026-04-10');
    expect(notice.documents.map(({ number }) => number)).toEqual(['2026-001']);
    expect(await held()).toEqual([['held-free-letter-first', '2026-009']]);
    await sendAll('2026-04-10');
    const first = await only('2026-04-15');
    expect([first.step, first.chargesCents, ...first.documents.map(({ number }) => number)]).toEqual(['reminder-1', 0, '2026-009']);
  });

  it('is also a sole trader who is treated as one', async () => {
    await settle({ isTermAgreed: true });
    await office.invoice({ number: '2026-001', total: '653.40' });
    const customerId = await customerNamed(hoek);
    const law = { isTreatedAsConsumer: true, isTermAgreed: null, interestPercent: null, isSimple: false, afterPayment: null };
    await office.call('law.saveCustomer', { customerId, law });
    await sendAll('2026-03-02');
    await sendAll('2026-03-12');
    const letter = await only('2026-03-23');
    expect(letter).toMatchObject({ chargesCents: 0, blocked: null });
    expect(await textOf(letter)).toContain('binnen vijftien dagen nadat');
  });
});

describe('a Belgian consumer', () => {
  const name = 'De heer P. Claes';
  const invoiceOf = (facts: { readonly number: string; readonly dueDate?: string; readonly issueDate?: string }) =>
    office.invoice({ total: '400.00', customer: name, country: 'BE', postcode: '2000', email: 'pclaes@post.example', contact: name, ...facts });

  it('is asked the indemnity of the terms after the term of the free reminder, and nothing without such a clause', async () => {
    await settle({ hasConsumerClause: true, clauseArticle: '7' });
    await invoiceOf({ number: '2026-001' });
    await change(name, { kind: 'consumer' });
    await sendAll('2026-03-02');
    for (const day of ['2026-03-09', '2026-03-16']) expect(await due(day)).toEqual([]);
    await sendAll('2026-03-24');
    const [demand] = await due('2026-04-15');
    expect(demand).toMatchObject({ step: 'demand-1', blocked: null });
    // 30 euros and 10 % of what is above 150.
    expect(demand === undefined ? '' : await textOf(demand)).toContain('55,00');
    await settle({ hasConsumerClause: false, clauseArticle: '' });
    expect(await only('2026-04-15')).toMatchObject({ cents: 40_000, chargesCents: 0, blocked: null });
  });

  it('is not asked what the first reminder did not announce', async () => {
    await invoiceOf({ number: '2026-001' });
    await change(name, { kind: 'consumer' });
    await sendAll('2026-03-02');
    await settle({ hasConsumerClause: true, clauseArticle: '7.2' });
    await sendAll('2026-03-24');
    expect(await only('2026-04-15')).toMatchObject({ step: 'demand-1', cents: 40_000, chargesCents: 0, blocked: null });
  });

  it('is told in the first reminder what a clause of the terms may ask, article and amount', async () => {
    await settle({ hasConsumerClause: true, clauseArticle: '7.2' });
    await invoiceOf({ number: '2026-001' });
    await change(name, { kind: 'consumer' });
    const text = await textOf(await only('2026-03-02'));
    expect(text).toContain('artikel 7.2');
    expect(text).toContain('55,00');
    await settle({ hasConsumerClause: false });
    expect(await textOf(await only('2026-03-02'))).not.toContain('55,00');
  });

  it('gets no first reminder that does not say what was supplied', async () => {
    const { profile } = await office.call('administrations.profile', {}).then((found) => ({ profile: found }));
    await office.call('administrations.saveProfile', { ...profile, tagline: '' });
    await invoiceOf({ number: '2026-001' });
    await change(name, { kind: 'consumer' });
    expect(await only('2026-03-02')).toMatchObject({ blocked: { code: 'letter-description-missing' } });
  });

  it('gets no demand for what may be prescribed', async () => {
    await invoiceOf({ number: '2025-001', dueDate: '2025-03-20', issueDate: '2025-03-01' });
    await change(name, { kind: 'consumer' });
    await sendAll('2026-03-02');
    await sendAll('2026-03-24');
    expect(await due('2026-04-15')).toEqual([]);
    expect(await held()).toEqual([['held-prescribed', '2025-001']]);
  });
});
