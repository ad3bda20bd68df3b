import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followUpPlan } from '../../src-main/ledger/followUp/followUpPlan.ts';
import { parkReceipt, undoAllocations } from '../../src-main/ledger/cash/allocations.ts';
import { saveOwnAccount } from '../../src-main/ledger/bank/bankEntries.ts';
import type { BankEntryId, EntryId } from '../../src-shared/ids.ts';
import { runMatching } from '../../src-main/features/matching/runMatching.ts';
import { camtFile, ublFile } from './importFiles.ts';
import { createWorld, sharedBackground, type World } from './importWorld.ts';

const background = sharedBackground(30_000);
afterAll(() => background.close());

let world: World;
beforeEach(() => {
  world = createWorld(background);
});
afterEach(() => {
  expect(world.isSound()).toBe(true);
  world.close();
});

const invoice = ublFile({ number: '2026-001', total: '121.00', reference: '+++090/9337/55493+++' });
const statement = camtFile({
  number: '1',
  opening: 0,
  movements: [{ date: '2026-02-02', cents: 12_100, text: 'factuur 2026-001 +++090/9337/55493+++' }],
});
const state = (): unknown => ({
  open: world.rows('SELECT d.number, b.open FROM document_balance b JOIN document d ON d.id = b.document_id WHERE d.removed_at IS NULL'),
  unmatched: world.rows(
    'SELECT b.unmatched FROM bank_entry_balance b JOIN bank_entry e ON e.id = b.bank_entry_id WHERE e.removed_at IS NULL',
  ),
});
const match = (): void => void runMatching(world.ledger, world.context.clock.today(), world.context.clock.now());

describe('an import undone after its money was assigned', () => {
  it('opens the invoice again when the statement goes', async () => {
    await world.take([invoice]);
    const bank = await world.take([statement]);
    match();
    expect(state()).toEqual({ open: [{ number: '2026-001', open: 0 }], unmatched: [{ unmatched: 0 }] });
    expect(await world.undo(bank.importId)).toMatchObject({ ok: true });
    expect(state()).toEqual({ open: [{ number: '2026-001', open: 12100 }], unmatched: [] });
    await world.take([statement]);
    match();
    expect(state()).toEqual({ open: [{ number: '2026-001', open: 0 }], unmatched: [{ unmatched: 0 }] });
  });

  it('leaves the receipt to be assigned again when the invoice goes', async () => {
    const invoices = await world.take([invoice]);
    await world.take([statement]);
    match();
    expect(await world.undo(invoices.importId)).toMatchObject({ ok: true });
    expect(state()).toEqual({ open: [], unmatched: [{ unmatched: 12100 }] });
  });

  it('leaves an invoice alone that a list shows with another balance once money was assigned to it', async () => {
    await world.take([invoice]);
    await world.take([statement]);
    match();
    const { openItemsFile } = await import('./importFiles.ts');
    const list = openItemsFile([['2026-001', 'Bouwbedrijf De Hoek B.V.', '', '15-01-2026', '14-02-2026', '121,00', '80,00']]);
    const committed = await world.take([list]);
    expect(committed).toMatchObject({
      importId: null,
      problems: [{ code: 'document-balance-differs', params: { ledger: 0, list: 8000 } }],
    });
    expect(state()).toMatchObject({ open: [{ open: 0 }] });
  });

  it('refuses to lower an invoice below what was paid on it', async () => {
    await world.take([invoice]);
    await world.take([statement]);
    match();
    const committed = await world.take([ublFile({ number: '2026-001', total: '100.00' })]);
    expect(committed).toMatchObject({ importId: null, problems: [{ code: 'document-below-paid' }] });
    expect(world.rows('SELECT total FROM document')).toEqual([{ total: 12100 }]);
  });
});

describe('what is not a payment of a customer', () => {
  it('such as money from our own savings account, is put aside with a reason, and stays where a person puts it', async () => {
    world.ledger.write((db) => saveOwnAccount(db, { iban: 'NL02RABO0123456789', currency: 'EUR', ownership: 'ours' }));
    await world.take([invoice]);
    await world.take([
      camtFile({ number: '1', opening: 0, movements: [{ date: '2026-02-02', cents: 12_100, iban: 'NL02RABO0123456789', text: 'geld voor factuur 2026-001' }] }),
    ]);
    match();
    const parked = (): unknown => world.rows('SELECT parked_reason FROM bank_entry');
    expect(parked()).toEqual([{ parked_reason: 'Overboeking van een eigen rekening' }]);
    expect(state()).toEqual({ open: [{ number: '2026-001', open: 12100 }], unmatched: [{ unmatched: 12100 }] });
    world.ledger.write((db) => parkReceipt(db, { bankEntryId: 1 as BankEntryId, reason: null, until: null, at: '2026-03-02T10:00:00Z' }));
    match();
    expect(parked()).toEqual([{ parked_reason: null }]);
  });

  it('is not booked again once a person undid it', async () => {
    await world.take([invoice]);
    await world.take([statement]);
    match();
    const [entry] = world.rows<{ id: EntryId }>(`SELECT id FROM journal_entry WHERE kind = 'allocation'`);
    const undo = { entryIds: entry === undefined ? [] : [entry.id], recordedAt: '2026-03-02T10:00:00Z', reason: { code: 'undone-by-person', params: {} } };
    expect(world.ledger.write((db) => undoAllocations(db, undo))).toEqual({ ok: true, value: 1 });
    match();
    await world.take([ublFile({ number: '2026-002', total: '50.00' })]);
    match();
    expect(state()).toEqual({ open: [{ number: '2026-001', open: 12100 }, { number: '2026-002', open: 5000 }], unmatched: [{ unmatched: 12100 }] });
  });
});

describe('a payment without a word from an unknown account', () => {
  const wordless = camtFile({ number: '7', opening: 0, movements: [{ date: '2026-02-20', cents: 5_000, name: 'BOUWBEDRIJF DE HOEK BV', text: '' }] });
  const held = (): unknown => followUpPlan(world.ledger.read, { today: world.context.clock.today(), customerId: null }).held.map(({ reason }) => reason.code);

  it('of somebody called like a customer holds the reminder until a person has looked; nothing is booked or learned', async () => {
    await world.take([invoice]);
    await world.take([wordless]);
    match();
    expect(held()).toEqual(['held-unmatched-receipt']);
    expect(state()).toEqual({ open: [{ number: '2026-001', open: 12100 }], unmatched: [{ unmatched: 5000 }] });
    expect(world.rows('SELECT iban FROM customer_iban')).toEqual([]);
  });

  it('of a name that two customers share says nothing', async () => {
    const twin = (number: string, vat: string) => ublFile({ number, total: '60.00', vat });
    await world.take([twin('2026-001', 'NL123456782B90'), twin('2026-002', 'NL111222333B01')]);
    await world.take([wordless]);
    match();
    expect(world.rows('SELECT customer_id FROM bank_entry')).toEqual([{ customer_id: null }]);
  });
});
