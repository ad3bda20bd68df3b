import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { DocumentId } from '../../../src-shared/ids.ts';
import { type Cents, subtractCents, sumCents } from '../../../src-shared/money.ts';
import { parseRemittance, type RemittanceLine } from '../../domain/cash/parseRemittance.ts';
import { bareNumber, type MatchIndex } from '../../domain/matching/matchIndex.ts';
import type { MatchItem } from '../../domain/matching/matchTypes.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import type { ReceiptRow } from '../../ledger/cash/matchingRead.ts';
import { knownNow } from './knownNow.ts';

type Advice = OutputOf<'bank.readRemittance'>;
type Line = Advice['lines'][number];
type State = Line['state'];
type Found = { readonly line: RemittanceLine; readonly item: MatchItem | null; readonly state: State };

const partsLimit = 200;

/** Documents of that number: by the whole number, or by its digits when the payer left out the letters; those of the payer first. */
function documentsNamed(number: string, index: MatchIndex, receipt: ReceiptRow): readonly MatchItem[] {
  const key = bareNumber(number);
  const all = index.byNumber.get(key) ?? index.byDigits.get(key.replaceAll(/\D/g, '').replace(/^0+/, '')) ?? [];
  const own = all.filter((item) => item.customerId === receipt.customerId);
  const usable = own.length > 0 ? own : all;
  const open = usable.filter((item) => item.openCents !== 0);
  return open.length > 0 ? open : usable;
}

function stateOf(line: RemittanceLine, item: MatchItem, currency: string): State {
  if (item.currency !== currency) return 'other-currency';
  if (item.openCents === 0) return 'settled';
  if (line.cents === null) return 'no-amount';
  if (line.cents === item.openCents) return 'fits';
  const isWithin = item.openCents > 0 ? line.cents > 0 && line.cents < item.openCents : line.cents < 0 && line.cents > item.openCents;
  return isWithin ? 'part' : 'more-than-open';
}

function find(lines: readonly RemittanceLine[], index: MatchIndex, receipt: ReceiptRow): readonly Found[] {
  const seen = new Set<DocumentId>();
  return lines.map((line): Found => {
    const items = documentsNamed(line.number, index, receipt);
    const [item] = items;
    if (item === undefined) return { line, item: null, state: 'unknown' };
    if (items.length > 1) return { line, item: null, state: 'several' };
    if (seen.has(item.documentId)) return { line, item, state: 'twice' };
    seen.add(item.documentId);
    return { line, item, state: stateOf(line, item, receipt.currency) };
  });
}

const taken: ReadonlySet<State> = new Set(['fits', 'part', 'more-than-open', 'no-amount']);

/** What a line proposes to assign: its own amount, never more than is open. */
function amountOf({ line, item }: Found): Cents {
  if (item === null) return 0 as Cents;
  const { cents } = line;
  if (cents === null) return item.openCents;
  const fits = item.openCents > 0 ? cents > 0 && cents <= item.openCents : cents < 0 && cents >= item.openCents;
  // An advice gives a credit note without its sign, or more than is left after an earlier payment: what is open is what can be meant.
  return fits ? cents : item.openCents;
}

/** Reads an advice against the documents there are and proposes parts for the receipt. Nothing is booked. */
export function remittanceAdvice(db: ReadableDb, receipt: ReceiptRow, given: { readonly text: string; readonly today: PlainDateText }): Advice {
  const { lines, stated, unread } = parseRemittance(given.text);
  const { material, index } = knownNow(db, given.today);
  const found = find(lines, index, receipt);
  const names = new Map(material.customers.map((customer) => [customer.customerId, customer.name]));
  const parts = found
    .filter(({ state }) => taken.has(state))
    .slice(0, partsLimit)
    .flatMap((one) => (one.item === null ? [] : [{ documentId: one.item.documentId, cents: amountOf(one), number: one.item.number.slice(0, 500), open: one.item.openCents, dueDate: one.item.dueDate }]));
  const sum = sumCents(parts.map((part) => part.cents));
  return {
    lines: found.map(({ line, item, state }) => ({
      line: line.line,
      number: line.number,
      cents: line.cents,
      documentId: item?.documentId ?? null,
      customerName: item === null ? '' : (names.get(item.customerId) ?? ''),
      open: item?.openCents ?? null,
      state,
    })),
    parts,
    sum,
    rest: subtractCents(receipt.unmatched, sum),
    stated,
    unread: [...unread],
  };
}
