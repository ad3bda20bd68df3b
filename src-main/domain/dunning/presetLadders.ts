/**
 * The two ladders that come with the program. "Strak": a service message the day after the due date, short terms. "Klassiek 14/14": the ten
 * steps of the classic process, the first strictly more than fourteen days after the due date, each next one fourteen days after the one
 * before was done. Two steps have no letter by themselves: whether the case is fit for a procedure is for a person to say, and a handover needs
 * somebody to hand it to (`ledger/followUpPlan.ts` opens that step once somebody was chosen). A demand asks interest and the costs that the law
 * lets ask by then (design/letters.md §7, letters 02 to 06).
 */
import { invoiceStepKey, type Ladder, type LadderStep } from './ladder.ts';

type Shape = Omit<LadderStep, 'template'>;
const step = (shape: Shape): LadderStep => ({ ...shape, template: shape.key });

const invoice = step({
  key: invoiceStepKey,
  offsetDays: 0,
  after: 'issue-date',
  channel: 'email',
  tone: 'service',
  costRule: 'none',
  approval: 'batch',
  payWithinDays: 30,
  optional: false,
  available: true,
});
const firstReminder: Omit<Shape, 'offsetDays'> = {
  key: 'reminder-1',
  after: 'due-date',
  channel: 'email',
  tone: 'service',
  costRule: 'none',
  approval: 'batch',
  payWithinDays: 7,
  optional: false,
  available: true,
};
const later: Omit<Shape, 'key' | 'offsetDays' | 'tone' | 'costRule'> = {
  after: 'previous-step',
  channel: 'email',
  approval: 'batch',
  payWithinDays: 7,
  optional: false,
  available: true,
};
const byPerson = { available: false } as const;
const formal = { ...later, channel: 'letter', tone: 'formal', costRule: 'interest-and-costs', approval: 'one-by-one' } as const;

export const strictLadder: Ladder = {
  key: 'strict',
  name: 'Strak',
  isPreset: true,
  steps: [
    invoice,
    step({ ...firstReminder, offsetDays: 1 }),
    step({ ...later, key: 'reminder-2', offsetDays: 10, tone: 'factual', costRule: 'announce' }),
    step({ ...later, key: 'demand-1', offsetDays: 10, tone: 'firm', costRule: 'interest-and-costs', payWithinDays: 5 }),
    step({ ...formal, key: 'default-notice', offsetDays: 10, payWithinDays: 8 }),
    step({ ...formal, key: 'pre-legal-letter', offsetDays: 14 }),
    step({ ...formal, ...byPerson, key: 'handover', offsetDays: 14 }),
  ],
};

export const classicLadder: Ladder = {
  key: 'classic-14-14',
  name: 'Klassiek 14/14',
  isPreset: true,
  steps: [
    invoice,
    step({ ...firstReminder, offsetDays: 15 }),
    step({ ...later, key: 'reminder-2', offsetDays: 14, tone: 'factual', costRule: 'announce', optional: true }),
    step({ ...later, ...byPerson, key: 'pre-legal-procedure', offsetDays: 14, channel: 'call', tone: 'factual', costRule: 'announce' }),
    step({ ...later, key: 'demand-1', offsetDays: 14, tone: 'firm', costRule: 'interest-and-costs' }),
    step({ ...later, key: 'demand-2', offsetDays: 14, tone: 'firm', costRule: 'interest-and-costs' }),
    step({ ...later, key: 'demand-2-reminder', offsetDays: 14, tone: 'firm', costRule: 'interest-and-costs', optional: true }),
    step({ ...formal, key: 'default-notice', offsetDays: 14, payWithinDays: 8 }),
    step({ ...formal, key: 'pre-legal-letter', offsetDays: 14 }),
    step({ ...formal, ...byPerson, key: 'handover', offsetDays: 14 }),
  ],
};

export const presetLadders: readonly Ladder[] = [strictLadder, classicLadder];
