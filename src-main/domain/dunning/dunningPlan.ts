/** What the planner answers: what to send, what is held and until when, what a person must decide, and what was not done in time. */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId, DocumentId, HoldId } from '../../../src-shared/ids.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { CodedReason } from '../../../src-shared/reasons.ts';
import type { StepTone } from './ladder.ts';

/** A document in a message, with the step it itself is at. (documentId, stepKey) is the key under which the work is unique. */
export type DueItem = {
  readonly documentId: DocumentId;
  readonly stepKey: string;
  readonly plannedFor: PlainDateText;
  readonly dueDate: PlainDateText;
  readonly daysOverdue: number;
  readonly openCents: Cents;
  readonly disputedCents: Cents;
  /** Open without the disputed part: what the message asks for this document. */
  readonly demandedCents: Cents;
  readonly reason: CodedReason;
};

/** One message to one customer, in one currency, at the furthest step of its documents. */
export type DueMessage = {
  readonly customerId: CustomerId;
  /** How the customer is treated: a sole trader can be treated as a consumer. */
  readonly customerKind: 'business' | 'consumer';
  readonly country: string;
  readonly ladderKey: string;
  readonly stepKey: string;
  readonly template: string;
  readonly tone: StepTone;
  readonly approval: 'batch' | 'one-by-one';
  readonly channel: 'email' | 'letter';
  readonly currency: string;
  /** Oldest due date first. */
  readonly items: readonly DueItem[];
  readonly demandedCents: Cents;
  /** Open credit of the customer in this currency, as a positive amount: mention it, and ask `toPayCents`. */
  readonly creditCents: Cents;
  readonly toPayCents: Cents;
  /** Today, or the first working day after the weekend when the batch is prepared on a Saturday or Sunday. */
  readonly sendOn: PlainDateText;
  readonly payBy: PlainDateText;
  /** What follows when nothing is paid, and the day it follows on. Null at the end of the ladder. */
  readonly nextStep: { readonly stepKey: string; readonly on: PlainDateText; readonly available: boolean } | null;
  readonly reason: CodedReason;
};

export type HeldItem = {
  readonly documentId: DocumentId;
  readonly stepKey: string;
  readonly plannedFor: PlainDateText;
  readonly cents: Cents;
};
/** Documents of one customer whose step has come but waits for the same reason. `until` null = until the cause is gone. */
export type HeldSteps = {
  readonly customerId: CustomerId;
  readonly holdId: HoldId | null;
  readonly items: readonly HeldItem[];
  readonly reason: CodedReason;
  readonly until: PlainDateText | null;
};

export type DecisionKind = 'undated' | 'never-sent' | 'no-recipient' | 'step-unavailable' | 'open-credit' | 'insolvent' | 'instalment-missed' | 'plan-lapsed' | 'ladder-ended';
export type Decision = {
  readonly kind: DecisionKind;
  readonly customerId: CustomerId;
  /** Null when it is about the customer as a whole. */
  readonly documentId: DocumentId | null;
  readonly stepKey: string | null;
  readonly cents: Cents;
  readonly currency: string;
  readonly reason: CodedReason;
};

/** A step that was not done on its day: still due now (`late`), overtaken by a further one, or without sense any more. */
export type MissedStep = {
  readonly customerId: CustomerId;
  readonly documentId: DocumentId;
  readonly stepKey: string;
  readonly plannedFor: PlainDateText;
  readonly kind: 'late' | 'superseded' | 'lapsed';
  readonly reason: CodedReason;
};

/** The next step of a document that is not due yet. */
export type UpcomingStep = {
  readonly customerId: CustomerId;
  readonly documentId: DocumentId;
  readonly stepKey: string;
  readonly on: PlainDateText;
  readonly available: boolean;
};

export type DunningPlan = {
  readonly due: readonly DueMessage[];
  readonly held: readonly HeldSteps[];
  readonly decisions: readonly Decision[];
  readonly missed: readonly MissedStep[];
  readonly upcoming: readonly UpcomingStep[];
};
