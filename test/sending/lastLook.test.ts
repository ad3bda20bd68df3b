/** What was approved and then waited: a last look decides whether it is still right to send. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOffice, type Office } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await createOffice('2026-03-02');
});
afterEach(() => office.close());

async function approved(): Promise<void> {
  await office.invoice({ number: '2026-001', total: '121.00' });
  expect(await office.approveAll()).toMatchObject({ approved: 1, refused: [] });
}
const customerId = async () => {
  const [customer] = (await office.call('customers.list', { query: '', onlyOpen: false })).customers;
  if (customer === undefined) throw new Error('no customer');
  return customer.customerId;
};
const failures = async (): Promise<unknown[]> => (await office.outbox()).map((row) => [row.state, row.failure?.code]);

describe('an approved mail', () => {
  it('goes once, and not again on the next tries', async () => {
    await approved();
    expect(await office.send()).toMatchObject({ sent: 1 });
    expect(await office.send()).toMatchObject({ sent: 0 });
    expect((await office.call('batch.list', {})).items).toEqual([]);
    expect(office.mails.map((mail) => mail.to.address)).toEqual(['crediteuren@dehoek.example']);
  });

  it('may wait a weekend', async () => {
    await approved();
    office.setDay('2026-03-04');
    expect(await office.send()).toMatchObject({ sent: 1 });
  });

  it('does not go after the day on which it asks to be paid; it is prepared again with a day to come', async () => {
    await approved();
    office.setDay('2026-03-20');
    expect(await office.send()).toMatchObject({ sent: 0, cancelled: 1 });
    expect(await failures()).toEqual([['cancelled', 'cancel-too-late']]);
    const { items } = await office.call('batch.list', {});
    expect(items.map((item) => item.payBy > '2026-03-20')).toEqual([true]);
  });

  it('does not go when the invoice was paid meanwhile', async () => {
    await approved();
    await office.receive({ date: '2026-03-02', cents: 12_100, text: 'factuur 2026-001' });
    expect(await office.send()).toMatchObject({ sent: 0, cancelled: 1 });
    expect((await office.call('batch.list', {})).items).toEqual([]);
  });

  it('does not go to an address that was taken off the customer', async () => {
    await approved();
    const id = await customerId();
    const { fields, contacts } = await office.call('customers.get', { customerId: id });
    for (const contact of contacts) await office.call('customers.removeContact', { contactId: contact.contactId });
    await office.call('customers.save', { customerId: id, fields: { ...fields, email: 'nieuw@dehoek.example' } });
    expect(await office.send()).toMatchObject({ sent: 0, cancelled: 1 });
    expect(await failures()).toEqual([['cancelled', 'cancel-recipient']]);
    expect((await office.call('batch.list', {})).items.map((item) => item.recipient)).toEqual(['nieuw@dehoek.example']);
  });

  it('goes to the address that the user typed for this message', async () => {
    await office.invoice({ number: '2026-001', total: '121.00' });
    const [item] = (await office.call('batch.list', {})).items;
    if (item === undefined) throw new Error('nothing is due');
    await office.call('batch.edit', { messageId: item.messageId, channel: 'email', recipient: 'directie@dehoek.example', subject: '', opening: '', note: '' });
    await office.approveAll();
    expect(await office.send()).toMatchObject({ sent: 1 });
    expect(office.mails.map((mail) => mail.to.address)).toEqual(['directie@dehoek.example']);
  });

  it('does not go within the days of grace after a promised day', async () => {
    await approved();
    await office.call('customers.addPromise', { customerId: await customerId(), on: '2026-03-02', cents: 12_100 });
    office.setDay('2026-03-03');
    expect(await office.send()).toMatchObject({ sent: 0, cancelled: 1 });
    expect(await failures()).toEqual([['cancelled', 'cancel-promised']]);
  });

  it('does not go to a customer of whom a bankruptcy was written down, whatever day was given', async () => {
    await approved();
    const id = await customerId();
    const { fields } = await office.call('customers.get', { customerId: id });
    await office.call('customers.save', { customerId: id, fields: { ...fields, insolventOn: '2026-03-09' } });
    expect(await office.send()).toMatchObject({ sent: 0, cancelled: 1 });
    expect(await failures()).toEqual([['cancelled', 'cancel-insolvent']]);
  });
});

describe('a printed letter', () => {
  it('cannot be called posted on a day before it was approved', async () => {
    await office.invoice({ number: '2026-001', total: '121.00' });
    const id = await customerId();
    const { fields } = await office.call('customers.get', { customerId: id });
    await office.call('customers.save', { customerId: id, fields: { ...fields, channel: 'letter' } });
    expect(await office.approveAll()).toMatchObject({ letters: 1 });
    const messageIds = (await office.outbox()).map((row) => row.messageId);
    expect(await office.ask('outbox.markPosted', { messageIds, on: '2025-03-02' })).toMatchObject({ ok: false, error: { code: 'not-allowed-now' } });
    expect(await office.call('outbox.markPosted', { messageIds, on: '2026-03-02' })).toEqual({ posted: 1 });
  });
});
