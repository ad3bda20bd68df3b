/**
 * Where one document stands on its ladder today. Everything is computed from dates of facts, never from a stored "next date", so that a
 * computer that was off for a month, or a clock that was wrong, cannot lose or repeat a step.
 */
import { addDays, daysBetween, type PlainDateText } from '../../../src-shared/dates.ts';
import { type CodedReason, codedReason } from '../../../src-shared/reasons.ts';
import { type WorkCalendar, workingDayOnOrAfter } from '../calendar/workCalendar.ts';
import { chargesAfter } from '../law/freeLetterTerm.ts';
import { freeLetterOf } from './freeLetter.ts';
import type { DunningCustomer, DunningItem, HandledStep } from './dunningFacts.ts';
import { invoiceStepKey, type Ladder, type LadderStep, stepIndex } from './ladder.ts';

/** A step with its day by the ladder and the working day on which it should be (or should have been) done. */
export type PlannedStep = { readonly step: LadderStep; readonly nominal: PlainDateText; readonly plannedFor: PlainDateText };
export type PassedStep = PlannedStep & { readonly reason: CodedReason };

export type StepState =
  | { readonly kind: 'undated' }
  | { readonly kind: 'never-sent'; readonly dueDate: PlainDateText }
  /** Nothing is due yet; `next` is null for a document that was not sent. */
  | { readonly kind: 'waiting'; readonly next: PlannedStep | null }
  | { readonly kind: 'reached'; readonly due: PlannedStep; readonly passed: readonly PassedStep[]; readonly reason: CodedReason }
  | { readonly kind: 'unavailable'; readonly due: PlannedStep; readonly passed: readonly PassedStep[] }
  | { readonly kind: 'ended'; readonly lastOn: PlainDateText };

export type ScheduleInput = {
  readonly item: DunningItem;
  readonly customer: Pick<DunningCustomer, 'kind' | 'country'>;
  /** The steps of this document that were dealt with, in any order. */
  readonly handled: readonly HandledStep[];
  readonly ladder: Ladder;
  readonly calendar: WorkCalendar;
  readonly today: PlainDateText;
};

const laterOf = (a: PlainDateText, b: PlainDateText | null): PlainDateText => (b !== null && b > a ? b : a);

/**
 * The first day on which a further step may follow a message: after the day to pay by that it named, for a Belgian consumer after the
 * waiting period of the first message (WER art. XIX.2), and for a Dutch one after the term of the fourteen-day letter (BW 6:96 lid 6). Null
 * without a message.
 */
export function earliestAfter(
  sent: readonly Pick<HandledStep, 'on' | 'channel' | 'payBy' | 'stepKey'>[],
  customer: Pick<DunningCustomer, 'kind' | 'country'>,
): PlainDateText | null {
  let earliest: PlainDateText | null = null;
  for (const message of sent) {
    if (message.payBy !== null) earliest = laterOf(addDays(message.payBy, 1), earliest);
  }
  const free = freeLetterOf(customer);
  if (free === null) return earliest;
  const inOrder = [...sent].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  // Of two free letters the last one gave the term; in Belgium whatever went first starts it where no first reminder did.
  const letter = inOrder.findLast((message) => message.stepKey === free.stepKey) ?? (free.country === 'BE' ? inOrder[0] : undefined);
  return letter === undefined ? earliest : laterOf(chargesAfter(free.country, { sentOn: letter.on, channel: letter.channel ?? 'letter' }), earliest);
}

type Position = { readonly index: number; readonly on: PlainDateText };

/** The furthest step of this ladder that was dealt with. Being sent is the invoice step. */
function positionOf({ item, handled, ladder }: ScheduleInput): Position {
  let position: Position = { index: stepIndex(ladder, invoiceStepKey), on: item.issueDate };
  for (const done of handled) {
    const index = stepIndex(ladder, done.stepKey);
    if (index > position.index || (index === position.index && index >= 0 && done.on > position.on)) position = { index, on: done.on };
  }
  return position;
}

