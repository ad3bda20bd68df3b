/** A notification that comes after its statement: the stored collective booking becomes its payments, once, and whole again when it is undone. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allocateReceipt, parkReceipt } from '../../src-main/ledger/cash/allocations.ts';
import { importMethods } from '../../src-main/features/imports/methods.ts';
import { contract } from '../../src-shared/contract/index.ts';
import type { BankDoubtId, BankEntryId, DocumentId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import { camtFile, mt940File, ublFile } from './importFiles.ts';
import { createWorld, type File, ownIban, sharedBackground, type World } from './importWorld.ts';

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

const parts = [
  { amount: '100.00', name: 'Bakkerij Verzonnen', text: 'factuur 2026-001' },
  { amount: '21.00', name: 'Slagerij Bedacht', text: 'factuur 2026-002' },
];
type Facts = { readonly ref?: string; readonly date?: string; readonly sign?: 'CRDT' | 'DBIT' };

/** A camt.054 as a bank sends it for a collective booking of € 121. */
function notice({ ref, date = '2026-02-02', sign = 'CRDT' }: Facts = {}): File {
  const role = sign === 'CRDT' ? 'Dbtr' : 'Cdtr';
  const details = parts.map(
    (part) => `<TxDtls><Amt Ccy="EUR">${part.amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><RltdPties><${role}><Pty><Nm>${part.name}</Nm></Pty></${role}></RltdPties><RmtInf><Ustrd>${part.text}</Ustrd></RmtInf></TxDtls>`,
  );
  const reference = ref === undefined ? '' : `<AcctSvcrRef>${ref}</AcctSvcrRef>`;
  return {
    name: 'camt054.xml',
    content: `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>N</MsgId></GrpHdr><Ntfctn><Id>N1</Id><Acct><Id><IBAN>${ownIban}</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry><Amt Ccy="EUR">121.00</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${date}</Dt></BookgDt>${reference}<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>${details.join('')}</NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`,
  };
}
/** Statements whose bookings of € 121 carry these references of the bank, with one of € 5 beside them. */
const statement = (...refs: readonly string[]): File =>
  camtFile({
    number: '1',
    opening: 0,
    movements: [...refs.map((ref) => ({ date: '2026-02-02', cents: 12_100, text: 'verzamelbetaling', ref })), { date: '2026-02-02', cents: 500, text: 'los', ref: 'LOS-0001' }],
  });
const amounts = (): unknown => world.rows<{ amount: number }>('SELECT amount FROM bank_entry WHERE removed_at IS NULL ORDER BY amount').map(({ amount }) => amount);
const unmatched = (): unknown => world.rows<{ cents: number }>('SELECT coalesce(sum(unmatched), 0) AS cents FROM bank_entry_balance')[0]?.cents;
const codesOf = async (files: readonly File[]): Promise<readonly string[]> => (await world.preview(files)).files.flatMap((file) => file.problems.map(({ code }) => code));
const idOf = (amount: number): BankEntryId => world.rows<{ id: BankEntryId }>(`SELECT id FROM bank_entry WHERE amount = ${String(amount)} AND removed_at IS NULL`)[0]?.id ?? (0 as BankEntryId);
const [whole, split] = [[500, 12_100], [500, 2_100, 10_000]];

