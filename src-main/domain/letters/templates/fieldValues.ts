/** The value of each merge field for one letter, as text in its language. A field that the letter cannot fill has no value (null). */
import type { PlainDateText } from '../../../../src-shared/dates.ts';
import { addDays } from '../../../../src-shared/dates.ts';
import { type Cents, cents } from '../../../../src-shared/money.ts';
import type { MergeField } from '../../../../src-shared/mergeFields.ts';
import type { PieceCondition } from '../../../../src-shared/letterTemplate.ts';
import { cleanText } from '../cleanText.ts';
import { letterKindOfStep } from '../letterKindOfStep.ts';
import type { LetterTexts } from '../letterTexts.ts';
import { accruedOf, costsOf, invoicesOf, type LetterContext, openOf } from '../letterContext.ts';
import { type ClaimFacts, type HandoverFacts, hasClaim, isBelgianConsumer, isConfirmation, isReminder, type LetterFacts } from '../letterFacts.ts';
import { formatDayAndMonth, formatDeadline, formatLetterEuro, formatLetterPercentText, formatLetterRate, formatLongDate, noBreakSpace } from '../letterFormats.ts';
import { interestLines, ratesOf } from '../claimLines.ts';

type Value = string | null;
type Values = Readonly<Record<MergeField, (context: LetterContext) => Value>>;

/** At most so many numbers are named one by one. */
const namedNumbers = 3;

const euro = (value: Cents, { texts }: LetterContext): string => formatLetterEuro(value, texts.language);
const longDate = (date: PlainDateText, { texts }: LetterContext): string => formatLongDate(date, texts.language);
const shortDate = (date: PlainDateText, { texts, facts }: LetterContext): string => formatDayAndMonth(date, texts.language, facts.today);
const percent = (text: string, { texts }: LetterContext): string => formatLetterPercentText(text, texts.language);
const bound = (text: string): string => cleanText(text).replaceAll(' ', noBreakSpace);

export const numbersOf = (facts: LetterFacts): readonly string[] => invoicesOf(facts.items).map((item) => cleanText(item.number));

/** A clause towards a Belgian consumer never counts from the due date: from the day after the free reminder, or after its term (WER art. XIX.4). */
function interestStart(facts: ClaimFacts | HandoverFacts): keyof LetterTexts['law']['interestSince'] {
  const { interestKind, chargesFrom } = facts.claim;
  if (!isBelgianConsumer(facts) || interestKind === 'statutory') return interestKind;
  const [first] = interestLines(facts.claim).map((line) => line.from).toSorted();
  return first !== undefined && chargesFrom !== null && first >= chargesFrom ? 'cappedAfterTerm' : 'capped';
}

/** Days in order, the month and year named once where they are shared: `14 oktober en 2 november 2026`. */
function dates(all: readonly PlainDateText[], context: LetterContext): string {
  const { texts } = context;
  return texts.phrases.list(
    all.map((date, index) => {
      const next = all[index + 1];
      const isShort = next !== undefined && next.slice(0, 4) === date.slice(0, 4);
      const written = isShort ? formatDayAndMonth(date, texts.language, date) : formatLongDate(date, texts.language);
      // French repeats the article: le 14 octobre et le 2 novembre.
      return texts.language === 'fr' && index > 0 ? `le ${written}` : written;
    }),
  );
}

/** How the costs of the scale came about, slice by slice: `15% van € 2.500,00 en 10% van € 413,00`. */
function costsFormula(context: LetterContext): Value {
  const { facts, texts } = context;
  if (facts.step !== 'fourteen-day-letter') return null;
  const { phrases } = texts;
  const { working } = facts.costs;
  if (working.some((line) => line.rule === 'costs-minimum-nl')) return phrases.scaleMinimum;
  if (working.some((line) => line.rule === 'costs-maximum-nl')) return phrases.scaleMaximum;
  return phrases.list(
    working.flatMap((line) =>
      line.ratePercent === null || line.rule !== 'costs-scale-nl'
        ? []
        : [phrases.share(percent(line.ratePercent, context), euro(line.principalCents, context))],
    ),
  );
}

