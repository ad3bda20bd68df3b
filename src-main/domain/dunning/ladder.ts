/**
 * A dunning ladder as data: ordered steps, each with the day it becomes due, its channel, letter, tone, costs and approval. Ladders carry no
 * behaviour; `plan.ts` reads them.
 */
export type StepChannel = 'email' | 'letter' | 'call';
/** `service`: a question whether everything is in order. `factual`: facts and terms. `firm`: with consequences. `formal`: legal wording. */
export type StepTone = 'service' | 'factual' | 'firm' | 'formal';
/** What a step may ask beyond the open amount; how much is for the law to say on the day itself. */
export type CostRule = 'none' | 'announce' | 'interest' | 'interest-and-costs';

export type LadderStep = {
  /** The same key means the same step in every ladder, so that a customer can change ladders half-way. */
  readonly key: string;
  /** Calendar days; negative before the due date. */
  readonly offsetDays: number;
  /** Counted from the issue date, the due date, or the day the step before it was really done. */
  readonly after: 'issue-date' | 'due-date' | 'previous-step';
  readonly channel: StepChannel;
  readonly template: string;
  readonly tone: StepTone;
  readonly costRule: CostRule;
  /** `batch`: approved with the day's batch. `one-by-one`: a person opens and approves each. */
  readonly approval: 'batch' | 'one-by-one';
  /** Calendar days the customer gets to pay, moved to a working day. */
  readonly payWithinDays: number;
  readonly optional: boolean;
  /** False while there is no letter for it: reaching it becomes a decision for a person, never a silent lapse. */
  readonly available: boolean;
};

export type Ladder = { readonly key: string; readonly name: string; readonly isPreset: boolean; readonly steps: readonly LadderStep[] };

/** The step that stands for sending the invoice; it is done as soon as the invoice is sent. */
export const invoiceStepKey = 'invoice';

/** The last step: it tells the customer to whom the claim goes, and can be written only where that is known. */
export const handoverStepKey = 'handover';

export const stepIndex = (ladder: Ladder, key: string): number => ladder.steps.findIndex((step) => step.key === key);