describe('a notification that comes after its statement', () => {
  it('takes the stored booking apart, and says so before and after', async () => {
    await world.take([statement('BOOK-0001')]);
    const preview = await world.preview([notice({ ref: 'BOOK-0001' })]);
    expect(preview.files[0]).toMatchObject({ statements: [{ standing: 'details', fresh: 2 }] });
    expect(preview.totals.fresh).toBe(2);
    const { counts, problems } = await world.take([notice({ ref: 'BOOK-0001' })]);
    expect(counts.bankEntries).toBe(2);
    expect(problems.map(({ code }) => code)).toEqual(['bank-details-split']);
    expect([amounts(), unmatched()]).toEqual([split, 12_600]);
    expect(world.rows("SELECT counter_name, remittance FROM bank_entry WHERE amount = 2100")).toEqual([{ counter_name: 'Slagerij Bedacht', remittance: 'factuur 2026-002' }]);
  });

  it('is never a double: statement and notification come in again in any order and change nothing', async () => {
    await world.take([statement('BOOK-0001')]);
    await world.take([notice({ ref: 'BOOK-0001' })]);
    for (const again of [[statement('BOOK-0001')], [notice({ ref: 'BOOK-0001' })], [notice({ ref: 'BOOK-0001' }), statement('BOOK-0001')]]) {
      const preview = await world.preview(again);
      expect(preview.totals.fresh).toBe(0);
      expect(await world.take(again)).toMatchObject({ importId: null });
    }
    expect([amounts(), unmatched()]).toEqual([split, 12_600]);
    expect(await codesOf([notice({ ref: 'BOOK-0001' })])).toContain('bank-details-known');
  });

  it('makes the booking whole again when it is undone, and can be taken in anew', async () => {
    await world.take([statement('BOOK-0001')]);
    for (const round of [1, 2]) {
      const { importId } = await world.take([notice({ ref: 'BOOK-0001' })]);
      expect([round, amounts(), unmatched()]).toEqual([round, split, 12_600]);
      await world.undo(importId);
      expect([round, amounts(), unmatched(), world.isSound()]).toEqual([round, whole, 12_600, true]);
    }
    expect((await world.preview([statement('BOOK-0001')])).totals.fresh).toBe(0);
  });

  it('goes with its statement: when that is undone first nothing is left, and nothing comes back', async () => {
    const first = await world.take([statement('BOOK-0001')]);
    const second = await world.take([notice({ ref: 'BOOK-0001' })]);
    await world.undo(first.importId);
    expect([amounts(), unmatched(), world.isSound()]).toEqual([[], 0, true]);
    await world.undo(second.importId);
    expect([amounts(), unmatched(), world.isSound()]).toEqual([[], 0, true]);
    await world.take([statement('BOOK-0001')]);
    expect(amounts()).toEqual(whole);
  });

  it('takes back with it what its payments had paid', async () => {
    await world.take([ublFile({ number: '2026-002', total: '21.00', customer: 'Slagerij Bedacht' })]);
    await world.take([statement('BOOK-0001')]);
    const { importId } = await world.take([notice({ ref: 'BOOK-0001' })]);
    const [document] = world.rows<{ id: DocumentId; open: number }>('SELECT document_id AS id, open FROM document_balance');
    if (document === undefined) throw new Error('an invoice was taken in');
    const pay = cents(Math.min(2_100, document.open));
    const paid = world.ledger.write((db) => allocateReceipt(db, { bankEntryId: idOf(2_100), parts: [{ documentId: document.id, cents: pay }], rule: 'manual', reason: { code: 'test', params: {} }, actor: 'person', recordedAt: '2026-03-02T09:00:00.000Z' }));
    expect(paid.ok).toBe(true);
    await world.undo(importId);
    expect([amounts(), unmatched()]).toEqual([whole, 12_600]);
    expect(world.rows('SELECT open FROM document_balance')).toEqual([{ open: document.open }]);
  });

  it('also of money out, which is not journaled', async () => {
    await world.take([camtFile({ number: '2', opening: 0, movements: [{ date: '2026-02-02', cents: -12_100, text: 'verzamelopdracht', ref: 'BOOK-0009' }] })]);
    const { importId } = await world.take([notice({ ref: 'BOOK-0009', sign: 'DBIT' })]);
    expect([amounts(), unmatched()]).toEqual([[-10_000, -2_100], 0]);
    await world.undo(importId);
    expect([amounts(), unmatched()]).toEqual([[-12_100], 0]);
  });
});

