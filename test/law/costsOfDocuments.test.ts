/** Costs of one document or of the whole customer: waived, kept or booked, each with its reason, and nothing of it asked twice. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf, OutputOf } from '../../src-shared/contract/index.ts';
import type { DocumentId } from '../../src-shared/ids.ts';
import { company, createOffice, type Office } from '../sending/office.ts';

let office: Office;
beforeEach(async () => {
  office = await createOffice('2026-03-02', { ...company, tagline: 'Onderhoud van cv-ketels' });
});
afterEach(() => office.close());

const theCustomer = async () => {
  const found = (await office.call('customers.list', { query: '', onlyOpen: false })).customers[0];
  if (found === undefined) throw new Error('no customer');
  return found.customerId;
};
const claims = async () => office.call('law.claims', { customerId: await theCustomer() });
const idOf = async (number: string): Promise<DocumentId> => {
  const row = (await claims()).rows.find((one) => one.number === number);
  if (row === undefined) throw new Error(`no ${number}`);
  return row.documentId;
};
const costsStates = ({ rows }: OutputOf<'law.claims'>) => rows.map(({ number, costsState }) => [number, costsState]);
const decide = async (about: Omit<InputOf<'law.decide'>, 'customerId' | 'what'>) => office.call('law.decide', { customerId: await theCustomer(), what: 'costs', ...about });
const settle = async (settings: Partial<OutputOf<'law.settings'>>) => office.call('law.saveSettings', { ...(await office.call('law.settings', {})), ...settings });
const twoInvoices = async (): Promise<void> => {
  await office.invoice({ number: '2026-001', total: '1210.00' });
  await office.invoice({ number: '2026-002', total: '605.00', issueDate: '2026-02-01', dueDate: '2026-02-20' });
};
async function sendAll(day: string): Promise<void> {
  office.setDay(day);
  for (const { messageId } of (await office.call('batch.list', {})).items) await office.call('batch.approve', { jobId: office.job(), messageIds: [messageId], evenThoughBankIsOld: true });
  await office.send();
}

describe('costs of one document', () => {
  it('are waived with a reason that is kept, and those of the other documents go on', async () => {
    await settle({ isFortyPerInvoiceNl: true });
    await twoInvoices();
    expect((await claims()).costs).toMatchObject({ claimCents: 8_000, state: 'claimed' });
    const documentId = await idOf('2026-001');
    await decide({ documentId, decision: 'waive', reason: 'Onze levering was te laat' });
    const waived = await claims();
    expect(waived.costs).toMatchObject({ claimCents: 4_000, state: 'claimed' });
    expect(costsStates(waived)).toEqual([['2026-001', 'waived'], ['2026-002', 'claimed']]);
    expect(waived.decisions).toMatchObject([{ documentId, what: 'costs', decision: 'waive', cents: 4_000, reason: 'Onze levering was te laat' }]);
    await decide({ documentId, decision: 'keep', reason: '' });
    expect((await claims()).costs.claimCents).toBe(8_000);
  });

  it('stay waived when the rest of the customer is asked again, and the other way round', async () => {
    await settle({ isFortyPerInvoiceNl: true });
    await twoInvoices();
    await decide({ documentId: null, decision: 'waive', reason: 'Vaste klant' });
    expect((await claims()).costs).toMatchObject({ amountCents: 8_000, claimCents: 0, state: 'waived' });
    await decide({ documentId: await idOf('2026-002'), decision: 'keep', reason: '' });
    expect((await claims()).costs).toMatchObject({ claimCents: 4_000, state: 'claimed' });
  });

  it('are booked as a claim of their own, are not asked again, and those of a later invoice are', async () => {
    await settle({ isFortyPerInvoiceNl: true });
    await twoInvoices();
    const documentId = await idOf('2026-001');
    const booked = await decide({ documentId, decision: 'book', reason: 'Overdracht' });
    expect(booked).toMatchObject({ cents: 4_000, claimNumber: 'RK-2026-0001' });
    const after = await claims();
    expect(after.costs).toMatchObject({ amountCents: 8_000, bookedCents: 4_000, claimCents: 4_000, state: 'claimed' });
    expect(costsStates(after)).toEqual([['2026-001', 'booked'], ['2026-002', 'claimed']]);
    expect(after.decisions).toMatchObject([{ decision: 'book', reason: 'Overdracht', documentIds: [documentId] }]);
    expect(await office.ask('law.decide', { customerId: await theCustomer(), documentId, what: 'costs', decision: 'book', reason: '' })).toMatchObject({ ok: false, error: { code: 'law-nothing-to-book' } });
  });

  it('that were booked and asked once count for all invoices of that moment; a later one begins anew when they are paid', async () => {
    await twoInvoices();
    await decide({ documentId: null, decision: 'book', reason: '' });
    expect((await claims()).costs).toMatchObject({ bookedCents: 4_000, claimCents: 0, state: 'booked' });
    expect(costsStates(await claims())).toEqual([['2026-001', 'booked'], ['2026-002', 'booked']]);
    await office.invoice({ number: '2026-003', total: '300.00', issueDate: '2026-02-05', dueDate: '2026-02-25' });
    expect((await claims()).costs.claimCents).toBe(0);
    const credit = (number: string, credits: string, total: string) => office.invoice({ number, total, credits, isCredit: true, issueDate: '2026-03-02' });
    await credit('C-1', '2026-001', '1210.00');
    await credit('C-2', '2026-002', '605.00');
    expect((await claims()).costs).toMatchObject({ bookedCents: 0, claimCents: 4_000, state: 'claimed' });
  });
});

describe('booked costs', () => {
  it('stand in the letter as the claim that they are, once they have fallen due, and not a second time as costs', async () => {
    await office.invoice({ number: '2026-001', total: '1210.00' });
    await sendAll('2026-03-02');
    await sendAll('2026-03-12');
    await decide({ documentId: await idOf('2026-001'), decision: 'book', reason: '' });
    office.setDay('2026-03-23');
    const [demand] = (await office.call('batch.list', {})).items;
    // Interest only: 37 days at 10.15 %.
    expect(demand).toMatchObject({ step: 'demand-1', chargesCents: 1_245, blocked: null });
    await sendAll('2026-03-23');
    office.setDay('2026-04-02');
    const [notice] = (await office.call('batch.list', {})).items;
    if (notice === undefined) throw new Error('nothing due');
    expect(notice.documents.map(({ number, open }) => [number, open])).toEqual([['2026-001', 121_000], ['RK-2026-0001', 4_000]]);
    expect(notice).toMatchObject({ step: 'default-notice', chargesCents: 1_581, blocked: null });
    expect((await office.call('batch.preview', { messageId: notice.messageId })).text).toContain('RK-2026-0001');
  });
});

describe('a step that a person did outside the program', () => {
  it('is stored with the words of that person', async () => {
    await office.call('ladders.setStandard', { key: 'classic-14-14' });
    await office.invoice({ number: '2026-001', total: '1210.00' });
    await sendAll('2026-03-02');
    await sendAll('2026-03-16');
    office.setDay('2026-03-30');
    const decision = (await office.call('today.overview', {})).decide.find(({ kind }) => kind === 'step-unavailable');
    if (decision === undefined || decision.documentId === null) throw new Error('nothing to decide');
    await office.call('today.stepDone', { documentId: decision.documentId, step: 'pre-legal-procedure', reason: 'Gebeld: wil eerst een specificatie' });
    const { events } = await office.call('customers.timeline', { customerId: await theCustomer(), filter: 'notes' });
    expect(events.map(({ title, detail }) => [title.code, detail])).toEqual([['timeline-step-done', '2026-001: Gebeld: wil eerst een specificatie']]);
  });
});
