/** Our own direct debits: an order read beside the statements says what an end-to-end id is for, on the way in and on the way back. */
import { describe, expect, it } from 'vitest';
import { debitOrderMethods } from '../../src-main/features/matching/debitOrderMethods.ts';
import { readXmlTree } from '../../src-main/features/printing/readXmlTree.ts';
import { contract, type InputOf, type MethodName, type OutputOf } from '../../src-shared/contract/index.ts';
import type { AppError } from '../../src-shared/errors.ts';
import type { Result } from '../../src-shared/result.ts';
import { cashWorld } from './cashWorld.ts';
import { valueOf } from './ledgers.ts';

const ours = 'NL02ABNA0123456789';
type Debit = { readonly id: string; readonly amount: string; readonly text?: string; readonly reference?: string };

const debit = ({ id, amount, text = '', reference }: Debit): string => `<DrctDbtTxInf><PmtId><EndToEndId>${id}</EndToEndId></PmtId><InstdAmt Ccy="EUR">${amount}</InstdAmt>
  <DrctDbtTx><MndtRltdInf><MndtId>M-77</MndtId></MndtRltdInf></DrctDbtTx><Dbtr><Nm>Aardappel B.V.</Nm></Dbtr><DbtrAcct><Id><IBAN>NL91 ABNA 0417 1643 00</IBAN></Id></DbtrAcct>
  <RmtInf>${reference === undefined ? `<Ustrd>${text}</Ustrd>` : `<Strd><CdtrRefInf><Ref>${reference}</Ref></CdtrRefInf></Strd>`}</RmtInf></DrctDbtTxInf>`;
