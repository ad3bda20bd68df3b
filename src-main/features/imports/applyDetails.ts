/**
 * Notifications (camt.054) of a set, put to the collective bookings of the same set. Keys are left as they were read, so that the statement
 * without its notification is known again, and the other way round.
 */
import { problem, type Problem } from '../../../src-shared/errors.ts';
import type { BankEntry } from '../../domain/bankStatement.ts';
import type { BookingOutcome } from '../../domain/importPlan/planBankEntries.ts';
import { type Placed, splitByDetails } from '../../domain/importPlan/splitByDetails.ts';
import type { KeyedStatement } from './parsedFile.ts';

/** A finding that only the set as a whole can bring, with the place of its file in the set. */
export type SetFinding = { readonly file: number; readonly problem: Problem };

type Source = { readonly file: number; readonly statements: readonly KeyedStatement[] };
type Notice = Placed<BankEntry> & { readonly file: number };

export type AppliedDetails<S extends Source> = {
  readonly sources: readonly S[];
  /** What is to be said once it is known which bookings are new. */
  readonly findings: (statements: readonly PlannedEntries[], nameOf: (file: number) => string) => readonly SetFinding[];
};
type PlannedEntries = { readonly source: KeyedStatement; readonly outcomes: readonly BookingOutcome[] };

const placed = (
  sources: readonly Source[],
  resolve: (account: string) => string,
  isWanted: (statement: KeyedStatement['statement']) => boolean,
): readonly Notice[] =>
  sources.flatMap(({ file, statements }) =>
    statements
      .filter(({ statement }) => isWanted(statement))
      .flatMap(({ statement }) => statement.entries.map((entry) => ({ id: entry, account: resolve(statement.account), entry, file }))),
  );

/** Splits what can be split; sources without notifications come back as they are. */
export function applyDetails<S extends Source>(sources: readonly S[], resolve: (account: string) => string): AppliedDetails<S> {
  const notices = placed(sources, resolve, ({ standing }) => standing === 'details');
  if (notices.length === 0) return { sources, findings: () => [] };
  const bookings = placed(sources, resolve, ({ standing }) => standing === 'booked');
  const { payments, applied, unmatched } = splitByDetails(bookings, notices);
  const splitEntries = new Map<BankEntry, BankEntry>();
  for (const [entry, parts] of payments) splitEntries.set(entry, { ...entry, payments: parts, clues: [], batchSize: parts.length });
  const split = sources.map((source) => ({
    ...source,
    statements: source.statements.map((keyed) => {
      if (!keyed.statement.entries.some((entry) => splitEntries.has(entry))) return keyed;
      return {
        ...keyed,
        statement: { ...keyed.statement, entries: keyed.statement.entries.map((entry) => splitEntries.get(entry) ?? entry) },
      };
    }),
  }));
  const findings: AppliedDetails<S>['findings'] = (planned, nameOf) => {
    const fresh = new Set<BankEntry>();
    for (const { source, outcomes } of planned) {
      source.statement.entries.forEach((entry, index) => {
        if (outcomes[index] === 'fresh') fresh.add(entry);
      });
    }
    const found: SetFinding[] = [];
    const left = new Map<number, number>();
    for (const { id, file } of notices) {
      const booking = applied.get(id);
      const entry = booking === undefined ? undefined : splitEntries.get(booking);
      if (entry !== undefined && fresh.has(entry)) {
        const params = { bookDate: entry.bookDate, count: entry.payments.length };
        found.push({ file, problem: problem('warning', 'bank-details-split', params, { file: nameOf(file) }) });
      } else if (entry !== undefined || unmatched.includes(id)) left.set(file, (left.get(file) ?? 0) + 1);
    }
    for (const [file, count] of left) {
      found.push({ file, problem: problem('warning', 'bank-details-unmatched', { count }, { file: nameOf(file) }) });
    }
    return found;
  };
  return { sources: split, findings };
}
