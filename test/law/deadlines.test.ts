/** What passes by itself while an invoice stays open: prescription with what interrupted it, and the VAT that comes back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
const shown = async () => (await office.call('today.overview', {})).decide.filter(({ kind }) => kind === 'prescription-near' || kind === 'vat-refund').map(({ kind, documentNumber, reason }) => [kind, documentNumber, reason.params['lastDate'] ?? reason.params['fromDate']]);
async function sendAll(day: string): Promise<void> {
  office.setDay(day);
  for (const { messageId } of (await office.call('batch.list', {})).items) await office.call('batch.approve', { jobId: office.job(), messageIds: [messageId], evenThoughBankIsOld: true });
  await office.send();
}

describe('the page of a customer', () => {
  it('says when a claim is prescribed, which letter interrupted that, from when the VAT comes back, and where that stands', async () => {
    await office.invoice({ number: '2026-001', total: '1210.00' });
    expect((await claims()).rows[0]).toMatchObject({
      prescription: { date: '2031-02-14', interruptedBy: null, isNear: false, source: 'BW 3:307, 7:28', doubts: [{ code: 'law-prescription-start' }] },
      vatRefund: { date: '2027-02-14', source: 'Wet op de omzetbelasting 1968, art. 29', confidence: 'confirmed' },
    });
    await sendAll('2026-03-02');
    // The first reminder reserves nothing.
    expect((await claims()).rows[0]?.prescription).toMatchObject({ date: '2031-02-14', interruptedBy: null });
    await sendAll('2026-03-12');
    expect((await claims()).rows[0]?.prescription).toMatchObject({ date: '2031-03-12', interruptedBy: { on: '2026-03-12', step: 'reminder-2' } });
  });

  it('knows no VAT that comes back from a Belgian customer, and no letter of our own that interrupts there', async () => {
    await office.invoice({ number: '2026-001', total: '1210.00', country: 'BE', postcode: '2000', customer: 'Claes BV' });
    await sendAll('2026-03-02');
    await sendAll('2026-03-12');
    expect((await claims()).rows[0]).toMatchObject({ prescription: { date: '2036-02-14', interruptedBy: null }, vatRefund: null });
  });
});

describe('the start screen', () => {
  it('warns ninety days before a claim is prescribed, until somebody has looked or a letter interrupts it', async () => {
    await office.invoice({ number: '2021-001', total: '1210.00', issueDate: '2021-04-01', dueDate: '2021-05-01' });
    office.setDay('2026-01-30');
    expect(await shown()).toEqual([]);
    office.setDay('2026-02-02');
    expect(await shown()).toEqual([['prescription-near', '2021-001', '2026-05-01']]);
    const documentId = (await claims()).rows[0]?.documentId;
    if (documentId === undefined) throw new Error('no document');
    expect((await claims()).rows[0]?.prescription?.isNear).toBe(true);
    await office.call('today.deadlineSeen', { documentId, deadline: 'prescription' });
    expect(await shown()).toEqual([]);
  });

  it('says when the VAT of an unpaid invoice can be claimed back, for as long as the return can take it in', async () => {
    await office.invoice({ number: '2025-001', total: '1210.00', issueDate: '2025-02-01', dueDate: '2025-03-03' });
    expect(await shown()).toEqual([]);
    office.setDay('2026-03-03');
    expect(await shown()).toEqual([['vat-refund', '2025-001', '2026-03-03']]);
    office.setDay('2026-07-03');
    expect(await shown()).toEqual([]);
    office.setDay('2026-03-04');
    await office.receive({ date: '2026-03-04', cents: 121_000, name: 'Bouwbedrijf De Hoek B.V.', text: 'Factuur 2025-001' });
    expect(await shown()).toEqual([]);
  });
});
