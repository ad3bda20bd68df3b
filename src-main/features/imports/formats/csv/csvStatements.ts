/**
 * Bookings of an export as statements: one per account and currency. Where rows carry the balance of the account, opening and closing
 * follow from the first and the last booking, in the order in which the balances follow each other; and every step between is checked.
 */
import { type BankBalance, type BankStatement, checkBalance } from '../../../../domain/bankStatement.ts';
import type { PlainDateText } from '../../../../../src-shared/dates.ts';
import { type Problem, problem } from '../../../../../src-shared/errors.ts';
import { addCents, type Cents, subtractCents } from '../../../../../src-shared/money.ts';
import { amountParameter, balanceProblems } from '../balanceProblems.ts';
import type { CsvEntry } from './csvEntry.ts';
import type { CsvLayout } from './csvLayout.ts';

const afterOf = ({ entry, after, before }: CsvEntry): Cents | null => after ?? (before === null ? null : addCents(before, entry.amount));
const beforeOf = ({ entry, after, before }: CsvEntry): Cents | null =>
  before ?? (after === null ? null : subtractCents(after, entry.amount));

/** The places where a booking does not start from the balance behind the one before it. */
function gapsIn(rows: readonly CsvEntry[]): readonly CsvEntry[] {
  return rows.filter((row, index) => {
    const previous = rows[index - 1];
    if (previous === undefined) return false;
    const [closed, opened] = [afterOf(previous), beforeOf(row)];
    return closed !== null && opened !== null && closed !== opened;
  });
}

/** Whether moments only go up; equal ones stay where they are. */
const runsUp = (rows: readonly CsvEntry[]): boolean =>
  rows.every((row, index) => index === 0 || (rows[index - 1]?.moment ?? '') <= row.moment);

/**
 * Rows from old to new. Dates that only go one way decide; else, or on one day, the order with the fewest gaps in the balances, and when
 * there are none the one the bank uses.
 */
function inOrder(rows: readonly CsvEntry[], layout: CsvLayout): readonly CsvEntry[] {
  const turned = rows.toReversed();
  const [isUp, isDown] = [runsUp(rows), runsUp(turned)];
  if (layout.isSorted && isUp !== isDown) return isUp ? rows : turned;
  const [first, last] = [rows[0]?.moment ?? '', rows.at(-1)?.moment ?? ''];
  const isOldestFirst = first === last ? layout.order === 'oldest-first' : first < last;
  const candidates = isOldestFirst ? [rows, turned] : [turned, rows];
  if (!layout.isSorted) {
    const byMoment = (candidates[0] ?? rows).toSorted((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0));
    candidates.push(byMoment);
  }
  let best = candidates[0] ?? rows;
  let fewest = gapsIn(best).length;
  for (const candidate of candidates.slice(1)) {
    const gaps = gapsIn(candidate).length;
    if (gaps < fewest) [best, fewest] = [candidate, gaps];
  }
  return best;
}

const balance = (amount: Cents | null, currency: string, date: PlainDateText | null): BankBalance | null =>
  amount === null ? null : { amount, beyondCents: '', currency, date, isIntermediate: false };

function gapProblem(rows: readonly CsvEntry[], gap: CsvEntry, file: string): Problem {
  const previous = rows[rows.indexOf(gap) - 1];
  const { currency } = gap.entry;
  const amounts = {
    closed: amountParameter((previous === undefined ? null : afterOf(previous)) ?? gap.entry.amount, currency),
    opened: amountParameter(beforeOf(gap) ?? gap.entry.amount, currency),
  };
  return problem('warning', 'bank-running-balance-gap', { account: gap.account, ...amounts }, { file, line: gap.line });
}

export type StatementGroup = { readonly statement: BankStatement; readonly problems: readonly Problem[] };
export type KnownClosing = { readonly amount: Cents; readonly date: PlainDateText | null };

function statementOf(
  rows: readonly CsvEntry[],
  { layout, file, closing: known }: { readonly layout: CsvLayout; readonly file: string; readonly closing: KnownClosing | null },
): StatementGroup {
  const entries = rows.map(({ entry }) => entry);
  const currency = entries[0]?.currency ?? 'EUR';
  const account = rows[0]?.account ?? '';
  const ordered = inOrder(rows, layout);
  const [first, last] = [ordered[0], ordered.at(-1)];
  const opening = first === undefined ? null : balance(beforeOf(first), currency, null);
  const reached = last === undefined ? null : balance(afterOf(last), currency, last.entry.bookDate);
  const closing = reached ?? (known === null ? null : balance(known.amount, currency, known.date));
  const statement: BankStatement = {
    standing: 'booked',
    account,
    accountCurrency: currency,
    ownerName: null,
    number: null,
    reference: null,
    page: null,
    opening,
    closing,
    currency,
    entries,
    ...checkBalance({ opening, closing, entries }),
  };
  const [gap] = opening === null ? [] : gapsIn(ordered);
  // A balance that the bank does not give is no fault of the file; only balances that are there can fail to fit.
  const found = opening === null || closing === null ? [] : balanceProblems(statement, file);
  return { statement, problems: gap === undefined ? found : [...found, gapProblem(ordered, gap, file)] };
}

/** The statements of a file, in the order in which their accounts first appear. `closing` is what stands above the rows of the only account. */
export function csvStatements(
  rows: readonly CsvEntry[],
  context: { readonly layout: CsvLayout; readonly file: string; readonly closing: KnownClosing | null },
): readonly StatementGroup[] {
  const groups = new Map<string, CsvEntry[]>();
  for (const row of rows) {
    const key = `${row.account}\u001f${row.entry.currency}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const closing = groups.size === 1 ? context.closing : null;
  return [...groups.values()].map((group) => statementOf(group, { ...context, closing }));
}
