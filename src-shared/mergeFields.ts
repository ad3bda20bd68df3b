import type { LetterKind } from './letterTemplate.ts';

/** The merge fields of letters, by what a letter must know to fill them. Names of amounts, dates and phrases, never of other texts. */
const everywhere = [
  'company',
  'companyNumber',
  'customer',
  'reference',
  'date',
  'letterName',
  'contactName',
  'phone',
  'email',
  'phoneOrEmail',
  'reach',
  'invoices',
  'numberedInvoices',
  'theseInvoices',
  'invoicesListed',
] as const;
const balance = ['amount', 'amountTogether', 'together', 'afterCredit', 'bookedUntil', 'bookedUntilDate'] as const;
const deadline = ['payBy', 'payByDay', 'nextStep', 'nextStepEarliest', 'nextStepOn'] as const;
const second = ['earlierOn'] as const;
const clause = ['clauseArticle'] as const;
const earlier = ['earlierDates', 'lastEarlierOn'] as const;
const claim = [
  'agreedTerm',
  'principal',
  'interest',
  'interestName',
  'interestBasis',
  'interestSince',
  'rates',
  'perDay',
  'interestFrom',
  'costs',
  'costsName',
  'costsBasis',
  'laterCosts',
  'laterCostsPrincipal',
  'insteadOfCosts',
  'alreadyPaid',
  'paymentsReceived',
  'paymentsBooked',
] as const;
const handover = ['recipient'] as const;
const fourteen = ['costs', 'costsFormula', 'vat', 'minimumCosts', 'fourteenDayTerm'] as const;
const statement = ['previousOn', 'receipts', 'nextStatementOn'] as const;
const plan = ['agreedOn', 'signBy', 'graceDays', 'instalmentCount', 'debtor', 'acknowledged', 'interestName'] as const;
const confirmation = ['paidOn', 'paidAmount', 'rest'] as const;
const crossed = ['messageOn'] as const;

export const mergeFields = [
  ...new Set([
    ...everywhere,
    ...balance,
    ...deadline,
    ...second,
    ...clause,
    ...earlier,
    ...claim,
    ...handover,
    ...fourteen,
    ...statement,
    ...plan,
    ...confirmation,
    ...crossed,
  ]),
];
export type MergeField = (typeof mergeFields)[number];

const ofReminder = [...balance, ...deadline];
const ofClaim = [...balance, ...deadline, ...earlier, ...claim, ...clause];

const byKind: Readonly<Record<LetterKind, readonly MergeField[]>> = {
  'pre-due-notice': ofReminder,
  'reminder-1': ofReminder,
  'belgian-first-reminder': [...ofReminder, ...clause],
  'reminder-2': [...ofReminder, ...second, ...clause],
  'demand-1': ofClaim,
  'demand-2': ofClaim,
  'demand-2-reminder': ofClaim,
  'final-demand': ofClaim,
  'fourteen-day-letter': [...balance, ...earlier, ...fourteen],
  'default-notice': ofClaim,
  'pre-legal-letter': ofClaim,
  'handover-notice': [...ofClaim, ...handover],
  'account-statement': [...balance, ...statement],
  'payment-plan': [...balance, ...plan],
  'receipt-confirmation': confirmation,
  'payment-thanks': confirmation,
  'crossed-apology': [...confirmation, ...crossed],
};

/** The fields that a letter of this kind can fill, in the order in which an editor lists them. */
export const mergeFieldsOf = (kind: LetterKind): readonly MergeField[] => [...everywhere, ...byKind[kind]];