function rates(context: LetterContext): Value {
  const { facts, texts, country } = context;
  const rate = (text: string): string => formatLetterRate(text, texts.language, country);
  if (!hasClaim(facts)) return null;
  const [first, ...later] = ratesOf(facts.claim);
  if (first === undefined) return '';
  return texts.phrases.rates(
    rate(first.percent),
    later.map((next) => ({ percent: rate(next.percent), from: longDate(next.from, context) })),
  );
}

const companyNumber = ({ facts, texts }: LetterContext): string =>
  texts.footer.registration(cleanText(facts.sender.registrationNumber), facts.sender.country);

function debtor({ facts, texts }: LetterContext): Value {
  if (facts.step !== 'payment-plan') return null;
  const number = cleanText(facts.debtor.registrationNumber);
  return texts.phrases.debtor({
    person: cleanText(facts.debtor.person),
    name: cleanText(facts.customer.name),
    registration: number === '' ? '' : texts.footer.registration(number, facts.customer.country),
    isSoleTrader: facts.debtor.isSoleTrader,
  });
}

function acknowledged(context: LetterContext): Value {
  const { facts, texts, counts } = context;
  if (facts.step !== 'payment-plan') return null;
  if (facts.items.length > namedNumbers) return texts.phrases.items(counts, null);
  return texts.phrases.list(
    facts.items.map((item) =>
      item.dueDate === null
        ? texts.phrases.acknowledgedCredit(cleanText(item.number), euro(item.open, context))
        : texts.phrases.acknowledged(cleanText(item.number), euro(item.open, context), longDate(item.dueDate, context)),
    ),
  );
}

/** The values of whoever has a claim; null for all others. */
const ofClaim =
  (value: (facts: Extract<LetterFacts, { claim: unknown }>, context: LetterContext) => Value) =>
  (context: LetterContext): Value =>
    hasClaim(context.facts) ? value(context.facts, context) : null;

const payByOf = (facts: LetterFacts): PlainDateText | null => ('payBy' in facts ? facts.payBy : null);
/** The next step, by the letter that it is for this reader. */
function nextOf({ facts, country }: LetterContext): { readonly step: string; readonly on: PlainDateText } | null {
  if (!('nextStep' in facts)) return null;
  const kind = letterKindOfStep(facts.nextStep.step, { country, customerKind: facts.customer.kind });
  return kind === 'fourteen-day-letter' ? { ...facts.nextStep, step: kind } : facts.nextStep;
}
const earlierOf = (facts: LetterFacts): readonly PlainDateText[] | null => ('earlierMessages' in facts ? facts.earlierMessages : null);
const dated = (date: PlainDateText | null, write: (date: PlainDateText) => string): Value => (date === null ? null : write(date));

const general: Pick<
  Values,
  'company' | 'companyNumber' | 'customer' | 'reference' | 'date' | 'letterName' | 'contactName' | 'phone' | 'email' | 'phoneOrEmail' | 'reach'
> = {
  company: ({ facts }) => cleanText(facts.sender.name),
  companyNumber,
  customer: ({ facts }) => cleanText(facts.customer.name),
  reference: ({ facts }) => cleanText(facts.reference),
  date: (context) => longDate(context.facts.today, context),
  letterName: ({ texts, kind }) => texts.letterNames[kind],
  contactName: ({ facts }) => bound(facts.contact.name),
  phone: ({ facts }) => bound(facts.contact.phone),
  email: ({ facts }) => cleanText(facts.contact.email),
  phoneOrEmail: ({ facts }) => bound(facts.contact.phone) || cleanText(facts.contact.email),
  // The way that Belgian law asks names no person, and leaves room for all that must be said beside it.
  reach: ({ facts, texts, medium }) =>
    texts.phrases.reach({
      contactName: bound(facts.contact.name),
      phone: bound(facts.contact.phone),
      email: cleanText(facts.contact.email),
      medium,
    }),
};

