/** Interest and costs of the invented invoices with which a template is shown, by the rules of law. */
import { addDays, type PlainDateText } from '../../../../src-shared/dates.ts';
import type { LetterCountry, LetterCustomerKind } from '../../../../src-shared/letterTemplate.ts';
import { cents, sumCents, zeroCents } from '../../../../src-shared/money.ts';
import { consumerIndemnity } from '../../law/belgianConsumer.ts';
import { claimInterest } from '../../law/claimInterest.ts';
import { dutchCollectionCosts, tradeMinimum } from '../../law/collectionCosts.ts';
import { rateOn, type RateTable, seriesOf } from '../../law/rates.ts';
import { claimFromWorking, type InvoiceInterest } from '../claimFromWorking.ts';
import type { Claim, LetterItem, ReminderFacts } from '../letterFacts.ts';

type Reader = { readonly country: LetterCountry; readonly customerKind: LetterCustomerKind };
type Asked = { readonly reader: Reader; readonly today: PlainDateText; readonly table: RateTable };
/** The article in which the terms of an example have their clause. */
const article = '7';

/** A clause that asks what the law allows at most (WER art. XIX.4). */
export function exampleClause(table: RateTable, today: PlainDateText): NonNullable<ReminderFacts['belgianClause']> {
  const row = rateOn(seriesOf(table, 'be-trade'), today);
  return { article, interestPercent: row?.percent ?? '0', interestFrom: 'sending' };
}

/** An invented free letter of three weeks ago: its term is over. */
const chargesFrom = (today: PlainDateText): PlainDateText => addDays(today, -3);

function interestOf(item: LetterItem, { reader, today, table }: Asked): readonly InvoiceInterest[] {
  if (item.kind !== 'invoice' || item.dueDate === null) return [];
  const { country, customerKind } = reader;
  const isConsumer = customerKind === 'consumer';
  const from = isConsumer && country === 'BE' ? chargesFrom(today) : addDays(item.dueDate, 1);
  const answer = claimInterest({
    country,
    kind: isConsumer ? 'consumer' : 'trade',
    principalCents: item.open,
    from,
    to: addDays(today, 1),
    payments: [],
    costs: [],
    free: [],
    agreed: { kind: isConsumer && country === 'BE' ? 'clause' : 'none' },
    isSimple: false,
    basis: '365',
    isContractBefore2013: false,
    table,
  });
  // Without a rate for these days the letter is shown without interest.
  return answer.ok ? [{ item, interest: answer.value, perDayCents: answer.value.perDayCents, designatedOn: new Set() }] : [];
}

type Rest = Parameters<typeof claimFromWorking>[1];

function restOf(items: readonly LetterItem[], { reader, today }: Asked): Rest {
  const principals = items.map((item) => item.open);
  const open = sumCents(principals);
  const scale = (kind: 'trade' | 'consumer') => dutchCollectionCosts({ kind, principals, vat: { isOutsourced: false, canDeductVat: true }, alreadyChargedCents: zeroCents });
  const { country, customerKind } = reader;
  if (customerKind === 'business') {
    const laterCosts = country === 'NL' ? { amount: scale('trade'), principal: open, alreadyPaid: cents(0) } : null;
    return { interestKind: 'trade', costs: { kind: 'minimum', amount: tradeMinimum(country, 1), perInvoice: false }, laterCosts, chargesFrom: null, clauseArticle: '' };
  }
  if (country === 'NL') return { interestKind: 'statutory', costs: { kind: 'scale', amount: scale('consumer'), perInvoice: false }, laterCosts: null, chargesFrom: chargesFrom(today), clauseArticle: '' };
  return { interestKind: 'capped', costs: { kind: 'indemnity', amount: consumerIndemnity(open), perInvoice: false }, laterCosts: null, chargesFrom: chargesFrom(today), clauseArticle: article };
}

/** What a letter to this reader may ask beside the invoices. */
export const exampleClaim = (items: readonly LetterItem[], asked: Asked): Claim =>
  claimFromWorking(
    items.flatMap((item) => interestOf(item, asked)),
    restOf(items, asked),
  );
