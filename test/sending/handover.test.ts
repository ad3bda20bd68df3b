/** The last step: the customer is told to whom the claim goes, it goes there, and nothing of ours goes out any more until somebody says so. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CustomerId } from '../../src-shared/ids.ts';
import { pdfText } from '../letters/pdfReading.ts';
import { agency, bailiff } from './handoverParties.ts';
import { createOffice, type Office } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await createOffice('2026-03-02');
});
afterEach(() => office.close());

const party = (fields: typeof bailiff, isStandard = true) => office.call('handover.saveParty', { partyId: null, fields, isStandard });
const customer = async (): Promise<CustomerId> => {
  const [known] = (await office.call('customers.list', { query: '', onlyOpen: true })).customers;
  if (known === undefined) throw new Error('no customer');
  return known.customerId;
};
const dossier = async (partyId: number | null, customerId: CustomerId) => office.ask('dossier.make', { jobId: office.job(), customerId, partyId, stopsFollowUp: true });

/** Sends every step up to the letter before court; each on the first Monday on which one is due. */
async function upToCourt(): Promise<void> {
  await office.invoice({ number: '2026-001', total: '1210.00' });
  for (const day of ['2026-03-02', '2026-03-16', '2026-03-30', '2026-04-13', '2026-05-04']) {
    office.setDay(day);
    await office.approveAll();
    await office.send();
    const letters = (await office.outbox()).filter((row) => row.state === 'approved' && row.channel === 'letter');
    if (letters.length > 0) await office.call('outbox.markPosted', { messageIds: letters.map(({ messageId }) => messageId), on: (await office.call('batch.list', {})).today });
  }
}

