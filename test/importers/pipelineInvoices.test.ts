import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openItemsFile, ublFile } from './importFiles.ts';
import { createWorld, profile, sharedBackground, type World } from './importWorld.ts';

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

const balances = (of: World): unknown =>
  of.rows(`SELECT d.number, b.open FROM document_balance b JOIN document d ON d.id = b.document_id WHERE b.open <> 0 ORDER BY d.number`);
const totalOpen = (of: World): unknown => of.rows<{ open: number }>('SELECT coalesce(sum(open), 0) AS open FROM document_balance')[0]?.open;

describe('invoices taken in', () => {
  it('shows what taking in would do and stores nothing before it is confirmed', async () => {
    const preview = await world.preview([
      ublFile({ number: '2026-001', total: '121.00' }),
      ublFile({ number: '2026-002', total: '60.50', dueDate: '2026-01-20' }),
    ]);
    expect(preview.totals).toEqual({
      fresh: 2,
      known: 0,
      skipped: 0,
      refused: 0,
      customersNew: 1,
      sums: [{ currency: 'EUR', cents: 18150, count: 2 }],
    });
    expect(preview.files[1]).toMatchObject({
      kind: 'invoices',
      documents: 1,
      fresh: 1,
      oldestDueDate: '2026-01-20',
      customersNew: 1,
      problems: [],
    });
    expect(world.rows('SELECT id FROM import')).toEqual([]);
    expect(world.rows('SELECT id FROM customer')).toEqual([]);
  });

  it('books an invoice on its issue date and a credit note with the other sign', async () => {
    await world.take([
      ublFile({ number: '2026-001', total: '121.00' }),
      ublFile({ number: 'C-1', total: '21.00', isCredit: true, issueDate: '2026-01-20' }),
    ]);
    expect(balances(world)).toEqual([
      { number: '2026-001', open: 12100 },
      { number: 'C-1', open: -2100 },
    ]);
    expect(world.rows('SELECT kind, effective_date FROM journal_entry ORDER BY id')).toEqual([
      { kind: 'invoice', effective_date: '2026-01-15' },
      { kind: 'credit-note', effective_date: '2026-01-20' },
    ]);
  });

  it('takes the same file in twice without anything new', async () => {
    const file = ublFile({ number: '2026-001', total: '121.00' });
    await world.take([file]);
    const again = await world.preview([file]);
    expect(again.totals).toMatchObject({ fresh: 0, known: 1 });
    const committed = await world.tryCommit(again.previewId);
    expect(committed).toMatchObject({ ok: true, value: { importId: null, counts: { documents: 0, changed: 0, customers: 0 } } });
    expect(world.history()).toHaveLength(1);
    expect(totalOpen(world)).toBe(12100);
  });

  it('recognises a customer by VAT number, then by number, then by name, and adds it once', async () => {
    await world.take([
      ublFile({ number: '1', total: '10.00', customer: 'De Hoek B.V.', vat: 'NL123456782B90' }),
      ublFile({ number: '2', total: '20.00', customer: 'Bouwbedrijf De Hoek', vat: 'NL123456782B90', issueDate: '2026-01-16' }),
    ]);
    await world.take([openItemsFile([['3', 'Bouwbedrijf De Hoek BV', '1001', '17-01-2026', '16-02-2026', '30,00', '30,00']])]);
    await world.take([openItemsFile([['4', 'Hoek Bouw Groep', '1001', '18-01-2026', '16-02-2026', '40,00', '40,00']])]);
    expect(world.rows('SELECT count(*) AS n FROM customer')).toEqual([{ n: 1 }]);
    expect(totalOpen(world)).toBe(10000);
  });

  it('keeps two companies with one name and different VAT numbers apart', async () => {
    await world.take([
      ublFile({ number: '1', total: '10.00', customer: 'Jansen B.V.', vat: 'NL123456782B90' }),
      ublFile({ number: '2', total: '20.00', customer: 'Jansen B.V.', vat: 'NL111222333B01' }),
    ]);
    expect(world.rows('SELECT count(*) AS n FROM customer')).toEqual([{ n: 2 }]);
  });

  it('books an item of a list over its total and the settled part on the day of the list', async () => {
    await world.take([openItemsFile([['2026-7', 'Atelier Zuid', '', '10-01-2026', '09-02-2026', '121,00', '80,00']])]);
    expect(balances(world)).toEqual([{ number: '2026-7', open: 8000 }]);
    expect(world.rows('SELECT kind, effective_date FROM journal_entry ORDER BY id')).toEqual([
      { kind: 'invoice', effective_date: '2026-01-10' },
      { kind: 'opening-item', effective_date: '2026-03-02' },
    ]);
  });

  it('takes a prepaid amount off once', async () => {
    await world.take([ublFile({ number: '9', total: '1250.00', prepaid: '1000.00' })]);
    expect(balances(world)).toEqual([{ number: '9', open: 25000 }]);
    expect(world.rows('SELECT total FROM document')).toEqual([{ total: 125000 }]);
  });

  it('follows a list that shows less open than before, and leaves an invoice alone that money was assigned to', async () => {
    const row = (open: string) => openItemsFile([['2026-7', 'Atelier Zuid', '', '10-01-2026', '09-02-2026', '121,00', open]]);
    await world.take([row('121,00')]);
    const changed = await world.take([row('80,00')]);
    expect(changed.counts).toMatchObject({ documents: 0, changed: 1 });
    expect(balances(world)).toEqual([{ number: '2026-7', open: 8000 }]);
    expect(world.rows("SELECT kind FROM journal_entry WHERE kind = 'books-adjustment'")).toHaveLength(1);
  });

  it('replaces a changed amount by a counter-entry and a new entry', async () => {
    await world.take([ublFile({ number: '2026-001', total: '121.00' })]);
    const preview = await world.preview([ublFile({ number: '2026-001', total: '242.00', dueDate: '2026-02-20' })]);
    expect(preview.files[0]).toMatchObject({ changed: 1, fresh: 0 });
    await world.tryCommit(preview.previewId);
    expect(balances(world)).toEqual([{ number: '2026-001', open: 24200 }]);
    expect(world.rows('SELECT kind FROM journal_entry ORDER BY id')).toEqual([
      { kind: 'invoice' },
      { kind: 'reversal' },
      { kind: 'invoice' },
    ]);
    expect(world.rows('SELECT total, due_date FROM document')).toEqual([{ total: 24200, due_date: '2026-02-20' }]);
  });

  it('leaves what a person changed about a customer alone', async () => {
    await world.take([ublFile({ number: '1', total: '10.00', email: 'oud@hoek.example' })]);
    world.ledger.write((db) =>
      db.sqlite.exec(`UPDATE customer SET email = '', street = 'Nieuwe weg 9', edited_fields = '["email","street"]'`),
    );
    await world.take([ublFile({ number: '2', total: '20.00', email: 'nieuw@hoek.example' })]);
    expect(world.rows('SELECT email, street FROM customer')).toEqual([{ email: '', street: 'Nieuwe weg 9' }]);
  });

  it('sets a credit note off against the one invoice it names, whichever comes first', async () => {
    const invoice = ublFile({ number: '2026-010', total: '121.00' });
    const creditNote = ublFile({ number: 'C-10', total: '21.00', isCredit: true, credits: '2026-010', issueDate: '2026-02-01' });
    await world.take([creditNote]);
    await world.take([invoice]);
    expect(balances(world)).toEqual([{ number: '2026-010', open: 10000 }]);
    expect(world.rows("SELECT effective_date FROM journal_entry WHERE kind = 'set-off'")).toEqual([{ effective_date: '2026-02-01' }]);
    const other = createWorld(background);
    await other.take([invoice, creditNote]);
    expect(balances(other)).toEqual(balances(world));
    expect(other.isSound()).toBe(true);
    other.close();
  });

  it('skips a purchase invoice and an invoice of another seller, and says so', async () => {
    const committed = await world.take([
      ublFile({
        number: 'P-1',
        total: '99.00',
        sellerVat: 'NL111222333B01',
        sellerName: 'Groothandel',
        vat: 'NL123456782B12',
        customer: 'Voorbeeld Studio B.V.',
      }),
      ublFile({ number: 'X-1', total: '99.00', sellerVat: 'NL111222333B01', sellerName: 'Groothandel' }),
    ]);
    expect(committed.importId).toBeNull();
    expect(committed.problems.map((one) => one.code)).toEqual(['document-purchase', 'document-other-seller']);
  });

  it('without numbers to compare skips an invoice of another name, and takes in one of a like name with a warning', async () => {
    const office = createWorld(background, { ...profile, vatNumber: '', registrationNumber: '' });
    const committed = await office.take([
      ublFile({ number: 'X-1', total: '99.00', sellerVat: 'NL111222333B01', sellerName: 'Groothandel' }),
      ublFile({ number: 'T-1', total: '99.00', sellerVat: 'NL111222333B01', sellerName: 'Voorbeeld Winkels' }),
      ublFile({ number: 'E-1', total: '99.00', sellerVat: 'NL111222333B01', sellerName: 'voorbeeld studio' }),
    ]);
    expect(committed.problems.map((one) => `${String(one.params['number'])} ${one.code}`).sort()).toEqual(['T-1 document-seller-alike', 'X-1 document-foreign-seller']);
    expect(office.rows('SELECT number FROM document ORDER BY number')).toEqual([{ number: 'E-1' }, { number: 'T-1' }]);
    office.close();
  });

  it('keeps a direct debit on hold and a normalised payment reference beside the invoice', async () => {
    await world.take([ublFile({ number: '1', total: '10.00', means: '59', reference: '+++090/9337/55493+++' })]);
    expect(world.rows('SELECT collect_hold, reference_key FROM document')).toEqual([
      { collect_hold: 'direct-debit', reference_key: '090933755493' },
    ]);
  });

  it('writes a customer in Wallonia in French and keeps its contact', async () => {
    await world.take([
      ublFile({
        number: '1',
        total: '10.00',
        country: 'BE',
        postcode: '5000',
        customer: 'Menuiserie Lenoir',
        email: 'compta@lenoir.example',
        contact: 'A. Lenoir',
      }),
      ublFile({
        number: '2',
        total: '10.00',
        country: 'BE',
        postcode: '9000',
        customer: 'Drukkerij Pauwels',
        email: 'jan@pauwels.example',
        contact: 'Jan Pauwels',
      }),
    ]);
    expect(world.rows('SELECT name, language, email FROM customer ORDER BY name')).toEqual([
      { name: 'Drukkerij Pauwels', language: 'nl', email: 'jan@pauwels.example' },
      { name: 'Menuiserie Lenoir', language: 'fr', email: 'compta@lenoir.example' },
    ]);
    expect(world.rows('SELECT role, is_payment_contact FROM contact ORDER BY role')).toEqual([
      { role: 'accounts-payable', is_payment_contact: 1 },
      { role: 'other', is_payment_contact: 0 },
    ]);
  });

  it('keeps another currency apart', async () => {
    const preview = await world.preview([
      ublFile({ number: '1', total: '10.00' }),
      ublFile({ number: '2', total: '99.00', currency: 'USD' }),
    ]);
    expect(preview.totals.sums).toEqual(
      expect.arrayContaining([
        { currency: 'EUR', cents: 1000, count: 1 },
        { currency: 'USD', cents: 9900, count: 1 },
      ]),
    );
    await world.tryCommit(preview.previewId);
    expect(world.rows('SELECT currency FROM journal_entry ORDER BY id')).toEqual([{ currency: 'EUR' }, { currency: 'USD' }]);
  });
});

