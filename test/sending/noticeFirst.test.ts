/** A Dutch consumer whose term of payment was not agreed: the notice of default comes first, then the fourteen-day letter, then costs. */
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

const name = 'Mevrouw J. van Rijn';
const invoiceOf = (number: string, total: string, dueDate = '2026-02-14') => office.invoice({ number, total, dueDate, issueDate: '2026-01-20', customer: name, email: 'jvanrijn@post.example', contact: name });
const theCustomer = async () => {
  const found = (await office.call('customers.list', { query: name, onlyOpen: false })).customers[0];
  if (found === undefined) throw new Error('no customer');
  return found.customerId;
};
async function due(day: string): Promise<readonly Item[]> {
  office.setDay(day);
  return (await office.call('batch.list', {})).items;
}
async function sendAll(day: string): Promise<readonly (readonly [string, string])[]> {
  const items = await due(day);
  for (const { messageId } of items) expect(await office.call('batch.approve', { jobId: office.job(), messageIds: [messageId], evenThoughBankIsOld: true })).toMatchObject({ refused: [] });
  await office.send();
  const letters = (await office.outbox()).filter(({ state, channel }) => state === 'approved' && channel === 'letter').map(({ messageId }) => messageId);
  if (letters.length > 0) await office.call('outbox.markPosted', { messageIds: letters, on: plainDate(day) });
  return items.map(({ step, documents }) => [step, documents.map(({ number }) => number).join('+')]);
}
const textOf = async (item: Item | undefined): Promise<string> => (item === undefined ? '' : (await office.call('batch.preview', { messageId: item.messageId })).text.replaceAll('\u00a0', ' '));
const settle = async (isTermAgreed: boolean) => office.call('law.saveSettings', { ...(await office.call('law.settings', {})), isTermAgreed });
const reminded = async (): Promise<void> => {
  await invoiceOf('2026-001', '653.40');
  const customerId = await theCustomer();
  const known = await office.call('customers.get', { customerId });
  await office.call('customers.save', { customerId, fields: { ...known.fields, kind: 'consumer' } });
  await sendAll('2026-03-02');
  await sendAll('2026-03-12');
};

describe('a consumer whose term was not agreed', () => {
  it('first gets a notice of default with fourteen days and nothing beside the invoice, and the screen says why', async () => {
    await reminded();
    const [notice, ...others] = await due('2026-03-23');
    expect(others).toEqual([]);
    // Fourteen days end on Easter Monday, so on Tuesday.
    expect(notice).toMatchObject({ step: 'default-notice', cents: 65_340, chargesCents: 0, payBy: '2026-04-07', blocked: null });
    expect(notice?.warnings.map(({ code }) => code)).toEqual(['warn-notice-first', 'warn-no-proof']);
    const text = await textOf(notice);
    expect(text).toContain('stellen wij u hierbij in gebreke');
    expect(text).toContain('7 april 2026');
    expect(text).toContain('veertiendagenbrief');
    expect(text).not.toContain('98,01');
  });

  it('is in default when that term has passed, then gets the fourteen-day letter, and is asked costs only after it', async () => {
    await reminded();
    expect(await sendAll('2026-03-23')).toEqual([['default-notice', '2026-001']]);
    for (const day of ['2026-03-30', '2026-04-02', '2026-04-07']) expect(await due(day)).toEqual([]);
    const [letter] = await due('2026-04-08');
    expect(letter).toMatchObject({ step: 'demand-1', chargesCents: 0, blocked: null });
    expect(await textOf(letter)).toContain('binnen vijftien dagen nadat');
    const claims = await office.call('law.claims', { customerId: await theCustomer() });
    expect(claims.rows[0]).toMatchObject({ defaultFrom: '2026-04-08', missing: null });
    await sendAll('2026-04-08');
    const [later] = await due('2026-05-04');
    expect(later).toMatchObject({ step: 'pre-legal-letter', blocked: null });
    // 15 % of 653.40, and 27 days at 4 %.
    expect(later?.chargesCents).toBe(9_801 + 193);
  });

  it('gets one notice for everything overdue; what falls due later has its own notice before a fourteen-day letter', async () => {
    await reminded();
    await invoiceOf('2026-002', '242.00', '2026-03-21');
    expect(await sendAll('2026-03-23')).toEqual([['default-notice', '2026-001+2026-002']]);
    await invoiceOf('2026-003', '100.00', '2026-04-01');
    expect(await sendAll('2026-04-08')).toEqual([['demand-1', '2026-001+2026-002']]);
  });

  it('goes straight to the fourteen-day letter once the term is recorded as agreed', async () => {
    await reminded();
    await settle(true);
    expect((await due('2026-03-23')).map(({ step, blocked }) => [step, blocked])).toEqual([['demand-1', null]]);
  });

  it('does not skip the fourteen-day letter when the term is recorded as agreed after the notice went out', async () => {
    await reminded();
    await sendAll('2026-03-23');
    await settle(true);
    expect((await due('2026-04-08')).map(({ step, blocked }) => [step, blocked])).toEqual([['demand-1', null]]);
  });
});