describe('parties that take claims over', () => {
  it('are kept by name, one the standard of its country', async () => {
    await party(bailiff);
    const { partyId } = await party(agency);
    await party({ ...agency, name: 'Accolade', country: 'BE' });
    const { parties } = await office.call('handover.parties', {});
    expect(parties.map(({ fields, isStandard }) => [fields.name, fields.country, isStandard])).toEqual([['Accolade', 'BE', true], ['Duin & Zn', 'NL', false], ['Wilgenroos', 'NL', true]]);
    await office.call('handover.saveParty', { partyId, fields: { ...agency, name: 'Wilgenroos Incasso' }, isStandard: false });
    await office.call('handover.removeParty', { partyId: parties[1]?.partyId ?? 0 });
    expect((await office.call('handover.parties', {})).parties.map(({ fields, isStandard }) => [fields.name, isStandard])).toEqual([['Accolade', true], ['Wilgenroos Incasso', false]]);
  });

  it('need a name and an address for mail that is one', async () => {
    expect(await office.ask('handover.saveParty', { partyId: null, fields: { ...bailiff, name: '  ' }, isStandard: false })).toMatchObject({ ok: false });
    expect(await office.ask('handover.saveParty', { partyId: null, fields: { ...bailiff, email: 'a@b.example, c@d.example' }, isStandard: false })).toMatchObject({ ok: false, error: { code: 'recipient-invalid' } });
    expect(await office.ask('handover.removeParty', { partyId: 4 })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('the announcement of a handover', () => {
  it('stays a decision while nobody was chosen', async () => {
    await upToCourt();
    office.setDay('2026-05-26');
    const { decide } = await office.call('today.overview', {});
    expect(decide.filter(({ kind }) => kind === 'step-unavailable')).toMatchObject([{ reason: { params: { step: 'handover' } } }]);
    expect((await office.call('batch.list', {})).items).toEqual([]);
  });

  it('names who takes over, the last day to pay us and the day of the handover; then a person hands it over', async () => {
    await party(bailiff);
    await upToCourt();
    office.setDay('2026-05-26');
    const { items } = await office.call('batch.list', {});
    expect(items.map(({ step, channel, approval, blocked }) => [step, channel, approval, blocked])).toEqual([['handover', 'letter', 'one-by-one', null]]);
    const [item] = items;
    if (item === undefined) throw new Error('no announcement');
    expect(item.payBy).toBe('2026-06-02');
    const { pdf } = await office.call('batch.preview', { messageId: item.messageId });
    const text = await pdfText(office.backend.openFile(pdf.token)?.bytes ?? new Uint8Array());
    expect(text).toContain('gerechtsdeurwaarder Duin & Zn');
    expect(text).toContain('3 juni 2026');
    expect(text).toContain('schrijven wij u zelf niet meer');
    await office.approveAll();
    await office.call('outbox.markPosted', { messageIds: [item.messageId], on: '2026-05-26' });
    office.setDay('2026-06-03');
    expect((await office.call('today.overview', {})).decide).toMatchObject([{ kind: 'ladder-ended', customerId: item.customerId }]);
    const { partyId } = (await office.call('handover.parties', {})).parties[0] ?? { partyId: 0 };
    expect(await dossier(partyId, item.customerId)).toMatchObject({ ok: true, value: { handedOverTo: 'Duin & Zn' } });
    expect((await office.call('today.overview', {})).decide).toEqual([]);
  });

  it('to a consumer names no agency without its register', async () => {
    await party(agency);
    await office.invoice({ number: '2026-001', total: '121.00' });
    const customerId = await customer();
    const { fields } = await office.call('customers.get', { customerId });
    await office.call('customers.save', { customerId, fields: { ...fields, kind: 'consumer' } });
    const [{ partyId } = { partyId: 0 }] = (await office.call('handover.parties', {})).parties;
    expect(await dossier(partyId, customerId)).toMatchObject({ ok: false, error: { code: 'handover-party-unregistered', params: { name: 'Wilgenroos' } } });
    await office.call('handover.saveParty', { partyId, fields: { ...agency, registration: 'WKI 0001' }, isStandard: true });
    expect(await dossier(partyId, customerId)).toMatchObject({ ok: true });
  });
});

describe('a customer who was handed over', () => {
  it('cannot be handed over to nobody', async () => {
    await office.invoice({ number: '2026-001', total: '121.00' });
    expect(await dossier(null, await customer())).toMatchObject({ ok: false, error: { code: 'handover-party-missing' } });
  });

  it('gets nothing of ours any more, for new invoices neither, and what was approved does not go', async () => {
    const { partyId } = await party(bailiff);
    await office.invoice({ number: '2026-001', total: '121.00' });
    const customerId = await customer();
    await office.approveAll();
    await dossier(partyId, customerId);
    expect(await office.send()).toMatchObject({ sent: 0, cancelled: 1 });
    expect((await office.outbox()).map(({ state, failure }) => [state, failure?.code])).toEqual([['cancelled', 'cancel-handed-over']]);
    await office.invoice({ number: '2026-002', total: '60.00' });
    for (const day of ['2026-03-16', '2026-06-01', '2027-06-01', '2031-01-06']) {
      office.setDay(day);
      expect((await office.call('batch.list', {})).items, day).toEqual([]);
    }
    expect((await office.call('customers.get', { customerId })).nextStep).toMatchObject({ reason: { code: 'held-handed-over' } });
  });

  it('stays with the party as it was, also when that is changed or taken away', async () => {
    const { partyId } = await party(bailiff);
    await office.invoice({ number: '2026-001', total: '121.00' });
    const customerId = await customer();
    await dossier(partyId, customerId);
    await office.call('handover.saveParty', { partyId, fields: { ...bailiff, name: 'Anders' }, isStandard: true });
    await office.call('handover.removeParty', { partyId });
    expect((await office.call('handover.ofCustomer', { customerId })).handovers).toMatchObject([{ party: { name: 'Duin & Zn' }, on: '2026-03-02', endedOn: null }]);
    expect((await office.call('batch.list', {})).held).toMatchObject([{ reason: { params: { to: 'Duin & Zn' } } }]);
  });

  it('is followed up again when somebody says why, and nothing that passed meanwhile is called missed', async () => {
    const { partyId } = await party(bailiff);
    await office.invoice({ number: '2026-001', total: '121.00' });
    const customerId = await customer();
    await dossier(partyId, customerId);
    office.setDay('2026-06-01');
    expect(await office.ask('handover.resume', { customerId, reason: ' ' })).toMatchObject({ ok: false, error: { code: 'reason-missing' } });
    await office.call('handover.resume', { customerId, reason: 'Teruggegeven: geen verhaal' });
    expect((await office.call('handover.ofCustomer', { customerId })).handovers).toMatchObject([{ endedOn: '2026-06-01', reason: 'Teruggegeven: geen verhaal' }]);
    expect((await office.call('batch.list', {})).items).toMatchObject([{ step: 'reminder-1' }]);
    expect((await office.call('today.overview', {})).decide.filter(({ kind }) => kind === 'missed-step')).toEqual([]);
    expect(await office.ask('handover.resume', { customerId, reason: 'nog eens' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('is called handed over in every list until it is followed up again, and its ladder names no step to come', async () => {
    const { partyId } = await party(bailiff);
    await office.invoice({ number: '2026-001', total: '121.00' });
    const customerId = await customer();
    const shown = async () => {
      const page = await office.call('customers.get', { customerId });
      const { handedOver } = await office.call('invoices.counts', { query: '', customerId: null });
      const { total } = await office.call('invoices.list', { query: '', filter: 'handedOver', customerId: null, sort: 'due', descending: false, offset: 0, limit: 10 });
      const { states } = await office.call('insight.stuck', { asOf: (await office.call('batch.list', {})).today });
      return { state: page.openItems[0]?.state, ladder: page.ladder.map(({ state }) => state).filter((state) => state !== 'done'), handedOver, total, stuck: states.map(({ state }) => state) };
    };
    expect(await shown()).toMatchObject({ state: 'overdue', handedOver: 0, total: 0, stuck: ['not-reminded'] });
    expect((await shown()).ladder).toContain('now');
    await dossier(partyId, customerId);
    expect(await shown()).toEqual({ state: 'handed-over', ladder: [], handedOver: 1, total: 1, stuck: ['handed-over'] });
    office.setDay('2026-06-01');
    await office.call('handover.resume', { customerId, reason: 'Teruggegeven' });
    expect(await shown()).toMatchObject({ state: 'overdue', handedOver: 0, total: 0, stuck: ['not-reminded'] });
    const { states } = await office.call('insight.stuck', { asOf: '2026-05-01' });
    expect(states.map(({ state }) => state), 'as of a day on which it was elsewhere').toEqual(['handed-over']);
  });

  it('goes to another party by being handed over again', async () => {
    const first = await party(bailiff);
    const second = await party(agency, false);
    await office.invoice({ number: '2026-001', total: '121.00' });
    const customerId = await customer();
    await dossier(first.partyId, customerId);
    office.setDay('2026-04-07');
    await dossier(second.partyId, customerId);
    const { handovers } = await office.call('handover.ofCustomer', { customerId });
    expect(handovers.map(({ party: to, endedOn }) => [to.name, endedOn])).toEqual([['Wilgenroos', null], ['Duin & Zn', '2026-04-07']]);
  });
});