const order = (debits: readonly Debit[], message = 'INC-2026-11', account = ours): string => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.02"><CstmrDrctDbtInitn><GrpHdr><MsgId>${message}</MsgId></GrpHdr>
<PmtInf><PmtInfId>1</PmtInfId><ReqdColltnDt>2026-11-20</ReqdColltnDt><CdtrAcct><Id><IBAN>${account}</IBAN></Id></CdtrAcct>${debits.map(debit).join('')}</PmtInf></CstmrDrctDbtInitn></Document>`;

function collected() {
  const world = cashWorld();
  world.run(`UPDATE administration SET profile = json_set(profile, '$.ibans', json_array(?))`, ours);
  const [first, second] = [world.invoice(24_200, { number: '2026-0042', due: '2026-11-04' }), world.invoice(9_900, { number: '2026-0043', due: '2026-11-04' })];
  let staged = '';
  const file = { stagedId: 'a', name: 'incasso.xml', path: '' };
  const stagedFiles = { find: () => ({ ...file, size: staged.length }), read: () => Promise.resolve(new TextEncoder().encode(staged)), remove: () => Promise.resolve() };
  const asked = async <M extends keyof typeof debitOrderMethods & MethodName>(method: M, input: InputOf<M>): Promise<Result<OutputOf<M>, AppError>> => {
    // The handler of `method` takes the input of `method`; the compiler cannot follow the index.
    const handler = debitOrderMethods[method] as unknown as (given: unknown, input: InputOf<M>) => Result<OutputOf<M>, AppError> | Promise<Result<OutputOf<M>, AppError>>;
    const result = await handler({ ...world.context, stagedFiles, readXmlTree }, contract[method].input.parse(input) as InputOf<M>);
    if (result.ok) contract[method].output.parse(result.value);
    return result;
  };
  const read = (text: string) => ((staged = text), asked('bank.readDebitOrder', { stagedId: 'a' }));
  const keep = (text: string) => ((staged = text), asked('bank.keepDebitOrder', { stagedId: 'a' }));
  const codeOf = async (result: Promise<Result<unknown, AppError>>): Promise<string> => result.then((answer) => (answer.ok ? 'ok' : answer.error.code));
  return { ...world, asked, first, second, read, keep, codeOf };
}

describe('reading an order for direct debits', () => {
  it('ties an id to the invoice that its text, its reference or the id itself names, and to nothing else', async () => {
    const { read } = collected();
    const lines = valueOf(
      await read(
        order([
          { id: 'E2E-001', amount: '242.00', text: 'Factuur 2026-0042' },
          { id: '2026-0043', amount: '99.00' },
          { id: 'E2E-003', amount: '341.00', text: '2026-0042 en 2026-0043' },
          { id: 'E2E-004', amount: '50.00', text: 'factuur 2026-0042' },
          { id: 'E2E-005', amount: '50.00', text: '2026-0042, 2026-0043' },
          { id: 'E2E-006', amount: '242.00', text: 'abonnement november' },
          { id: 'NOTPROVIDED', amount: '242.00', text: '2026-0042' },
        ]),
      ),
    );
    expect(lines.lines.map((line) => [line.state, ...line.numbers])).toEqual([
      ['fits', '2026-0042'],
      ['fits', '2026-0043'],
      ['fits', '2026-0042', '2026-0043'],
      ['differs', '2026-0042'],
      ['several'],
      ['unknown'],
      ['no-id'],
    ]);
    expect(lines).toMatchObject({ message: 'INC-2026-11', kept: 4 });
  });

  it('refuses what is no order, an order of another company, one that is kept, and one that names nothing of ours', async () => {
    const { read, keep, codeOf } = collected();
    const one: Debit = { id: 'E2E-001', amount: '242.00', text: '2026-0042' };
    expect(await codeOf(read('geen xml'))).toBe('debit-order-unreadable');
    expect(await codeOf(read(order([one]).replaceAll('CstmrDrctDbtInitn', 'CstmrCdtTrfInitn')))).toBe('debit-order-unreadable');
    expect(await codeOf(read(`<!DOCTYPE a [<!ENTITY x "y">]>${order([one])}`))).toBe('debit-order-unreadable');
    expect(await codeOf(read(order([{ ...one, amount: '1,5' }])))).toBe('debit-order-unreadable');
    expect(await codeOf(read(order([one], 'X', 'NL91ABNA0417164300')))).toBe('debit-order-not-ours');
    expect(await codeOf(keep(order([{ ...one, text: 'abonnement' }])))).toBe('debit-order-nothing');
    expect(await codeOf(keep(order([one])))).toBe('ok');
    expect(await codeOf(keep(order([one])))).toBe('debit-order-known');
  });
});

describe('a direct debit of ours', () => {
  const kept = async () => {
    const world = collected();
    const { orderId } = valueOf(await world.keep(order([{ id: 'E2E-001', amount: '242.00', text: '2026-0042' }, { id: 'E2E-002', amount: '99.00', text: '2026-0043' }])));
    return { ...world, orderId };
  };
  it('is booked on its invoice by its end-to-end id alone', async () => {
    const { line, must, open, first, second, broken } = await kept();
    line(24_200, { endToEnd: 'e2e-001', on: '2026-11-20' });
    must('matching.run', {});
    expect([open(first), open(second)]).toEqual([0, 9_900]);
    expect(must('bank.allocations', { limit: 1 }).allocations[0]?.reason).toEqual({ code: 'match-direct-debit', params: { reference: 'e2e-001', number: '2026-0042' } });
    expect(broken()).toEqual([]);
  });

  it('of another amount than is open is left to a person', async () => {
    const { line, must, left } = await kept();
    const receipt = line(24_000, { endToEnd: 'E2E-001', on: '2026-11-20' });
    must('matching.run', {});
    expect(left(receipt)).toBe(24_000);
  });

  it('that comes back opens the invoice it was for again, also where the receipt was booked without its id', async () => {
    const { line, must, open, first, second, part, call } = await kept();
    // An export without ids: only the order tells which receipt came back.
    for (const documentId of [first, second]) {
      const receipt = line(documentId === first ? 24_200 : 9_900, { on: '2026-11-20' });
      valueOf(call('bank.allocate', { bankEntryId: receipt, parts: [part(documentId, documentId === first ? 24_200 : 9_900)] }));
    }
    expect([open(first), open(second)]).toEqual([0, 0]);
    line(-9_900, { endToEnd: 'E2E-002', returned: 'AM04', on: '2026-11-21' });
    must('matching.run', {});
    expect([open(first), open(second)]).toEqual([0, 9_900]);
  });

  it('counts no more when its order is withdrawn, and can be read again then', async () => {
    const { line, must, left, orderId, keep, codeOf, asked } = await kept();
    expect(valueOf(await asked('bank.debitOrders', {})).orders).toMatchObject([{ message: 'INC-2026-11', debits: 2, cents: 34_100 }]);
    valueOf(await asked('bank.withdrawDebitOrder', { orderId }));
    expect(await asked('bank.withdrawDebitOrder', { orderId })).toMatchObject({ ok: false, error: { code: 'not-allowed-now' } });
    const receipt = line(24_200, { endToEnd: 'E2E-001', on: '2026-11-20' });
    must('matching.run', {});
    expect([left(receipt), valueOf(await asked('bank.debitOrders', {})).orders]).toEqual([24_200, []]);
    expect(await codeOf(keep(order([{ id: 'E2E-001', amount: '242.00', text: '2026-0042' }])))).toBe('ok');
  });
});
