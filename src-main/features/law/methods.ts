import type { Handlers, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { addDays } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { type Cents, sumCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { coveredUntil, type RateTable, withTypedRates } from '../../domain/law/rates.ts';
import { bookClaim, isClaimTouched, removeClaimDocument } from '../../ledger/law/claimFactsRead.ts';
import type { Ledger, ReadableDb, WritableDb } from '../../ledger/connection.ts';
import { customerFields } from '../../ledger/customers/customerRead.ts';
import { reverseEntry } from '../../ledger/journal.ts';
import { addClaimDecision, bookedEntryOf, saveCustomerLaw, saveTypedRate, typedRates } from '../../ledger/law/lawRecords.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { LawRateFiles } from '../../ports/lawRateFiles.ts';
import { type Claims, customerClaims } from './customerClaims.ts';
import { readLawSettings, saveLawSettings } from './lawSettings.ts';
import { type LoadedRates, loadRates } from './readRates.ts';

export type LawContext = { readonly ledger: Ledger; readonly clock: Clock; readonly events: Events; readonly lawRates: LawRateFiles };
type Methods = 'law.claims' | 'law.decide' | 'law.undoBooking' | 'law.saveCustomer' | 'law.rates' | 'law.saveRate' | 'law.settings' | 'law.saveSettings';
type Decision = InputOf<'law.decide'>;
type Decided = OutputOf<'law.decide'>;

const done = ok({ done: true as const });
/** How long a customer has to pay a booked claim before it is overdue itself. */
const claimTermDays = 14;

const tableOf = ({ ledger, lawRates }: Pick<LawContext, 'ledger' | 'lawRates'>): RateTable => withTypedRates(loadRates(lawRates).table, typedRates(ledger.read));

type RowId = Claims['rows'][number]['documentId'];
type Part = { readonly documentId: RowId | null; readonly cents: Cents; readonly working: unknown; readonly isEarly: boolean; readonly covers: readonly RowId[] };
/** The claims of the customer, and those about the one document that is decided about. */
type Known = { readonly claims: Claims; readonly ofDocument: Claims };

/** The rows that a decision is about, with the amount that is left of each; costs of one document are never more than those of all. */
function partsOf({ claims, ofDocument }: Known, { what, documentId }: Decision): readonly Part[] {
  if (what === 'costs') {
    const { costs, rows } = documentId === null ? claims : ofDocument;
    const cents = costs.claimCents < claims.costs.claimCents ? costs.claimCents : claims.costs.claimCents;
    return [{ documentId, cents, working: costs.working, isEarly: costs.notBefore !== null, covers: rows.filter((row) => row.costsState === 'claimed').map((row) => row.documentId) }];
  }
  return claims.rows
    .filter((row) => documentId === null || row.documentId === documentId)
    .map((row) => ({ documentId: row.documentId, cents: row.claimCents, working: row.interest.working, isEarly: row.notBefore !== null, covers: [] }));
}

/** Booking makes one claim document over all parts together, and keeps each part with its working. */
function book(db: WritableDb, known: Known, asked: Decision & { readonly at: string }): Result<Decided, AppError> {
  const { claims } = known;
  const parts = partsOf(known, asked).filter((part) => part.cents > 0);
  const ready = parts.filter((part) => !part.isEarly);
  const total = sumCents(ready.map((part) => part.cents));
  if (total === 0) return err(appError(parts.length > 0 ? 'law-book-not-allowed' : 'law-nothing-to-book'));
  const { customerId, what, reason, at } = asked;
  const booked = bookClaim(db, { customerId, part: what, amountCents: total, on: claims.asOf, dueDate: addDays(claims.asOf, claimTermDays), at });
  for (const { documentId, cents, working, covers } of ready) addClaimDecision(db, { customerId, documentId, what, decision: 'book', cents, working, reason, booked, covers, decidedOn: claims.asOf, at });
  return ok({ cents: total, claimDocumentId: booked.claimDocumentId, claimNumber: booked.number });
}

function decide(db: WritableDb, known: Known, asked: Decision & { readonly at: string }): Result<Decided, AppError> {
  const { customerId, documentId, what, decision, reason, at } = asked;
  if (decision === 'book') return book(db, known, asked);
  const parts = partsOf(known, asked);
  const cents = sumCents(parts.map((part) => part.cents));
  addClaimDecision(db, { customerId, documentId, what, decision, cents, working: parts.map((part) => part.working), reason, booked: null, covers: [], decidedOn: known.claims.asOf, at });
  return ok({ cents, claimDocumentId: null, claimNumber: null });
}

function ratesShown(db: ReadableDb, { table, origin, problems }: LoadedRates, today: string): OutputOf<'law.rates'> {
  const typed = typedRates(db);
  const isTyped = (key: string, from: string): boolean => typed.some((rate) => rate.series === key && rate.from === from);
  const series = [...withTypedRates(table, typed).values()].flatMap((one) => {
    const until = coveredUntil(one);
    if (until === null) return [];
    // The older series ended with its transition: it needs no newer row.
    const isOutdated = until <= today && one.key !== 'be-trade-before-2013';
    return [{ key: one.key, coveredUntil: until, isOutdated, rows: one.rows.map((row) => ({ ...row, isTyped: isTyped(one.key, row.from) })) }];
  });
  return { origin, problems: problems.map(({ code, params }) => ({ code, params: { ...params } })), series };
}

/** The claim of one customer today, for features that put it on paper. */
export const claimsToday = (context: Pick<LawContext, 'ledger' | 'clock' | 'lawRates'>, customerId: Decision['customerId']): Result<Claims, AppError> =>
  customerClaims(context.ledger.read, { customerId, today: context.clock.today(), table: tableOf(context), documents: null });

/** Claims for interest and costs beside the ledger, decisions about them, and the rates they rest on. */
export const lawMethods: Handlers<LawContext, Methods> = {
  'law.claims': (context, { customerId }) => claimsToday(context, customerId),
  'law.decide': (context, asked) => {
    const { ledger, clock, events } = context;
    const question = { customerId: asked.customerId, today: clock.today(), table: tableOf(context) };
    const claims = customerClaims(ledger.read, { ...question, documents: null });
    if (!claims.ok) return claims;
    const ofDocument = asked.documentId === null ? claims : customerClaims(ledger.read, { ...question, documents: new Set([asked.documentId]) });
    if (!ofDocument.ok) return ofDocument;
    if (asked.documentId !== null && !claims.value.rows.some((row) => row.documentId === asked.documentId)) return err(appError('not-found', { what: 'document', id: asked.documentId }));
    const decided = ledger.write((db) => decide(db, { claims: claims.value, ofDocument: ofDocument.value }, { ...asked, reason: asked.reason.trim(), at: clock.now() }));
    if (decided.ok) events.emit({ type: 'ledgerChanged', areas: ['customers', 'documents', 'dunning'] });
    return decided;
  },
  'law.undoBooking': ({ ledger, clock, events }, { claimDocumentId }) => {
    const at = clock.now();
    const undone = ledger.write((db): Result<null, AppError> => {
      const entryId = bookedEntryOf(db, claimDocumentId);
      if (entryId === null) return err(appError('not-found', { what: 'claim', id: claimDocumentId }));
      if (isClaimTouched(db, claimDocumentId)) return err(appError('law-claim-touched'));
      const reversed = reverseEntry(db, { entryId, recordedAt: at, actor: 'person', reason: { code: 'claim-undone', params: {} }, importId: null });
      if (!reversed.ok) return reversed;
      removeClaimDocument(db, claimDocumentId, at);
      return ok(null);
    });
    if (!undone.ok) return undone;
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'documents', 'dunning'] });
    return done;
  },
  'law.saveCustomer': ({ ledger, clock, events }, { customerId, law }) => {
    if (customerFields(ledger.read, customerId) === null) return err(appError('not-found', { what: 'customer', id: customerId }));
    ledger.write((db) => saveCustomerLaw(db, customerId, { law, at: clock.now() }));
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning'] });
    return done;
  },
  'law.rates': ({ ledger, clock, lawRates }) => ok(ratesShown(ledger.read, loadRates(lawRates), clock.today())),
  'law.saveRate': ({ ledger, clock, events }, { series, from, percent, source }) => {
    ledger.write((db) => saveTypedRate(db, { series, from, percent, source: source.trim(), at: clock.now() }));
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning'] });
    return done;
  },
  'law.settings': ({ ledger }) => ok(readLawSettings(ledger.read)),
  'law.saveSettings': ({ ledger, clock, events }, settings) => {
    ledger.write((db) => saveLawSettings(db, { settings, at: clock.now() }));
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning'] });
    return done;
  },
};
