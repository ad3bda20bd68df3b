import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import type { BankEntryId } from '../../../src-shared/ids.ts';
import { cents } from '../../../src-shared/money.ts';
import { type EarlierLine, findReturned, type TurningLine } from './findReturned.ts';

const blank = { currency: 'EUR', counterIban: null, counterName: null, remittance: '', structuredRef: null, endToEndId: null, mandateId: null } as const;
const back = (facts: Partial<TurningLine>): TurningLine => ({ ...blank, bankEntryId: 99 as BankEntryId, amount: cents(-10_000), bookDate: plainDate('2026-10-20'), returnReason: 'MD06', ...facts });
const paid = (id: number, facts: Partial<EarlierLine>): EarlierLine => ({ ...blank, bankEntryId: id as BankEntryId, amount: cents(10_000), bookDate: plainDate('2026-10-01'), numbers: [], debitIds: [], ...facts });
const found = (line: TurningLine, earlier: readonly EarlierLine[]) => findReturned(line, earlier, 5).map(({ earlier: one, isCertain }) => [one.bankEntryId, isCertain]);

describe('which payment a return takes back', () => {
  it('goes by the end-to-end id before the account, also when the bank broke it with blanks', () => {
    const earlier = [paid(1, { counterIban: 'NL00TEST0000000002' }), paid(2, { endToEndId: 'INC-1' })];
    expect(found(back({ endToEndId: 'INC- 1', counterIban: 'NL00 TEST 0000 0000 02' }), earlier)).toEqual([[2, true], [1, false]]);
  });

  it('takes an absent id for none', () => {
    for (const endToEndId of ['NOTPROVIDED', 'NOT PROVIDED', 'NONREF', '-', '']) expect(found(back({ endToEndId }), [paid(1, { endToEndId })])).toEqual([]);
  });

  it('is certain by account only with exactly the amount and one payment of it', () => {
    const account = { counterIban: 'NL00TEST0000000002' };
    expect(found(back(account), [paid(1, account)])).toEqual([[1, true]]);
    expect(found(back(account), [paid(1, account), paid(2, account)])).toEqual([[2, false], [1, false]]);
    expect(found(back({ ...account, amount: cents(-10_250) }), [paid(1, account)])).toEqual([[1, false]]);
  });

  it('is never certain without the bank’s word, nor by a name', () => {
    expect(found(back({ endToEndId: 'A1', returnReason: null }), [paid(1, { endToEndId: 'A1' })])).toEqual([[1, false]]);
    expect(found(back({ counterName: 'Bloemen BV' }), [paid(1, { counterName: 'BLOEMEN B.V.' })])).toEqual([[1, false]]);
  });

  it('leaves out what cannot be meant: a later payment, another currency, less than came back, the same direction', () => {
    const id = { endToEndId: 'A1' };
    const not = [paid(1, { ...id, bookDate: plainDate('2026-10-21') }), paid(2, { ...id, currency: 'USD' }), paid(3, { ...id, amount: cents(10_001) }), paid(4, { ...id, amount: cents(-10_000) })];
    expect(found(back(id), not)).toEqual([]);
  });

  it('finds the number of the invoice in the text, and the refund of ours that came back', () => {
    expect(found(back({ remittance: 'RETOUR FACT 2026-0403' }), [paid(1, { numbers: ['2026 0403'] })])).toEqual([[1, true]]);
    expect(found(back({ amount: cents(10_000), endToEndId: 'R1', returnReason: 'AC04' }), [paid(1, { amount: cents(-10_000), endToEndId: 'R1' })])).toEqual([[1, true]]);
  });
});