describe('a notification leaves the stored booking alone', () => {
  const untouched = async (files: readonly File[], code: string, left: readonly number[]): Promise<void> => {
    expect(await codesOf(files)).toContain(code);
    expect(await world.take(files)).toMatchObject({ importId: null });
    expect(amounts()).toEqual(left);
  };

  it('and explains why, when it was assigned, parked or named before', async () => {
    await world.take([statement('BOOK-0001')]);
    world.ledger.write((db) => parkReceipt(db, { bankEntryId: idOf(12_100), reason: 'bekeken', until: null, at: '' }));
    await untouched([notice({ ref: 'BOOK-0001' })], 'bank-details-decided', whole);
    world.ledger.write((db) => parkReceipt(db, { bankEntryId: idOf(12_100), reason: null, until: null, at: '' }));
    expect(await codesOf([notice({ ref: 'BOOK-0001' })])).toContain('bank-details-split');
  });

  it('when it names a payer of its own and has no reference in common', async () => {
    await world.take([statement('BOOK-0001')]);
    await untouched([notice()], 'bank-details-unmatched', whole);
  });

  it('when two stored bookings fit equally, or it is of another day or amount', async () => {
    await world.take([statement('BOOK-0001', 'BOOK-0002')]);
    await untouched([notice()], 'bank-details-unmatched', [500, 12_100, 12_100]);
    await untouched([notice({ ref: 'BOOK-0001', date: '2026-02-20' })], 'bank-details-unmatched', [500, 12_100, 12_100]);
    await world.take([notice({ ref: 'BOOK-0002' })]);
    expect(amounts()).toEqual([500, 2_100, 10_000, 12_100]);
    expect(world.rows('SELECT bank_ref FROM bank_entry WHERE amount = 2100')).toEqual([{ bank_ref: 'BOOK-0002' }]);
  });
});

describe('a total that is judged the same as a booking told with its payments', () => {
  const total = mt940File({ number: '1', opening: 0, movements: [{ date: '2026-02-02', cents: 12_100, text: 'verzamelbetaling 2 posten' }] });
  /** The statement of the same day in CAMT, with the payments of the booking. */
  const detailed: File = {
    name: 'camt053.xml',
    content: String(notice({ ref: 'BOOK-0001' }).content)
      .replaceAll('camt.054.001.08', 'camt.053.001.08')
      .replaceAll('BkToCstmrDbtCdtNtfctn', 'BkToCstmrStmt')
      .replaceAll('Ntfctn>', 'Stmt>'),
  };
  const waiting = (): readonly BankDoubtId[] => {
    const read = importMethods['imports.doubts'](world.context, {});
    if (read instanceof Promise || !read.ok) throw new Error('the list could not be read');
    return contract['imports.doubts'].output.parse(read.value).doubts.map(({ id }) => id);
  };
  const judge = (verdict: 'same' | 'new') => importMethods['imports.judgeDoubts'](world.context, { ids: [...waiting()], verdict });

  it('becomes its payments, and whole again when their import is undone', async () => {
    await world.take([total]);
    for (const round of [1, 2]) {
      const { importId, counts } = await world.take([detailed]);
      expect([round, counts.doubtful, waiting().length, amounts()]).toEqual([round, 1, 1, [12_100]]);
      expect(await judge('same')).toMatchObject({ ok: true, value: { judged: 1, bankEntries: 2 } });
      expect([round, amounts(), unmatched(), waiting()]).toEqual([round, [2_100, 10_000], 12_100, []]);
      expect(world.rows('SELECT counter_name, remittance FROM bank_entry WHERE amount = 2100 AND removed_at IS NULL')).toEqual([{ counter_name: 'Slagerij Bedacht', remittance: 'factuur 2026-002' }]);
      for (const again of [total, detailed]) expect(await world.take([again])).toMatchObject({ importId: null });
      expect(await world.undo(importId)).toMatchObject({ ok: true });
      expect([round, amounts(), unmatched(), world.isSound()]).toEqual([round, [12_100], 12_100, true]);
    }
  });

  it('stays as it is when something was decided about it, and is judged all the same', async () => {
    await world.take([total]);
    world.ledger.write((db) => parkReceipt(db, { bankEntryId: idOf(12_100), reason: 'bekeken', until: null, at: '' }));
    await world.take([detailed]);
    expect(await judge('same')).toMatchObject({ ok: true, value: { judged: 1, bankEntries: 0 } });
    expect([amounts(), unmatched(), waiting()]).toEqual([[12_100], 12_100, []]);
  });

  it('is gone with its own import, payments and all, and is then asked about again', async () => {
    const first = await world.take([total]);
    await world.take([detailed]);
    await judge('same');
    expect(await world.undo(first.importId)).toMatchObject({ ok: true });
    expect([amounts(), unmatched(), waiting().length]).toEqual([[], 0, 1]);
    expect(await judge('new')).toMatchObject({ ok: true, value: { bankEntries: 2 } });
    expect([amounts(), unmatched()]).toEqual([[2_100, 10_000], 12_100]);
  });
});
