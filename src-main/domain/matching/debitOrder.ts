/**
 * Our own order for direct debits (ISO 20022 pain.008) as it is kept: which invoices each debit collects. An end-to-end id is only evidence
 * when somebody said what it is for, so a debit counts when its text, its reference or the id itself names invoices of ours; an amount or a
 * name alone ties nothing.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { BankEntryId } from '../../../src-shared/ids.ts';
import { type Cents, sumCents } from '../../../src-shared/money.ts';
import type { MatchIndex } from './matchIndex.ts';
import type { MatchItem } from './matchTypes.ts';
import { namedDocuments } from './namedDocuments.ts';

/** One debit of the order (DrctDbtTxInf). */
export type DebitLine = {
  readonly endToEndId: string;
  readonly cents: Cents;
  readonly currency: string;
  readonly collectOn: PlainDateText | null;
  readonly mandateId: string | null;
  readonly debtorName: string;
  readonly debtorIban: string | null;
  readonly remittance: string;
  readonly structuredRef: string | null;
};
export type DebitOrder = { readonly message: string; readonly accounts: readonly string[]; readonly lines: readonly DebitLine[] };

/**
 * `fits`: exactly what the documents are over or have open. `differs`: one document is named and the amount is another. `several`: more
 * are named than the amount explains. `unknown`: nothing of ours is named. `no-id`: the debit has no end-to-end id of its own.
 */
export type DebitState = 'fits' | 'differs' | 'several' | 'unknown' | 'no-id';
export type DebitReading = { readonly state: DebitState; /** Empty unless the debit can be kept. */ readonly items: readonly MatchItem[] };

const absent: ReadonlySet<string> = new Set(['', 'NOTPROVIDED', 'NONREF', 'NOREF', '-']);
const none: readonly MatchItem[] = [];

/** What a debit collects, by what it names. Documents that are paid by now are found too: the debit may come back. */
export function readDebit(line: DebitLine, index: MatchIndex, today: PlainDateText): DebitReading {
  if (absent.has(line.endToEndId.replaceAll(/\s/g, '').toUpperCase())) return { state: 'no-id', items: none };
  const { namings } = namedDocuments(
    {
      bankEntryId: 0 as BankEntryId,
      amountCents: line.cents,
      currency: line.currency,
      bookDate: line.collectOn ?? today,
      counterIban: null,
      counterName: null,
      remittance: `${line.remittance} ${line.endToEndId}`,
      structuredRef: line.structuredRef,
      endToEndId: null,
    },
    index,
  );
  const sure = namings.filter((naming) => !naming.isWeak && !naming.isHint && naming.kind !== 'order' && naming.items.length === 1);
  const items = [...new Set(sure.flatMap((naming) => naming.items))].filter((item) => item.currency === line.currency && item.kind !== 'creditNote');
  const [only, ...others] = items;
  if (only === undefined) return { state: 'unknown', items: none };
  const isAll = (amounts: (item: MatchItem) => Cents): boolean => sumCents(items.map(amounts)) === line.cents;
  if (isAll((item) => item.totalCents) || isAll((item) => item.openCents)) return { state: 'fits', items };
  return others.length === 0 ? { state: 'differs', items } : { state: 'several', items: none };
}
