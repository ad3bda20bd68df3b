/** Which blocks a letter of each kind has, and in which order (design/letters.md §3 and §7); the words come from the language. */
import type { ParagraphRole } from '../../../../src-shared/letter.ts';
import type { LetterCountry, LetterCustomerKind, LetterKind, PieceCondition, TemplateBlock, TemplatePiece } from '../../../../src-shared/letterTemplate.ts';
import type { TextKey } from './templateTexts.ts';

export type PieceMaker = (key: TextKey, when: PieceCondition, isLegal: boolean) => TemplatePiece;
type Reader = { readonly country: LetterCountry; readonly customerKind: LetterCustomerKind };
type Blocks = readonly TemplateBlock[];

/** `key` alone is always said and free to change; `[key, when]` under a condition; a trailing `'legal'` locks it. */
type Part = TextKey | readonly [key: TextKey, when: PieceCondition] | readonly [key: TextKey, when: PieceCondition, lock: 'legal'];

/** Makes blocks out of parts, with the words of one language. */
function blocksmith(make: PieceMaker) {
  const piece = (part: Part): TemplatePiece => {
    if (typeof part === 'string') return make(part, 'always', false);
    const [key, when, lock] = part;
    return make(key, when, lock === 'legal');
  };
  return {
    paragraph: (role: ParagraphRole, ...parts: readonly Part[]): TemplateBlock => ({ type: 'paragraph', role, pieces: parts.map(piece) }),
    amounts: (...parts: readonly Part[]): TemplateBlock => ({ type: 'amounts', note: parts.map(piece) }),
    heading: (part: Part): TemplateBlock => ({ type: 'heading', piece: piece(part) }),
    points: (...parts: readonly Part[]): TemplateBlock => ({ type: 'points', pieces: parts.map(piece) }),
    closing: (part: Part): TemplateBlock => ({ type: 'closing', greeting: piece(part) }),
  };
}
type Blocksmith = ReturnType<typeof blocksmith>;

const salutation: TemplateBlock = { type: 'salutation' };
const documents: TemplateBlock = { type: 'documents' };
const payment: TemplateBlock = { type: 'payment' };
const reservation = ['claim.reservation', 'always', 'legal'] as const;

const preDue = (smith: Blocksmith): Blocks => [
  salutation,
  smith.paragraph('opening', 'preDue.opening'),
  documents,
  smith.paragraph('request', 'preDue.request'),
  payment,
  smith.paragraph('options', 'preDue.options'),
  smith.paragraph('nextStep', 'preDue.nextStep'),
  smith.closing('greeting'),
];

const firstReminder = (smith: Blocksmith): Blocks => [
  salutation,
  smith.paragraph('opening', 'reminder.opening', 'reminder.question'),
  documents,
  smith.paragraph('request', 'reminder.request'),
  payment,
  smith.paragraph('options', 'reminder.options'),
  smith.paragraph('nextStep', 'reminder.nextStep'),
  smith.closing('greeting'),
];

const belgianFirst = (smith: Blocksmith): Blocks => [
  salutation,
  smith.paragraph('opening', 'belgianFirst.opening', ['belgianFirst.free', 'always', 'legal']),
  documents,
  smith.paragraph('term', ['belgianFirst.termOnPaper', 'on-paper', 'legal'], ['belgianFirst.termByMail', 'by-mail', 'legal']),
  payment,
  smith.paragraph('consequence', ['belgianFirst.consequence', 'clause', 'legal']),
  smith.amounts(),
  smith.paragraph('options', ['belgianConsumer.options', 'always', 'legal']),
  smith.paragraph('nextStep', 'belgianFirst.nextStep'),
  smith.closing('greeting'),
];

function secondReminder(smith: Blocksmith, { country, customerKind }: Reader): Blocks {
  const opening = smith.paragraph('opening', 'second.opening');
  if (country === 'BE' && customerKind === 'consumer')
    return [
      salutation,
      opening,
      documents,
      smith.paragraph('term', 'belgianSecond.term'),
      payment,
      smith.paragraph('consequence', ['belgianSecond.consequence', 'clause', 'legal']),
      smith.amounts(),
      smith.paragraph('options', ['belgianConsumer.options', 'always', 'legal']),
      smith.paragraph('nextStep', 'claim.nextStep', reservation),
      smith.closing('greeting'),
    ];
  return [
    salutation,
    opening,
    documents,
    smith.paragraph('request', 'second.request'),
    payment,
    smith.paragraph('options', 'reminder.options'),
    smith.paragraph('nextStep', customerKind === 'business' ? 'second.nextStepBusiness' : 'second.nextStepConsumer', reservation),
    smith.closing('greeting'),
  ];
}

