import type { TFunction } from 'i18next';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { parsePlainDate, type PlainDateText } from '../../../src-shared/dates.ts';
import type { Language } from '../../../src-shared/locales/languages.ts';
import { stepName } from '../../../src-shared/locales/stepName.ts';
import type { Formats } from '../../i18n/useText.ts';

export type NextStep = NonNullable<OutputOf<'customers.get'>['nextStep']>;
export type NextStepKind = 'due' | 'held' | 'decide' | 'upcoming';
type Words = { readonly t: TFunction; readonly format: Formats; readonly language: Language };

/** What kind of next step it is, by the code of its reason. */
export function kindOfStep(step: NextStep): NextStepKind {
  const { code } = step.reason;
  if (code.startsWith('held-')) return 'held';
  if (code.startsWith('decide-')) return 'decide';
  return code === 'upcoming-step' ? 'upcoming' : 'due';
}

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
export const stepTitle = (key: string, language: Language): string => capitalised(stepName(key, language));

function dateParam(step: NextStep, name: string, format: Formats): string {
  const date = parsePlainDate(String(step.reason.params[name] ?? step.on));
  return format.date(date ?? step.on, 'short');
}

const decisions = {
  'decide-undated': 'undated',
  'decide-never-sent': 'neverSent',
  'decide-no-recipient': 'address',
  'decide-step-unavailable': 'choose',
  'decide-open-credit': 'credit',
  'decide-insolvent': 'curator',
  'decide-ladder-ended': 'ended',
} as const;
const isDecision = (code: string): code is keyof typeof decisions => Object.hasOwn(decisions, code);

function heldWords(step: NextStep, { t, format, language }: Words): string {
  switch (step.reason.code) {
    case 'held-handed-over':
      return t('customers.next.handedOver');
    case 'held-by-person':
      return t('customers.next.paused', { date: dateParam(step, 'untilDate', format) });
    case 'held-unmatched-receipt':
    case 'held-same-amount':
    case 'held-named-receipt':
      return t('customers.next.receipt');
    case 'held-promise':
      return t('customers.next.promised', { date: dateParam(step, 'promiseDate', format) });
    case 'held-doubtful-booking':
      return t('customers.next.review');
    case 'held-payment-plan':
      return t('customers.next.plan', { date: dateParam(step, 'instalmentDate', format) });
    case 'held-dispute':
      return t('customers.next.dispute');
    case 'held-insolvent':
      return t('customers.next.insolvent');
    case 'held-open-credit':
      return t('customers.next.credit');
    default:
      return t('customers.next.waits', { step: stepTitle(step.step, language) });
  }
}

/** The next step in the few words of a table cell; the whole sentence is its reason. */
export function nextStepWords(step: NextStep, words: Words, today: PlainDateText): string {
  const { t, format, language } = words;
  const { code } = step.reason;
  if (isDecision(code)) return t(`customers.next.${decisions[code]}`);
  if (kindOfStep(step) === 'held') return heldWords(step, words);
  const name = stepTitle(step.step, language);
  return step.on <= today ? t('customers.next.today', { step: name }) : t('customers.next.on', { step: name, date: format.nearDate(step.on, today) });
}
