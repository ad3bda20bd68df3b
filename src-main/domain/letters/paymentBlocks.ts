/** The payment box and the codes of a letter; text and code come from the same values (design/letters.md §5). */
import type { AppError } from '../../../src-shared/errors.ts';
import type { LetterBlock, LetterPayment } from '../../../src-shared/letter.ts';
import { formatIban } from '../../../src-shared/locales/formatters.ts';
import { type Cents, subtractCents, sumCents } from '../../../src-shared/money.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import { buildEpcText } from '../epc.ts';
import { cleanText } from './cleanText.ts';
import { invoicesOf, type LetterContext } from './letterContext.ts';
import type { LetterFacts, PaymentPlanFacts } from './letterFacts.ts';
import { formatDeadline, formatLetterAmount, formatLetterEuro, formatLongDate } from './letterFormats.ts';
import { overdueOf } from './statementBlocks.ts';

export const accountNameOf = ({ sender }: LetterFacts): string => cleanText(sender.accountName) || cleanText(sender.name);

function epcTextFor({ facts, reference }: LetterContext, amount: Cents): Result<string, AppError> {
  const built = buildEpcText({
    version: '002',
    characterSet: 1,
    bic: '',
    name: accountNameOf(facts),
    iban: facts.sender.iban,
    amount,
    purpose: '',
    structuredReference: reference.epcStructured,
    text: reference.epcText,
    information: '',
  });
  return built.ok ? ok(built.value.text) : built;
}

type Row = LetterPayment['rows'][number];

/** By when, as far as the kind of letter may say it: a fourteen-day letter prints its formula and never a date. */
function deadlineRows({ facts, texts }: LetterContext): readonly Row[] {
  if (facts.step === 'fourteen-day-letter') {
    const { fourteenDayTerm, fourteenDayGloss } = texts.law;
    return [{ label: texts.payment.term, value: fourteenDayGloss === '' ? fourteenDayTerm : `${fourteenDayTerm} (${fourteenDayGloss})` }];
  }
  if (!('payBy' in facts)) return [];
  return [{ label: texts.payment.deadline, value: texts.payment.until(formatLongDate(facts.payBy, texts.language)) }];
}

function overdueRows(context: LetterContext): readonly Row[] {
  const { facts, texts } = context;
  if (facts.step !== 'account-statement') return [];
  const overdue = overdueOf(facts);
  if (overdue === 0 || overdue === context.toPay) return [];
  const hasCredit = facts.items.length > invoicesOf(facts.items).length;
  return [{ label: texts.statement.overdueOnly, value: texts.statement.overdueValue(formatLetterEuro(overdue, texts.language), hasCredit) }];
}

/** The box, or null when nothing is to be paid: then there is no code either. */
export function paymentBox(context: LetterContext): Result<LetterPayment | null, AppError> {
  const { facts, texts, reference } = context;
  const { payment: words, language } = texts;
  if (context.toPay <= 0 || facts.step === 'payment-plan') return ok(null);
  const epcText = epcTextFor(context, context.toPay);
  if (!epcText.ok) return epcText;
  const amount = formatLetterEuro(context.toPay, language);
  const name = accountNameOf(facts);
  const isStatement = facts.step === 'account-statement';
  return ok({
    amountLabel: isStatement ? texts.statement.fullBalance : words.amount,
    amount,
    rows: [
      ...overdueRows(context),
      { label: 'IBAN', value: formatIban(facts.sender.iban) },
      ...(facts.sender.bic !== '' && facts.customer.country !== facts.sender.country
        ? [{ label: 'BIC', value: cleanText(facts.sender.bic) }]
        : []),
      { label: words.name, value: name },
      { label: reference.kind === 'structured' ? words.structuredReference : words.freeReference, value: reference.printed },
      ...deadlineRows(context),
    ],
    caption: isStatement ? texts.statement.caption : words.caption,
    epcText: epcText.value,
    alternative: words.alternative({ amount, name, reference: reference.printed }),
  });
}

/** The schedule with what is open after each instalment, the code of the first, and how to pay. */
export function instalmentBlocks(facts: PaymentPlanFacts, context: LetterContext): Result<readonly LetterBlock[], AppError> {
  const { plan: words, table, payment, language } = context.texts;
  const amount = (value: Cents): string => formatLetterAmount(value, language);
  const [first] = facts.instalments;
  if (first === undefined) return ok([]);
  const epcText = epcTextFor(context, first.amount);
  if (!epcText.ok) return epcText;
  let left = sumCents(facts.instalments.map((one) => one.amount));
  const total = amount(left);
  const rows = facts.instalments.map((one, index) => {
    left = subtractCents(left, one.amount);
    const cells = [words.numberOf(index + 1, facts.instalments.length), formatDeadline(one.dueOn, language), amount(one.amount), amount(left)];
    return { cells, runningTotal: '' };
  });
  const name = accountNameOf(facts);
  const bold = (text: string, isBold: boolean) => ({ text, bold: isBold });
  return ok([
    {
      kind: 'instalments',
      table: {
        columns: [
          { head: words.instalment, align: 'left', width: 21 },
          { head: words.dueOn, align: 'left', width: 45 },
          { head: words.amount, align: 'right', width: 19 },
          { head: words.openAfter, align: 'right', width: 23 },
        ],
        rows,
        total: { label: words.total, cells: ['', '', total, ''], value: '' },
        carriedForward: table.carriedForward,
        broughtForward: table.broughtForward,
      },
      code: {
        title: words.codeTitle(formatLetterEuro(first.amount, language)),
        caption: payment.caption,
        epcText: epcText.value,
        alternative: payment.alternative({
          amount: formatLetterEuro(first.amount, language),
          name,
          reference: context.reference.printed,
        }),
      },
    },
    {
      kind: 'facts',
      rows: [
        { label: words.payTo, runs: [bold(words.payToValue(formatIban(facts.sender.iban), name), false)] },
        { label: words.reference, runs: [bold(words.referenceValue(context.reference.printed), false)] },
      ],
    },
  ]);
}