const balance: Pick<
  Values,
  | 'invoices'
  | 'numberedInvoices'
  | 'theseInvoices'
  | 'invoicesListed'
  | 'amount'
  | 'amountTogether'
  | 'together'
  | 'afterCredit'
  | 'bookedUntil'
  | 'bookedUntilDate'
  | 'payBy'
  | 'payByDay'
  | 'nextStep'
  | 'nextStepEarliest'
  | 'nextStepOn'
> = {
  invoices: ({ facts, texts, counts }) => texts.phrases.items(counts, counts.invoices === 1 ? (numbersOf(facts)[0] ?? null) : null),
  numberedInvoices: ({ facts, texts, counts }) =>
    counts.invoices === 0 || counts.invoices > namedNumbers ? texts.phrases.items(counts, null) : texts.phrases.numbered(numbersOf(facts)),
  theseInvoices: ({ texts, counts }) => texts.phrases.theseInvoices(counts),
  invoicesListed: ({ texts, counts, place }) => texts.phrases.invoicesListed(counts, place),
  amount: (context) => euro(context.toPay, context),
  amountTogether: (context) =>
    context.facts.items.length > 1 ? context.texts.phrases.amountTogether(euro(context.toPay, context)) : euro(context.toPay, context),
  together: ({ texts, counts }) => texts.phrases.together(counts),
  afterCredit: ({ texts, counts }) => texts.phrases.afterCredit(counts.creditNotes),
  bookedUntil: (context) =>
    context.texts.phrases.bookedUntil(context.facts.bookedUntil === null ? null : shortDate(context.facts.bookedUntil, context)),
  bookedUntilDate: (context) => (context.facts.bookedUntil === null ? '' : longDate(context.facts.bookedUntil, context)),
  payBy: (context) => dated(payByOf(context.facts), (date) => formatDeadline(date, context.texts.language)),
  payByDay: (context) => dated(payByOf(context.facts), (date) => shortDate(date, context)),
  nextStep: (context) => {
    const next = nextOf(context);
    return next === null ? null : context.texts.phrases.nextStep(next.step, longDate(next.on, context));
  },
  nextStepEarliest: (context) => {
    const next = nextOf(context);
    return next === null ? null : context.texts.phrases.nextStepEarliest(next.step, longDate(next.on, context));
  },
  nextStepOn: (context) => dated(nextOf(context)?.on ?? null, (date) => longDate(date, context)),
};