describe('an import undone', () => {
  it('leaves every balance as it was before, and the same files are new again', async () => {
    await world.take([ublFile({ number: '2026-001', total: '121.00' })]);
    const before = { open: balances(world), sales: world.rows('SELECT sum(cents) AS cents FROM sales_day') };
    const files = [
      ublFile({ number: '2026-001', total: '150.00', dueDate: '2026-03-01' }),
      ublFile({ number: '2026-002', total: '60.50' }),
      ublFile({ number: 'C-1', total: '21.00', isCredit: true, credits: '2026-001', issueDate: '2026-01-20' }),
    ];
    const { importId } = await world.take(files);
    expect(await world.undo(importId)).toMatchObject({ ok: true });
    expect({ open: balances(world), sales: world.rows('SELECT sum(cents) AS cents FROM sales_day') }).toEqual(before);
    expect(world.rows('SELECT total, due_date FROM document WHERE removed_at IS NULL')).toEqual([{ total: 12100, due_date: '2026-02-14' }]);
    expect((await world.preview(files)).totals).toMatchObject({ fresh: 3, known: 0 });
    const again = await world.take(files);
    expect(again.counts).toMatchObject({ documents: 2, changed: 1 });
    expect(totalOpen(world)).toBe(15000 + 6050 - 2100);
  });

  it('keeps what a later import made of a document, and goes back past both when both are undone', async () => {
    const version = (total: string) => ublFile({ number: '2026-001', total });
    const state = () => world.rows('SELECT d.total, b.open FROM document d JOIN document_balance b ON b.document_id = d.id');
    await world.take([version('100.00')]);
    const second = await world.take([version('200.00')]);
    const third = await world.take([version('300.00')]);
    await world.undo(second.importId);
    expect(state()).toEqual([{ total: 30000, open: 30000 }]);
    await world.undo(third.importId);
    expect(state()).toEqual([{ total: 10000, open: 10000 }]);
    expect((await world.preview([version('100.00')])).totals).toMatchObject({ fresh: 0, known: 1 });
  });

  it('can be done once, and the history shows it', async () => {
    const { importId } = await world.take([ublFile({ number: '2026-001', total: '121.00' })]);
    expect(await world.undo(importId)).toEqual({ ok: true, value: { reversedEntries: 1 } });
    expect(await world.undo(importId)).toMatchObject({ ok: false, error: { code: 'import-undone' } });
    expect(world.history()).toMatchObject([
      { id: importId, files: ['2026-001.xml'], documents: 1, undoneAt: expect.stringContaining('2026-03-02') },
    ]);
  });
});
