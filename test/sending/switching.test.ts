/** Two administrations: what is under way for one never ends up in the other, and is finished where it was begun. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../src-main/ports/mailer.ts';
import { company, createOffice, type Office } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await createOffice('2026-03-02');
});
afterEach(() => office.close());

describe('whoever opens another administration', () => {
  it('while mails go out, gets it when the mail under way is written down as sent; the others wait', async () => {
    await office.invoice({ number: '2026-001', total: '121.00' });
    await office.invoice({ number: '2026-002', total: '80.00', customer: 'Slagerij Vos B.V.', email: 'facturen@vos.example', postcode: '9712 CP' });
    expect(await office.approveAll()).toMatchObject({ approved: 2, refused: [] });
    let finish: (outcome: SendOutcome) => void = () => undefined;
    office.server.send = () => new Promise((resolve) => (finish = resolve));
    const sending = office.send();
    await expect.poll(() => office.mails.length).toBe(1);
    const opening = office.call('administrations.create', { profile: { ...company, name: 'Tweede Zaak' } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    finish({ kind: 'accepted', response: '250 taken' });
    expect(await sending).toMatchObject({ sent: 1, unconfirmed: 0 });
    await opening;
    expect(await office.outbox()).toEqual([]);
    await office.call('administrations.open', { id: office.id });
    expect((await office.outbox()).map((row) => row.state).sort()).toEqual(['approved', 'sent']);
  });

  it('that is open already, stops nothing: a second window may start while the example is made', async () => {
    const making = office.ask('administrations.createDemo', { jobId: 'example', invoices: 100 });
    await expect.poll(async () => (await office.call('app.state', {})).administration?.isDemo, { timeout: 10_000 }).toBe(true);
    const { current } = await office.call('administrations.list', {});
    expect(await office.call('administrations.open', { id: current ?? '' })).toEqual({ id: current });
    expect(await making).toMatchObject({ ok: true });
  });

  it('while the example is being made, finds nothing of the example in it', async () => {
    const making = office.ask('administrations.createDemo', { jobId: 'example', invoices: 300 });
    await expect.poll(async () => (await office.call('app.state', {})).administration?.isDemo, { timeout: 10_000 }).toBe(true);
    await office.call('administrations.open', { id: office.id });
    expect(await making).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await office.call('customers.list', { query: '', onlyOpen: false })).toEqual({ customers: [] });
  });
});