const because = [
  ['claim.becauseBoth', 'interest-and-costs'],
  ['claim.becauseInterest', 'interest-only'],
  ['claim.becauseCosts', 'costs-only'],
] as const satisfies readonly Part[];
const term = [
  ['claim.termAgreed', 'agreed-term'],
  ['claim.termOther', 'no-agreed-term'],
] as const satisfies readonly Part[];
const notes = [
  ['note.interest', 'interest', 'legal'],
  ['note.costs', 'costs', 'legal'],
  ['note.payments', 'payments', 'legal'],
] as const satisfies readonly Part[];
const settles = ['claim.settles', ['claim.perDay', 'interest']] as const satisfies readonly Part[];
/** What a third party adds may not be announced to a Belgian consumer (WER art. XIX.4); his facts carry no later costs. */
const later = [
  ['claim.laterCosts', 'later-costs', 'legal'],
  ['claim.costsPaid', 'costs-paid', 'legal'],
] as const satisfies readonly Part[];

const demand = (smith: Blocksmith, opening: TextKey, request: TextKey): Blocks => [
  salutation,
  smith.paragraph('opening', opening, ...term, ...because),
  documents,
  smith.amounts(...notes),
  smith.paragraph('request', request, ...settles),
  payment,
  smith.paragraph('options', 'claim.options'),
  smith.paragraph('nextStep', 'claim.nextStep', ...later, reservation),
  smith.closing('greeting'),
];

const isBelgianBusiness = ({ country, customerKind }: Reader): boolean => country === 'BE' && customerKind === 'business';
/** The procedure for uncontested debts is open between companies only (Ger.W. art. 1394/20). */
const uncontested = (reader: Reader): readonly Part[] => (isBelgianBusiness(reader) ? [['claim.uncontested', 'always', 'legal']] : []);

const defaultNotice = (smith: Blocksmith, reader: Reader): Blocks => [
  salutation,
  smith.paragraph('opening', ...term, 'notice.wrote', ['notice.payments', 'payments']),
  smith.paragraph('term', ['notice.default', 'always', 'legal']),
  documents,
  smith.amounts(...notes),
  smith.paragraph('request', ...settles),
  payment,
  smith.paragraph('options', 'notice.options'),
  smith.paragraph('nextStep', 'claim.nextStep', ...uncontested(reader), ...later, reservation),
  smith.closing('greetingFormal'),
];

const preCourt = (smith: Blocksmith, reader: Reader): Blocks => [
  salutation,
  smith.paragraph('opening', 'court.opening', ['notice.payments', 'payments'], ...because),
  documents,
  smith.amounts(...notes),
  smith.paragraph('request', 'claim.request', ...settles),
  payment,
  smith.paragraph('options', 'notice.options'),
  smith.paragraph('nextStep', 'court.nextStep', ...uncontested(reader), ...later, reservation),
  smith.closing('greetingFormal'),
];

const handover = (smith: Blocksmith): Blocks => [
  salutation,
  smith.paragraph('opening', 'handover.opening'),
  documents,
  smith.amounts(...notes),
  smith.paragraph('request', 'handover.request', ['claim.perDay', 'interest']),
  payment,
  smith.paragraph('options', 'notice.options'),
  smith.paragraph('nextStep', 'handover.nextStep', ...later, reservation),
  smith.closing('greetingFormal'),
];

const fourteenDays = (smith: Blocksmith): Blocks => [
  salutation,
  smith.paragraph('opening', 'fourteen.opening', ['fourteen.defaultAgreed', 'agreed-term', 'legal'], ['fourteen.defaultNotice', 'no-agreed-term', 'legal']),
  documents,
  smith.paragraph('term', ['fourteen.request', 'always', 'legal']),
  payment,
  smith.paragraph(
    'consequence',
    ['fourteen.consequence', 'always', 'legal'],
    ['fourteen.noVat', 'no-vat', 'legal'],
    ['fourteen.vat', 'vat-added', 'legal'],
    ['fourteen.part', 'always', 'legal'],
  ),
  smith.paragraph('options', 'fourteen.options'),
  smith.paragraph('nextStep', 'fourteen.nextStep', ['fourteen.reservation', 'always', 'legal']),
  smith.closing('greeting'),
];