const claim: Omit<Values, keyof typeof general | keyof typeof balance | keyof typeof others> = {
  earlierDates: (context) => {
    const earlier = earlierOf(context.facts);
    return earlier === null ? null : dates(earlier, context);
  },
  lastEarlierOn: (context) => dated(earlierOf(context.facts)?.at(-1) ?? null, (date) => longDate(date, context)),
  agreedTerm: ofClaim(({ agreedTermDays }, { texts }) => (agreedTermDays === null ? '' : texts.phrases.days(agreedTermDays))),
  principal: ofClaim((facts, context) => euro(openOf(facts.items), context)),
  interest: ofClaim((facts, context) => euro(accruedOf(facts), context)),
  interestName: ({ facts, texts }) =>
    hasClaim(facts)
      ? texts.law.interestName[facts.claim.interestKind]
      : facts.step === 'payment-plan'
        ? texts.law.interestName[facts.interestKind]
        : null,
  interestBasis: ofClaim(({ claim: { interestKind, clauseArticle } }, { texts }) => texts.law.interestBasis(interestKind, cleanText(clauseArticle))),
  interestSince: ofClaim((facts, { texts }) => texts.law.interestSince[interestStart(facts)]),
  rates,
  perDay: ofClaim((facts, context) => euro(facts.claim.perDay, context)),
  interestFrom: ofClaim((facts, context) => longDate(addDays(facts.today, 1), context)),
  costs: (context) =>
    context.facts.step === 'fourteen-day-letter'
      ? euro(context.facts.costs.amountCents, context)
      : hasClaim(context.facts)
        ? euro(costsOf(context.facts), context)
        : null,
  costsName: ofClaim((facts, { texts }) => (facts.claim.costs === null ? '' : texts.law.costsName[facts.claim.costs.kind])),
  costsBasis: ofClaim(({ claim: { costs, clauseArticle } }, { texts }) =>
    costs === null ? '' : texts.law.costsBasis(costs.kind, { perInvoice: costs.perInvoice, article: cleanText(clauseArticle) }),
  ),
  laterCosts: ofClaim((facts, context) => (facts.claim.laterCosts === null ? '' : euro(facts.claim.laterCosts.amount.amountCents, context))),
  laterCostsPrincipal: ofClaim((facts, context) => (facts.claim.laterCosts === null ? '' : euro(facts.claim.laterCosts.principal, context))),
  insteadOfCosts: ofClaim((facts, context) =>
    facts.claim.costs === null || (facts.claim.laterCosts?.alreadyPaid ?? 0) > 0 ? '' : context.texts.phrases.insteadOf(euro(costsOf(facts), context)),
  ),
  alreadyPaid: ofClaim((facts, context) => (facts.claim.laterCosts === null ? '' : euro(facts.claim.laterCosts.alreadyPaid, context))),
  paymentsReceived: ofClaim((facts, context) =>
    context.texts.phrases.list(facts.claim.payments.map((paid) => context.texts.phrases.paymentOn(euro(paid.amount, context), longDate(paid.on, context)))),
  ),
  paymentsBooked: ofClaim((facts, context) =>
    facts.claim.payments
      .slice(0, 2)
      .map((paid) =>
        context.texts.phrases.paymentBooked({ on: longDate(paid.on, context), number: cleanText(paid.number), isDesignated: paid.isDesignated }),
      )
      .join(' '),
  ),
  recipient: ({ facts, texts }) =>
    facts.step === 'handover-notice' ? texts.phrases.recipient({ ...facts.recipient, name: cleanText(facts.recipient.name) }) : null,
  clauseArticle: ({ facts }) =>
    hasClaim(facts) ? cleanText(facts.claim.clauseArticle) : isReminder(facts) ? cleanText(facts.belgianClause?.article ?? '') : null,
  costsFormula,
};

const others: Pick<
  Values,
  | 'earlierOn'
  | 'vat'
  | 'minimumCosts'
  | 'fourteenDayTerm'
  | 'previousOn'
  | 'receipts'
  | 'nextStatementOn'
  | 'agreedOn'
  | 'signBy'
  | 'graceDays'
  | 'instalmentCount'
  | 'debtor'
  | 'acknowledged'
  | 'paidOn'
  | 'paidAmount'
  | 'rest'
  | 'messageOn'
