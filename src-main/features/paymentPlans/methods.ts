import type { Handlers, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { PaymentPlanId } from '../../../src-shared/ids.ts';
import { sumCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { calendarFor, isWorkingDay, type WorkCalendar, workingDayOnOrAfter } from '../../domain/calendar/workCalendar.ts';
import { standardPolicy } from '../../domain/dunning/dunningFacts.ts';
import { mailFromTemplate } from '../../domain/letters/buildMail.ts';
import { letterCountry, letterKindOf } from '../../domain/letters/letterFacts.ts';
import { templateFor } from '../../domain/letters/templates/composeFromTemplate.ts';
import { isLong, lastNoticeDay, planPhase, type PlanPhase } from '../../domain/paymentPlans/planPhase.ts';
import { isMissed, lastDayOf, restOfPlan } from '../../domain/paymentPlans/planStanding.ts';
import { type Instalment, scheduleOf } from '../../domain/paymentPlans/schedule.ts';
import type { Ledger, ReadableDb } from '../../ledger/connection.ts';
import { customerFields } from '../../ledger/customers/customerRead.ts';
import { readWorkCalendar } from '../../ledger/followUp/followUpPlan.ts';
import { letterPictures, onOwnPaper } from '../../ledger/letters/paperSetting.ts';
import { activeTemplate } from '../../ledger/letters/letterTemplates.ts';
import { endPaymentPlan, makePaymentPlan, type OpenForPlan, openForPlan, paymentPlan, paymentPlans, plannedPayment, type StoredPlan } from '../../ledger/customers/paymentPlans.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { MadeFiles } from '../../ports/madeFiles.ts';
import type { PdfWriter } from '../../ports/pdfWriter.ts';
import { agreementFacts } from './agreementFacts.ts';
import { planEventMethods } from './planEventMethods.ts';

export type PaymentPlanContext = { readonly ledger: Ledger; readonly clock: Clock; readonly events: Events; readonly madeFiles: MadeFiles; readonly pdfWriter: PdfWriter };
type Methods = 'paymentPlans.accept' | 'paymentPlans.notice' | 'paymentPlans.withdraw' | 'paymentPlans.propose' | 'paymentPlans.make' | 'paymentPlans.end' | 'paymentPlans.list' | 'paymentPlans.letter';
type Terms = InputOf<'paymentPlans.propose'>;
type PlanView = OutputOf<'paymentPlans.list'>['plans'][number];

/** Days to sign, where the first instalment leaves them. */
const daysToSign = 10;

type Proposal = { readonly open: OpenForPlan; readonly instalments: readonly Instalment[] };

function propose(db: ReadableDb, { customerId, documentIds, division, firstOn, interval }: Terms, today: PlainDateText): Result<Proposal, AppError> {
  if (firstOn <= today) return err(appError('plan-first-day-past'));
  const open = openForPlan(db, { customerId, documentIds, today });
  if (!open.ok) return open;
  const made = scheduleOf({ totalCents: open.value.totalCents, division, firstOn, interval, calendar: calendarOf(db, customerId) });
  return made.ok ? ok({ open: open.value, instalments: made.value }) : made;
}

/** Both sign within some days, on a working day before the first instalment is due. */
function signBy(today: PlainDateText, firstOn: PlainDateText, calendar: WorkCalendar): PlainDateText {
  const usual = workingDayOnOrAfter(addDays(today, daysToSign), calendar);
  let before = addDays(firstOn, -1);
  while (before > today && !isWorkingDay(before, calendar)) before = addDays(before, -1);
  return usual < before ? usual : before;
}

const calendarOf = (db: ReadableDb, customerId: StoredPlan['customerId']): WorkCalendar => calendarFor(readWorkCalendar(db), customerFields(db, customerId)?.fields.country ?? 'NL');

function make({ ledger, clock, events }: PaymentPlanContext, input: InputOf<'paymentPlans.make'>): Result<OutputOf<'paymentPlans.make'>, AppError> {
  const today = clock.today();
  const made = ledger.write((db) => {
    const proposal = propose(db, input, today);
    if (!proposal.ok) return proposal;
    const { open, instalments } = proposal.value;
    if (open.totalCents !== input.totalCents) return err(appError('plan-total-changed'));
    const signing = signBy(today, instalments[0]?.dueOn ?? input.firstOn, calendarOf(db, input.customerId));
    const { customerId, isInterestWaived } = input;
    return makePaymentPlan(db, { customerId, currency: open.currency, agreedOn: today, signBy: signing, isInterestWaived, documents: open.documents, instalments, at: clock.now() });
  });
  if (made.ok) events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning', 'documents'] });
  return made;
}

const states = { unsigned: 'unsigned', lapsed: 'lapsed', kept: 'running', 'notice-due': 'missed', noticed: 'noticed', broken: 'broken' } as const satisfies Record<PlanPhase['kind'], PlanView['state']>;

function noticeOf({ notices }: StoredPlan, position: number, calendar: WorkCalendar): PlanView['instalments'][number]['notice'] {
  const notice = notices.get(position);
  return notice === undefined ? null : { eventId: notice.eventId, on: notice.on, by: notice.by, payBy: lastNoticeDay(notice.on, calendar) };
}

function view(plan: StoredPlan, today: PlainDateText, calendar: WorkCalendar): PlanView {
  const grace = { today, calendar, graceDays: standardPolicy.promiseGraceDays };
  const restCents = restOfPlan(plan.instalments);
  const planned = plannedPayment(plan);
  const instalments = plan.instalments.map((one, index) => ({
    ...one,
    notice: noticeOf(plan, index + 1, calendar),
    state: one.restCents <= 0 ? ('paid' as const) : plan.accepted !== null && isMissed(one, grace) ? ('missed' as const) : ('open' as const),
    lastDay: lastDayOf(one, grace),
  }));
  return {
    planId: plan.planId,
    reference: plan.reference,
    currency: plan.currency,
    agreedOn: plan.agreedOn,
    totalCents: sumCents(plan.instalments.map((one) => one.cents)),
    restCents,
    state: plan.end?.kind ?? (planned === null ? 'paid' : states[planPhase(planned, grace).kind]),
    signBy: plan.signBy,
    accepted: plan.accepted,
    endedOn: plan.end?.on ?? null,
    endReason: plan.end?.reason ?? '',
    documents: plan.documents.map(({ documentId, number, open, openNow }) => ({ documentId, number, openCents: open, openNowCents: openNow })),
    instalments,
  };
}

/** The agreement in the user's words for it, or in ours where his do not make a letter. */
async function letter({ ledger, madeFiles, pdfWriter }: PaymentPlanContext, planId: PaymentPlanId): Promise<Result<OutputOf<'paymentPlans.letter'>, AppError>> {
  const db = ledger.read;
  const plan = paymentPlan(db, planId);
  if (plan === null) return err(appError('not-found', { what: 'payment-plan', id: planId }));
  const facts = agreementFacts(db, plan);
  if (!facts.ok) return facts;
  const { customer } = facts.value;
  const own = activeTemplate(db, { kind: letterKindOf(facts.value), language: customer.language, country: letterCountry(facts.value), customerKind: customer.kind });
  const mine = own === null ? null : mailFromTemplate(own, facts.value);
  const mail = mine?.ok === true ? mine : mailFromTemplate(templateFor(facts.value), facts.value);
  if (!mail.ok) return mail;
  const laid = onOwnPaper(db, mail.value.letter);
  const pdf = await pdfWriter.letter(laid, { onProgress: () => undefined, signal: new AbortController().signal }, letterPictures(db, [laid]));
  if (!pdf.ok) return pdf;
  return ok({ pdf: madeFiles.put({ name: `${plan.reference}.pdf`, mime: 'application/pdf', bytes: pdf.value.bytes, isPreview: false }), pages: pdf.value.pages });
}

/** Payment plans: propose a schedule, agree on it, print it, see what is paid of it, end it. */
export const paymentPlanMethods: Handlers<PaymentPlanContext, Methods> = {
  ...planEventMethods,
  'paymentPlans.propose': ({ ledger, clock }, terms) => {
    const proposal = propose(ledger.read, terms, clock.today());
    if (!proposal.ok) return proposal;
    const { open, instalments } = proposal.value;
    return ok({ currency: open.currency, totalCents: open.totalCents, instalments: [...instalments], isLong: isLong(instalments) });
  },
  'paymentPlans.make': make,
  'paymentPlans.end': ({ ledger, clock, events }, { planId, kind, reason }) => {
    const ended = ledger.write((db) => endPaymentPlan(db, { planId, kind, reason, on: clock.today(), at: clock.now() }));
    if (!ended.ok) return ended;
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'dunning', 'documents'] });
    return ok({ done: true as const });
  },
  'paymentPlans.list': ({ ledger, clock }, { customerId }) => {
    const calendar = calendarOf(ledger.read, customerId);
    return ok({ plans: paymentPlans(ledger.read, { customerId, onlyRunning: false }).map((plan) => view(plan, clock.today(), calendar)) });
  },
  'paymentPlans.letter': (context, { planId }) => letter(context, planId),
};