const statement = (smith: Blocksmith): Blocks => [
  smith.paragraph('opening', 'statement.opening', ['statement.booked', 'booked'], 'statement.compare'),
  documents,
  smith.heading('statement.ages'),
  { type: 'aging' },
  smith.paragraph('note', ['statement.receipts', 'receipts']),
  payment,
  smith.paragraph('options', 'statement.options'),
  smith.paragraph('nextStep', 'statement.nextStep', ['statement.overdue', 'overdue'], ['statement.next', 'next-statement']),
];

const plan = (smith: Blocksmith): Blocks => [
  smith.paragraph('opening', ['plan.parties', 'always', 'legal']),
  smith.heading('plan.amountHeading'),
  smith.paragraph('note', ['plan.amount', 'always', 'legal']),
  smith.heading('plan.instalmentsHeading'),
  { type: 'instalments' },
  smith.heading('plan.termsHeading'),
  smith.points(
    'plan.earlier',
    ['plan.noInterest', 'interest-waived'],
    ['plan.interestRuns', 'interest-kept'],
    'plan.difficulty',
    ['plan.breach', 'always', 'legal'],
    ['plan.start', 'always', 'legal'],
  ),
  { type: 'signatures' },
];

const receipt = (smith: Blocksmith): Blocks => [
  salutation,
  smith.paragraph('opening', 'receipt.opening'),
  documents,
  smith.paragraph('note', ['receipt.rest', 'rest-open'], ['receipt.settled', 'all-paid']),
  payment,
  smith.paragraph('options', 'receipt.options'),
  smith.paragraph('nextStep', ['receipt.nextStepRest', 'rest-open'], ['receipt.nextStepSettled', 'all-paid']),
  smith.closing('greeting'),
];

const thanks = (smith: Blocksmith): Blocks => [
  salutation,
  smith.paragraph('opening', 'thanks.opening'),
  smith.paragraph('options', 'thanks.options'),
  smith.paragraph('nextStep', 'thanks.nextStep'),
  smith.closing('greeting'),
];

const crossed = (smith: Blocksmith): Blocks => [
  salutation,
  smith.paragraph('opening', 'crossed.opening', ['crossed.settled', 'all-paid'], ['crossed.rest', 'rest-open']),
  documents,
  smith.paragraph('options', 'crossed.options'),
  smith.paragraph('nextStep', 'crossed.nextStep'),
  smith.closing('greeting'),
];

const subjects: Readonly<Partial<Record<LetterKind, TextKey>>> = {
  'pre-due-notice': 'subject.amount',
  'reminder-1': 'subject.amount',
  'belgian-first-reminder': 'subject.amount',
  'reminder-2': 'subject.amount',
  'account-statement': 'subject.statement',
  'payment-plan': 'subject.plan',
  'receipt-confirmation': 'subject.payment',
  'payment-thanks': 'subject.payment',
  'crossed-apology': 'subject.payment',
};
export const subjectKeyOf = (kind: LetterKind): TextKey => subjects[kind] ?? 'subject.numbers';

/** The blocks of a kind of letter for one kind of reader. */
export function blocksOfKind(kind: LetterKind, reader: Reader, make: PieceMaker): Blocks {
  const smith = blocksmith(make);
  switch (kind) {
    case 'pre-due-notice':
      return preDue(smith);
    case 'reminder-1':
      return firstReminder(smith);
    case 'belgian-first-reminder':
      return belgianFirst(smith);
    case 'reminder-2':
      return secondReminder(smith, reader);
    case 'demand-1':
      return demand(smith, 'demand.opening', 'claim.request');
    case 'demand-2':
      return demand(smith, 'demandTwo.opening', 'claim.request');
    case 'demand-2-reminder':
      return demand(smith, 'demandReminder.opening', 'claim.request');
    case 'final-demand':
      return demand(smith, 'final.opening', 'final.request');
    case 'fourteen-day-letter':
      return fourteenDays(smith);
    case 'default-notice':
      return defaultNotice(smith, reader);
    case 'pre-legal-letter':
      return preCourt(smith, reader);
    case 'handover-notice':
      return handover(smith);
    case 'account-statement':
      return statement(smith);
    case 'payment-plan':
      return plan(smith);
    case 'receipt-confirmation':
      return receipt(smith);
    case 'payment-thanks':
      return thanks(smith);
    case 'crossed-apology':
      return crossed(smith);
  }
}
