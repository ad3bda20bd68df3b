import { describe, expect, it } from 'vitest';
import { moneyReceived } from '../../src-main/domain/posting/posting.ts';
import { statementReference } from '../../src-main/domain/references/letterCommunication.ts';
import { allocateReceipt } from '../../src-main/ledger/cash/allocations.ts';
import { addHandover, saveHandoverParty } from '../../src-main/ledger/customers/handover.ts';
import { readCallFacts } from '../../src-main/ledger/followUp/callFactsRead.ts';
import { matchMaterial } from '../../src-main/ledger/cash/matchMaterial.ts';
import { cautiousPolicy } from '../../src-main/domain/matching/matchPolicy.ts';
import { buildMatchIndex } from '../../src-main/domain/matching/matchIndex.ts';
import { namedDocuments } from '../../src-main/domain/matching/namedDocuments.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { type BankEntryId, type CustomerId, type DocumentId } from '../../src-shared/ids.ts';
import { type CorrespondenceKind, correspondenceKinds } from '../../src-shared/correspondence.ts';
import { type Cents, cents } from '../../src-shared/money.ts';
import { valueOf, memoryLedger } from './ledgers.ts';
import { addBankEntry, book, ownAccountId } from './builders.ts';
import { issue, type OutboxWorld, outboxWorld } from './outboxWorld.ts';

const one = 1 as CustomerId;
const letterOf = (kind: CorrespondenceKind, patch: { readonly channel?: 'email' | 'letter'; readonly bankEntryId?: BankEntryId } = {}) =>
  ({ customerId: one, kind, channel: patch.channel ?? 'email', bankEntryId: patch.bankEntryId ?? null, note: '' }) as const;

function pay(world: OutboxWorld, on: string, parts: readonly { readonly documentId: DocumentId; readonly cents: Cents }[], amount: number): BankEntryId {
  const day = plainDate(on);
  return world.ledger.write((db) => {
    const bankEntryId = addBankEntry(db, { bookDate: day, amount: cents(amount) });
    book(db, { kind: 'receipt', on: day, postings: moneyReceived({ ownAccountId, bankEntryId, amountCents: cents(amount) }) });
    const done = allocateReceipt(db, { bankEntryId, parts, recordedAt: `${on}T09:00:00Z`, actor: 'person', rule: 'manual', reason: { code: 'match-by-person', params: {} } });
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    return bankEntryId;
  });
}
const documentOf = (world: OutboxWorld, index: number): DocumentId => world.documents[index] ?? (0 as DocumentId);