/** The day of a step by its own rule; `previousOn` is the day the step before it was done. */
export function nominalDay(
  step: LadderStep,
  dates: { readonly issueDate: PlainDateText; readonly dueDate: PlainDateText; readonly previousOn: PlainDateText },
): PlainDateText {
  const from = step.after === 'due-date' ? dates.dueDate : step.after === 'issue-date' ? dates.issueDate : dates.previousOn;
  return addDays(from, step.offsetDays);
}

function dueReason(
  step: LadderStep,
  dates: { readonly dueDate: PlainDateText; readonly previousOn: PlainDateText; readonly today: PlainDateText },
): CodedReason {
  const { dueDate, previousOn, today } = dates;
  if (step.after === 'previous-step') {
    return codedReason('step-after-previous', { days: daysBetween(previousOn, today), previousDate: previousOn, step: step.key });
  }
  const days = daysBetween(dueDate, today);
  return days < 0
    ? codedReason('step-before-due', { days: -days, dueDate, step: step.key })
    : codedReason('step-after-due', { days, dueDate, step: step.key });
}

const floorOf = ({ handled, customer }: ScheduleInput): PlainDateText | null =>
  earliestAfter(
    handled.filter((done) => done.outcome === 'sent'),
    customer,
  );

type Walk = { readonly reached: PlannedStep[]; readonly lapsed: PassedStep[]; readonly next: PlannedStep | null };

/** Walks up the ladder from the position until the first step whose day has not come. */
function walk(input: ScheduleInput, position: Position, dueDate: PlainDateText): Walk {
  const { item, ladder, calendar, today } = input;
  const floor = floorOf(input);
  const reached: PlannedStep[] = [];
  const lapsed: PassedStep[] = [];
  let previous = position.index;
  for (const [index, step] of ladder.steps.entries()) {
    if (index <= position.index) continue;
    // A step that counts from the one before it has no day as long as that one is still to be done.
    if (step.after === 'previous-step' && index > previous + 1) return { reached, lapsed, next: null };
    const nominal = laterOf(nominalDay(step, { issueDate: item.issueDate, dueDate, previousOn: position.on }), floor);
    const planned = { step, nominal, plannedFor: workingDayOnOrAfter(laterOf(nominal, item.followUpFrom), calendar) };
    if (step.offsetDays < 0 && step.after === 'due-date' && today > dueDate) {
      lapsed.push({ ...planned, reason: codedReason('missed-lapsed', { step: step.key, plannedDate: planned.plannedFor }) });
      if (previous === index - 1) previous = index;
      continue;
    }
    if (nominal > today) return { reached, lapsed, next: planned };
    reached.push(planned);
  }
  return { reached, lapsed, next: null };
}

/**
 * The state of a document: of all steps whose day has come the highest that can be written is due, and the ones below it are overtaken.
 * A step that counts from the previous one waits for that one to be really done.
 */
export function stepState(input: ScheduleInput): StepState {
  const { item, today, ladder } = input;
  const { dueDate } = item;
  if (dueDate === null) return { kind: 'undated' };
  if (!item.isSent) return dueDate < today ? { kind: 'never-sent', dueDate } : { kind: 'waiting', next: null };
  const position = positionOf(input);
  const { reached, lapsed, next } = walk(input, position, dueDate);
  const due = reached.findLast((planned) => planned.step.available) ?? reached.at(-1);
  if (due === undefined) {
    const isAtEnd = next === null && position.index === ladder.steps.length - 1;
    const over = laterOf(addDays(position.on, 1), floorOf(input));
    return isAtEnd && over <= today ? { kind: 'ended', lastOn: position.on } : { kind: 'waiting', next };
  }
  const overtaken = reached.slice(0, reached.indexOf(due)).map((planned) => ({
    ...planned,
    reason: codedReason('missed-superseded', { step: planned.step.key, plannedDate: planned.plannedFor, laterStep: due.step.key }),
  }));
  const passed = [...lapsed, ...overtaken];
  if (!due.step.available) return { kind: 'unavailable', due, passed };
  return { kind: 'reached', due, passed, reason: dueReason(due.step, { dueDate, previousOn: position.on, today }) };
}
