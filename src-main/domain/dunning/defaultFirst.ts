/**
 * A Dutch consumer whose term of payment is not known to be agreed is not in default by the passing of the due date (BW 6:82, 6:83 onder a),
 * and a fourteen-day letter counts only after default (BW 6:96 lid 6). For him the notice of default comes before that letter, with a
 * reasonable term, without interest and costs; the ladder itself stays as the user chose it.
 */
import type { DunningCustomer, HandledStep } from './dunningFacts.ts';
import { freeLetterOf } from './freeLetter.ts';
import { type Ladder, type LadderStep, stepIndex } from './ladder.ts';

export const noticeStepKey = 'default-notice';
/** A reasonable term for a notice of default to a consumer, as courts usually see it. */
const noticeDays = 14;

type Reader = Pick<DunningCustomer, 'kind' | 'country' | 'isTermAgreed'>;
const isDutchConsumer = (customer: Reader): boolean => freeLetterOf(customer)?.country === 'NL';

/** Whether the notice was dealt with before the free letter: then the order stays, also when the term is called agreed half-way. */
function hasNoticeOnly(handled: readonly HandledStep[], freeKey: string): boolean {
  return handled.some(({ stepKey }) => stepKey === noticeStepKey) && !handled.some(({ stepKey }) => stepKey === freeKey);
}

/** Whether the notice of default comes before the free letter for this customer. */
export const needsNoticeFirst = (customer: Reader, handled: readonly (readonly HandledStep[])[]): boolean =>
  isDutchConsumer(customer) && (!customer.isTermAgreed || handled.some((own) => hasNoticeOnly(own, freeLetterOf(customer)?.stepKey ?? '')));

/** The ladder with the notice of default in front of the free letter; a ladder without that letter stays as it is. */
export function withNoticeFirst(ladder: Ladder): Ladder {
  const at = stepIndex(ladder, 'demand-1');
  const free = ladder.steps[at];
  if (free === undefined) return ladder;
  const own = ladder.steps.find(({ key }) => key === noticeStepKey);
  const payWithinDays = Math.max(noticeDays, own?.payWithinDays ?? 0);
  const notice: LadderStep = {
    ...(own ?? { ...free, channel: 'letter', tone: 'formal', approval: 'one-by-one' }),
    key: noticeStepKey,
    template: noticeStepKey,
    offsetDays: free.offsetDays,
    after: free.after,
    costRule: 'announce',
    payWithinDays,
    optional: false,
    available: true,
  };
  const others = ladder.steps.filter(({ key }) => key !== noticeStepKey);
  const before = others.findIndex(({ key }) => key === 'demand-1');
  return { ...ladder, steps: [...others.slice(0, before), notice, { ...free, after: 'previous-step' }, ...others.slice(before + 1)] };
}
