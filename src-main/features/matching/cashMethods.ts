import { zReason } from '../../../src-shared/contract/common.ts';
import type { HandlerResult, Handlers } from '../../../src-shared/contract/index.ts';
import { addDays } from '../../../src-shared/dates.ts';
import { appError } from '../../../src-shared/errors.ts';
import { negateCents } from '../../../src-shared/money.ts';
import { codedReason } from '../../../src-shared/reasons.ts';
import { err, ok } from '../../../src-shared/result.ts';
import { entriesOfDecision } from '../../ledger/cash/bookedTogether.ts';
import { bookRefund, bookReturn, returnCosts } from '../../ledger/cash/moneyBack.ts';
import { receiptById } from '../../ledger/cash/matchingRead.ts';
import { moneyBackLine, reopenedBy } from '../../ledger/cash/moneyBackRead.ts';
import { claimReturnCosts } from '../../ledger/cash/returnCosts.ts';
import { atOnce, inTurns } from '../../ledger/inTurns.ts';
import { writtenOffRows, writtenOffTotals } from '../../ledger/documents/writtenOff.ts';
import { returnReasonOf } from './bookReturns.ts';
import { decideInList } from './decideInList.ts';
import { decideByPerson } from './decideReceiptByPerson.ts';
import { type Known, knownInSteps } from './knownNow.ts';
import type { MatchingContext } from './matchingContext.ts';
import { moneyBackLines } from './moneyBackView.ts';
import { isSmallRun } from './runMatching.ts';
import { toMatch } from './waitingReceipts.ts';

type Methods = 'bank.decide' | 'bank.bookInList' | 'bank.writtenOff' | 'bank.moneyBack' | 'bank.bookReturn' | 'bank.bookRefund' | 'bank.claimReturnCosts';

/** Days a customer has to pay the costs of a return: as long as a first reminder gives. */
const claimTermDays = 14;

const changed = ({ events }: MatchingContext): void => events.emit({ type: 'ledgerChanged', areas: ['allocations', 'bank', 'documents', 'customers', 'dunning'] });

/** Decisions about money that came in or went back. */
export const cashMethods: Handlers<MatchingContext, Methods> = {
  'bank.decide': (context, decision) => {
    const decided = context.ledger.write((db) => decideByPerson(db, decision, context.clock.now()));
    if (decided.ok) changed(context);
    return decided;
  },
  'bank.bookInList': (context, { bankEntryId }) => {
    const { ledger, clock } = context;
    const book = ({ index }: Known): HandlerResult<'bank.bookInList'> => {
      const decided = ledger.write((db) => {
        const row = receiptById(db, bankEntryId);
        if (row === null) return err(appError('not-found', { what: 'receipt', id: bankEntryId }));
        return decideInList(db, { bankEntryId, receipt: toMatch(row), index, at: clock.now() });
      });
      if (decided.ok) changed(context);
      return decided;
    };
    const known = knownInSteps(ledger.read, clock.today());
    return isSmallRun(ledger) ? book(atOnce(known)) : inTurns(known).then(book);
  },
  'bank.writtenOff': ({ ledger }, { limit }) =>
    ok({
      rows: writtenOffRows(ledger.read, limit).map(({ actor, reason, ...row }) => ({ ...row, byPerson: actor === 'person', reason: zReason.parse(JSON.parse(reason)) })),
      totals: [...writtenOffTotals(ledger.read)],
    }),
  'bank.moneyBack': ({ ledger, clock }) => ok({ lines: [...moneyBackLines(ledger.read, clock.today())] }),
  'bank.bookReturn': (context, { bankEntryId, returnedBankEntryId }) => {
    const { ledger, clock } = context;
    const booked = ledger.write((db) => {
      const line = moneyBackLine(db, bankEntryId);
      const earlier = moneyBackLine(db, returnedBankEntryId);
      if (line === null || earlier === null) return err(appError('not-found', { what: 'receipt', id: bankEntryId }));
      const lead = bookReturn(db, { bankEntryId, earlierBankEntryId: returnedBankEntryId, recordedAt: clock.now(), actor: 'person', reason: returnReasonOf(line, earlier.bookDate) });
      if (!lead.ok) return lead;
      const reopened = reopenedBy(db, entriesOfDecision(db, lead.value)).slice(0, 400);
      const customerId = reopened[0]?.customerId ?? earlier.customerId;
      const costs = returnCosts(db, lead.value);
      return ok({
        entryIds: [lead.value],
        reopened: reopened.map(({ documentId, number, cents }) => ({ documentId, number, cents: negateCents(cents) })),
        claim: costs > 0 && customerId !== null ? { customerId, cents: costs } : null,
      });
    });
    if (booked.ok) changed(context);
    return booked;
  },
  'bank.bookRefund': (context, { bankEntryId, sources }) => {
    const { ledger, clock } = context;
    const booked = ledger.write((db) => {
      const bookDate = moneyBackLine(db, bankEntryId)?.bookDate ?? clock.today();
      return bookRefund(db, { bankEntryId, sources, recordedAt: clock.now(), actor: 'person', reason: { code: codedReason('refund-booked', {}).code, params: { bookDate } } });
    });
    if (!booked.ok) return booked;
    changed(context);
    return ok({ entryIds: [booked.value] });
  },
  'bank.claimReturnCosts': (context, { entryId, customerId, cents }) => {
    const { ledger, clock } = context;
    const on = clock.today();
    const reason = { code: codedReason('return-costs-claimed', {}).code, params: { bookDate: on } };
    const claimed = ledger.write((db) => claimReturnCosts(db, { entryId, customerId, cents, on, dueOn: addDays(on, claimTermDays), recordedAt: clock.now(), reason }));
    if (claimed.ok) changed(context);
    return claimed;
  },
};