> = {
  earlierOn: (context) => (isReminder(context.facts) ? (dated(context.facts.earlierMessageOn, (date) => longDate(date, context)) ?? '') : null),
  vat: (context) => (context.facts.step === 'fourteen-day-letter' ? euro(context.facts.vat, context) : null),
  minimumCosts: (context) => euro(cents(40_00), context),
  fourteenDayTerm: ({ texts }) => texts.law.fourteenDayTerm,
  previousOn: (context) =>
    context.facts.step === 'account-statement' ? (dated(context.facts.previousOn, (date) => longDate(date, context)) ?? '') : null,
  receipts: (context) =>
    context.facts.step === 'account-statement'
      ? context.texts.phrases.list(
          context.facts.receipts.map((got) => context.texts.phrases.receiptOn(euro(got.amount, context), longDate(got.on, context), cleanText(got.number))),
        )
      : null,
  nextStatementOn: (context) =>
    context.facts.step === 'account-statement' ? (dated(context.facts.nextOn, (date) => longDate(date, context)) ?? '') : null,
  agreedOn: (context) => (context.facts.step === 'payment-plan' ? longDate(context.facts.agreedOn, context) : null),
  signBy: (context) => (context.facts.step === 'payment-plan' ? longDate(context.facts.signBy, context) : null),
  graceDays: ({ facts, texts }) => (facts.step === 'payment-plan' ? texts.phrases.days(facts.graceDays) : null),
  instalmentCount: ({ facts, texts }) => (facts.step === 'payment-plan' ? texts.phrases.instalments(facts.instalments.length) : null),
  debtor,
  acknowledged,
  paidOn: (context) => (isConfirmation(context.facts) ? longDate(context.facts.payment.on, context) : null),
  paidAmount: (context) => (isConfirmation(context.facts) ? euro(context.facts.payment.amount, context) : null),
  rest: (context) => (isConfirmation(context.facts) ? euro(openOf(context.facts.items), context) : null),
  messageOn: (context) => (context.facts.step === 'crossed-apology' ? longDate(context.facts.messageOn, context) : null),
};

const values: Values = { ...general, ...balance, ...claim, ...others };

/** The value of a field, null for a name that is none or that this letter cannot fill. */
export const fieldValue = (name: string, context: LetterContext): Value =>
  Object.hasOwn(values, name) ? values[name as MergeField](context) : null;

/** Whether a piece is said in this letter. */
export function isSaid(when: PieceCondition, { facts, toPay }: LetterContext): boolean {
  const interest = accruedOf(facts) > 0;
  const costs = costsOf(facts) > 0;
  const open = openOf(facts.items);
  switch (when) {
    case 'always':
      return true;
    case 'on-paper':
      return facts.channel === 'letter';
    case 'by-mail':
      return facts.channel === 'email';
    case 'booked':
      return facts.bookedUntil !== null;
    case 'interest':
      return interest || (hasClaim(facts) && interestLines(facts.claim).length > 0 && facts.claim.perDay > 0);
    case 'interest-only':
      return interest && !costs;
    case 'costs-only':
      return costs && !interest;
    case 'interest-and-costs':
      return interest && costs;
    case 'costs':
      return costs;
    case 'later-costs':
      return hasClaim(facts) && facts.claim.laterCosts !== null;
    case 'costs-paid':
      return hasClaim(facts) && (facts.claim.laterCosts?.alreadyPaid ?? 0) > 0;
    case 'payments':
      return hasClaim(facts) && facts.claim.payments.length > 0;
    case 'clause':
      return isReminder(facts) ? facts.belgianClause !== null : hasClaim(facts) && facts.claim.clauseArticle !== '';
    case 'agreed-term':
      return facts.step === 'fourteen-day-letter' ? facts.inDefaultBy === 'agreed-term' : hasClaim(facts) && facts.agreedTermDays !== null;
    case 'no-agreed-term':
      return facts.step === 'fourteen-day-letter' ? facts.inDefaultBy === 'notice' : hasClaim(facts) && facts.agreedTermDays === null;
    case 'vat-added':
      return facts.step === 'fourteen-day-letter' && facts.vat > 0;
    case 'no-vat':
      return facts.step === 'fourteen-day-letter' && facts.vat === 0;
    case 'receipts':
      return facts.step === 'account-statement' && facts.receipts.length > 0 && facts.previousOn !== null;
    case 'overdue':
      return facts.items.some((item) => item.kind === 'invoice' && item.dueDate !== null && item.dueDate < facts.today);
    case 'next-statement':
      return facts.step === 'account-statement' && facts.nextOn !== null;
    case 'rest-open':
      return isConfirmation(facts) && open > 0;
    case 'all-paid':
      return isConfirmation(facts) && toPay <= 0;
    case 'interest-waived':
      return facts.step === 'payment-plan' && facts.isInterestWaived;
    case 'interest-kept':
      return facts.step === 'payment-plan' && !facts.isInterestWaived;
  }
}