describe('a letter that a person sends of his own accord', () => {
  it('is a statement of everything open, with one code over the whole balance and a creditor reference that matching knows', async () => {
    const world = await outboxWorld(memoryLedger());
    issue(world.ledger, 1, '2026-11-10');
    const shown = await world.must('correspondence.preview', letterOf('account-statement'));
    expect(shown.text).toContain('F1');
    expect(shown.text).toContain('F3');
    expect(shown.text.replaceAll('\u00a0', ' ')).toContain('2.420,00');
    const { messageId, reference } = await world.must('correspondence.approve', letterOf('account-statement'));
    const content = world.ledger.read.sqlite.prepare('SELECT content FROM message WHERE id = ?').pluck().get(messageId) as string;
    const rf = statementReference(reference) ?? 'none';
    expect((JSON.parse(content) as { paymentCode: { epcText: string } }).paymentCode.epcText.split('\n').slice(7, 10)).toEqual(['EUR2420.00', '', rf]);
    const index = buildMatchIndex(matchMaterial(world.ledger.read, plainDate('2026-11-20'), cautiousPolicy));
    const receipt = { remittance: '', structuredRef: rf, endToEndId: null, currency: 'EUR' } as never;
    expect(namedDocuments(receipt, index).letters.map((letter) => letter.reference)).toEqual([reference]);
  });

  it('takes the place of the message of the day, leaves follow-up where it was, and leaves once', async () => {
    const world = await outboxWorld(memoryLedger());
    expect(await world.all()).toHaveLength(2);
    const { messageId } = await world.must('correspondence.approve', letterOf('account-statement'));
    expect((await world.must('batch.list', {})).items.map((item) => item.customerId)).toEqual([2]);
    expect(await world.call('correspondence.approve', letterOf('account-statement'))).toMatchObject({ ok: false, error: { code: 'correspondence-one-a-day' } });
    await world.send();
    expect(world.server.received).toHaveLength(1);
    await world.send();
    expect(world.server.received).toHaveLength(1);
    expect((await world.rows()).map(({ step, state }) => [step, state])).toEqual([['account-statement', 'sent']]);
    // The first reminder was not sent by it: it comes when the pause between two messages is over.
    world.goTo('2026-11-30');
    world.run(`UPDATE statement SET closing_date = '2026-11-29'`);
    expect((await world.must('batch.list', {})).items.filter((item) => item.customerId === one).map((item) => item.step)).toEqual(['reminder-1']);
    expect(world.count(`SELECT count(*) FROM message_document WHERE message_id = ${messageId}`)).toBe(0);
    // Nor is it a message without an answer for the call list.
    expect(readCallFacts(world.ledger.read, plainDate('2026-11-30')).find((facts) => facts.customerId === one)?.unansweredReminders).toBe(0);
  });

  it('is not sent when what it lists was paid meanwhile', async () => {
    const world = await outboxWorld(memoryLedger());
    await world.must('correspondence.approve', letterOf('account-statement'));
    pay(world, '2026-11-20', [{ documentId: documentOf(world, 0), cents: cents(121_000) }], 121_000);
    await world.send();
    expect(world.server.received).toHaveLength(0);
    expect((await world.rows())[0]).toMatchObject({ state: 'cancelled', failure: { code: 'cancel-amount-changed' } });
  });

  it('is not sent when an invoice came to what it lists', async () => {
    const world = await outboxWorld(memoryLedger());
    await world.must('correspondence.approve', letterOf('account-statement'));
    issue(world.ledger, 1, '2026-11-19');
    await world.send();
    expect((await world.rows())[0]).toMatchObject({ state: 'cancelled', failure: { code: 'cancel-balance-changed' } });
  });

  const handOver = (world: OutboxWorld): void =>
    world.ledger.write((db) => {
      const fields = { kind: 'agency', name: 'Incasso Voorbeeld', attention: '', street: 'Kade 9', postcode: '1234 AB', city: 'Voorbeeldstad', country: 'NL', email: '', phone: '', registration: '' } as const;
      const partyId = valueOf(saveHandoverParty(db, { partyId: null, fields, isStandard: false, at: '2026-11-20T09:00:00Z' }));
      addHandover(db, { customerId: one, party: { partyId, fields, isStandard: false }, on: plainDate('2026-11-20'), at: '2026-11-20T09:00:00Z' });
    });

  it('asks an insolvent or handed-over customer for no balance, but still confirms what came in', async () => {
    const barriers = [
      ['insolvent', (world: OutboxWorld) => world.run(`UPDATE customer SET insolvent_on = '2026-11-18' WHERE id = 1`)],
      ['handed-over', handOver],
    ] as const;
    for (const [kind, bar] of barriers) {
      const world = await outboxWorld(memoryLedger());
      issue(world.ledger, 1, '2026-11-10');
      bar(world);
      expect(await world.call('correspondence.preview', letterOf('account-statement'))).toMatchObject({ ok: false, error: { code: `correspondence-${kind}` } });
      expect(await world.call('correspondence.approve', letterOf('account-statement'))).toMatchObject({ ok: false, error: { code: `correspondence-${kind}` } });
      const bankEntryId = pay(world, '2026-11-19', [{ documentId: documentOf(world, 0), cents: cents(121_000) }], 121_000);
      expect((await world.call('correspondence.preview', letterOf('receipt-confirmation', { bankEntryId }))).ok).toBe(true);
    }
  });

  it('is not sent when the customer became insolvent or was handed over meanwhile', async () => {
    const changes = [
      ['cancel-insolvent', (world: OutboxWorld) => world.run(`UPDATE customer SET insolvent_on = '2026-11-20' WHERE id = 1`)],
      ['cancel-handed-over', handOver],
    ] as const;
    for (const [code, change] of changes) {
      const world = await outboxWorld(memoryLedger());
      await world.must('correspondence.approve', letterOf('account-statement'));
      change(world);
      await world.send();
      expect(world.server.received).toHaveLength(0);
      expect((await world.rows())[0]).toMatchObject({ state: 'cancelled', failure: { code } });
    }
  });

  it('confirms, thanks for or excuses around a payment, by mail and by letter, without asking anything', async () => {
    const world = await outboxWorld(memoryLedger());
    await world.approveAll();
    await world.send();
    world.goTo('2026-11-24');
    const bankEntryId = pay(world, '2026-11-23', [{ documentId: documentOf(world, 0), cents: cents(121_000) }], 121_000);
    const { receipts } = await world.must('correspondence.choices', { customerId: one });
    expect(receipts).toEqual([{ bankEntryId, on: '2026-11-23', cents: 121_000, currency: 'EUR', numbers: 'F1', isAllPaid: true, messageOn: '2026-11-20' }]);
    for (const kind of correspondenceKinds.filter((known) => known !== 'account-statement')) {
      for (const channel of ['email', 'letter'] as const) {
        const shown = await world.must('correspondence.preview', letterOf(kind, { channel, bankEntryId }));
        expect(shown.text.replaceAll('\u00a0', ' ')).toContain('1.210,00');
        expect([shown.html === null, shown.text.includes('BCD')]).toEqual([channel === 'letter', false]);
      }
    }
    const { messageId } = await world.must('correspondence.approve', letterOf('payment-thanks', { bankEntryId }));
    await world.send();
    expect(world.server.received).toHaveLength(3);
    expect(world.count(`SELECT open FROM correspondence_document WHERE message_id = ${messageId}`)).toBe(0);
  });

  it('is refused with the reason: nothing open, no receipt, nothing that crossed, no address', async () => {
    const world = await outboxWorld(memoryLedger());
    expect(await world.call('correspondence.preview', letterOf('payment-thanks'))).toMatchObject({ ok: false, error: { code: 'correspondence-receipt-gone' } });
    const bankEntryId = pay(world, '2026-11-19', [{ documentId: documentOf(world, 0), cents: cents(121_000) }], 121_000);
    expect(await world.call('correspondence.preview', letterOf('account-statement'))).toMatchObject({ ok: false, error: { code: 'correspondence-nothing-open' } });
    expect(await world.call('correspondence.preview', letterOf('crossed-apology', { bankEntryId }))).toMatchObject({ ok: false, error: { code: 'correspondence-nothing-crossed' } });
    world.run(`UPDATE customer SET email = '' WHERE id = 1`);
    expect(await world.call('correspondence.preview', letterOf('payment-thanks', { bankEntryId }))).toMatchObject({ ok: false, error: { code: 'correspondence-no-address' } });
    expect(valueOf(await world.call('correspondence.preview', letterOf('payment-thanks', { channel: 'letter', bankEntryId }))).html).toBeNull();
  });
});

