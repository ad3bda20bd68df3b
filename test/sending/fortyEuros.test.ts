/** The 40 euros between businesses through the whole program: asked once, remembered by the letters that asked them, never twice for the same debt. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { company, createOffice, type Office } from './office.ts';

type Item = OutputOf<'batch.list'>['items'][number];

let office: Office;
beforeEach(async () => {
  office = await createOffice('2026-03-02', { ...company, tagline: 'Onderhoud van cv-ketels' });
  await office.call('settings.savePolicy', { ...(await office.call('settings.policy', {})), minimumGapDays: 1 });
});
afterEach(() => office.close());

const theCustomer = async () => {
  const found = (await office.call('customers.list', { query: '', onlyOpen: false })).customers[0];
  if (found === undefined) throw new Error('no customer');
  return found.customerId;
};
async function due(day: string): Promise<readonly Item[]> {
  office.setDay(day);
  return (await office.call('batch.list', {})).items;
}
const lettersOf = (items: readonly Item[]) => items.map(({ step, documents, chargesCents }) => [step, documents.map(({ number }) => number).join('+'), chargesCents]);
const textOf = async ([item]: readonly Item[]): Promise<string> => (item === undefined ? '' : (await office.call('batch.preview', { messageId: item.messageId })).text.replaceAll('\u00a0', ' '));
async function sendAll(day: string) {
  const items = await due(day);
  for (const { messageId } of items) expect(await office.call('batch.approve', { jobId: office.job(), messageIds: [messageId], evenThoughBankIsOld: true })).toMatchObject({ refused: [] });
  await office.send();
  const letters = (await office.outbox()).filter(({ state, channel }) => state === 'approved' && channel === 'letter').map(({ messageId }) => messageId);
  if (letters.length > 0) await office.call('outbox.markPosted', { messageIds: letters, on: plainDate(day) });
  return lettersOf(items);
}
const costs = async () => (await office.call('law.claims', { customerId: await theCustomer() })).costs;
const codes = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code);

const secondDemandOn = '2026-04-23';
/** The first invoice has its demand on 23 March and what follows; the second was taken in later and has its own demand on 23 April, alone. */
async function untilTheSecondDemand() {
  await office.invoice({ number: '2026-001', total: '1210.00' });
  await sendAll('2026-03-02');
  await sendAll('2026-03-12');
  expect(await sendAll('2026-03-23')).toEqual([['demand-1', '2026-001', 5_245]]);
  office.setDay('2026-03-24');
  await office.invoice({ number: '2026-002', total: '605.00', issueDate: '2026-02-10', dueDate: '2026-03-01' });
  expect(await sendAll('2026-03-24')).toEqual([['reminder-1', '2026-002', 0]]);
  // The same 40 euros are stated once more beside the interest of 47 days, not added to.
  expect(await sendAll('2026-04-02')).toEqual([['default-notice', '2026-001', 4_000 + 1_581]]);
  expect(await sendAll('2026-04-13')).toEqual([['reminder-2', '2026-002', 0]]);
  expect(await sendAll('2026-04-22')).toEqual([['pre-legal-letter', '2026-001', 4_000 + 2_254]]);
}

describe('the 40 euros between businesses', () => {
  it('are not asked again by a letter about other invoices while those of the first letter are open', async () => {
    await untilTheSecondDemand();
    const second = await due(secondDemandOn);
    // 53 days at 10.15 % over 605.00, and no costs.
    expect(lettersOf(second)).toEqual([['demand-1', '2026-002', 892]]);
    expect(await textOf(second)).not.toContain('40,00');
  });

  it('are one amount on the page of the customer, with the letter in which they were asked', async () => {
    await untilTheSecondDemand();
    expect(await costs()).toMatchObject({ amountCents: 4_000, claimCents: 4_000 });
    expect(codes((await costs()).doubts)).toContain('law-forty-same');
  });

  it('begin anew with an invoice that is paid late after all earlier ones were paid', async () => {
    await untilTheSecondDemand();
    await office.receive({ date: '2026-04-22', cents: 121_000, name: 'Bouwbedrijf De Hoek B.V.', text: 'Factuur 2026-001' });
    expect(lettersOf(await due(secondDemandOn))).toEqual([['demand-1', '2026-002', 4_892]]);
  });

  it('are asked for every invoice once where the settings say so, whatever letter it is in', async () => {
    await office.call('law.saveSettings', { ...(await office.call('law.settings', {})), isFortyPerInvoiceNl: true });
    await untilTheSecondDemand();
    expect(await sendAll(secondDemandOn)).toEqual([['demand-1', '2026-002', 4_892]]);
    expect((await costs()).amountCents).toBe(8_000);
  });

  it('were not asked by a letter that was taken back before it went', async () => {
    await office.invoice({ number: '2026-001', total: '1210.00' });
    await sendAll('2026-03-02');
    await sendAll('2026-03-12');
    const [demand] = await due('2026-03-23');
    if (demand === undefined) throw new Error('nothing due');
    await office.call('batch.approve', { jobId: office.job(), messageIds: [demand.messageId], evenThoughBankIsOld: true });
    expect(codes((await costs()).doubts)).toContain('law-forty-same');
    await office.call('law.decide', { customerId: await theCustomer(), documentId: null, what: 'interest', decision: 'waive', reason: 'coulance' });
    expect(await office.send()).toMatchObject({ sent: 0, cancelled: 1 });
    expect(codes((await costs()).doubts)).not.toContain('law-forty-same');
  });

  it('are the least of a Belgian clause once: a second letter about other invoices asks the percentage alone', async () => {
    await office.call('law.saveSettings', { ...(await office.call('law.settings', {})), isFortyPerInvoiceBe: false, tradeClausePercent: '10', clauseArticle: '7' });
    const belgian = { customer: 'Bouw De Hoek BV', country: 'BE', postcode: '2000' } as const;
    await office.invoice({ ...belgian, number: '2026-001', total: '350.00' });
    await sendAll('2026-03-02');
    await sendAll('2026-03-12');
    await sendAll('2026-03-23');
    expect((await costs()).amountCents).toBe(4_000);
    await office.invoice({ ...belgian, number: '2026-002', total: '300.00', issueDate: '2026-02-10', dueDate: '2026-03-01' });
    await sendAll('2026-03-24');
    await sendAll('2026-04-02');
    await sendAll('2026-04-13');
    await sendAll('2026-04-22');
    const [second] = await due(secondDemandOn);
    if (second === undefined) throw new Error('nothing due');
    expect(second.documents.map(({ number }) => number)).toEqual(['2026-002']);
    const text = await textOf([second]);
    expect(text).toContain('30,00');
    expect(text).not.toContain('40,00');
  });
});
