/**
 * Puts the notifications of a set to its collective bookings (see `applyDetails`), with no more of long statements in memory than that
 * takes: of notifications those of several payments, of bookings those whose amount such a notification has.
 */
import type { BankEntry } from '../../domain/bankStatement.ts';
import type { Steps } from '../../ledger/connection.ts';
import { applyDetails, type SetFinding } from './applyDetails.ts';
import type { HeldStatement } from './heldFile.ts';
import type { Outcomes } from './outcomes.ts';
import type { KeyedStatement } from './parsedFile.ts';
import { type KeyedEntry, type PartFacts, type StatementBookings, withReplaced } from './statementBookings.ts';

export type HeldSource = { readonly file: number; readonly statements: readonly HeldStatement[] };
type Decided = { readonly held: HeldStatement; readonly outcomes: Outcomes };

export type DetailsOfSet<S extends HeldSource> = {
  readonly sources: readonly S[];
  /** What is to be said once it is known which bookings are new. */
  readonly findings: (statements: readonly Decided[], nameOf: (file: number) => string) => readonly SetFinding[];
};

/** A statement with only some of its bookings, and where these stand in it. */
type Excerpt = { readonly places: readonly number[]; readonly keyed: KeyedStatement };

/** Of statements with fewer bookings all are looked at. */
const shortStatement = 500;

function* excerptOf({ head, bookings }: HeldStatement, isWanted: (facts: PartFacts) => boolean): Steps<Excerpt> {
  const places: number[] = [];
  const found: KeyedEntry[] = [];
  for (const part of bookings.parts) {
    const isShort = bookings.count <= shortStatement;
    const wanted = isShort ? [...part.facts().keys()] : part.facts().flatMap((facts, at) => (isWanted(facts) ? [at] : []));
    const entries = wanted.length === 0 ? [] : part.entries();
    for (const at of wanted) {
      const one = entries[at];
      if (one === undefined) continue;
      places.push(part.start + at);
      found.push(one);
    }
    yield;
  }
  return { places, keyed: { statement: { ...head, entries: found.map(({ entry }) => entry) }, keys: found.map(({ key }) => key), place: null } };
}

/** The bookings of the statement with those that were split put in their places. */
function splitBookings(bookings: StatementBookings, before: Excerpt, after: KeyedStatement): StatementBookings {
  const replaced = new Map<number, BankEntry>();
  for (const [index, entry] of after.statement.entries.entries()) {
    const place = before.places[index];
    if (place !== undefined && entry !== before.keyed.statement.entries[index]) replaced.set(place, entry);
  }
  return replaced.size === 0 ? bookings : withReplaced(bookings, replaced);
}

const amountOf = ({ amount, currency }: Pick<PartFacts, 'amount' | 'currency'>): string => `${amount} ${currency}`;

/** Splits what can be split; sources of a set without notifications come back as they are. */
export function* detailsOfSet<S extends HeldSource>(sources: readonly S[], resolve: (account: string) => string): Steps<DetailsOfSet<S>> {
  const isOf = (standing: string) => sources.some(({ statements }) => statements.some(({ head }) => head.standing === standing));
  if (!isOf('details')) return { sources, findings: () => [] };
  const amounts = new Set<string>();
  const excerpts = new Map<HeldStatement, Excerpt>();
  const take = function* (standing: string, isWanted: (facts: PartFacts) => boolean): Steps<void> {
    for (const { statements } of sources) {
      for (const held of statements) if (held.head.standing === standing) excerpts.set(held, yield* excerptOf(held, isWanted));
    }
  };
  yield* take('details', (facts) => facts.isCollective);
  for (const { keyed } of excerpts.values()) for (const entry of keyed.statement.entries) amounts.add(amountOf(entry));
  yield* take('booked', (facts) => amounts.has(amountOf(facts)));
  const given = sources.map(({ file, statements }) => ({ file, held: statements.filter((one) => excerpts.has(one)) }));
  const short = given.map(({ file, held }) => ({ file, statements: held.flatMap((one) => excerpts.get(one)?.keyed ?? []) }));
  const applied = applyDetails(short, resolve);
  const [changed, after] = [new Map<HeldStatement, HeldStatement>(), new Map<HeldStatement, Excerpt>()];
  for (const [index, { held }] of given.entries()) {
    for (const [at, one] of held.entries()) {
      const [excerpt, keyed] = [excerpts.get(one), applied.sources[index]?.statements[at]];
      if (excerpt === undefined || keyed === undefined) continue;
      const split = { head: one.head, bookings: splitBookings(one.bookings, excerpt, keyed) };
      changed.set(one, split);
      after.set(split, { places: excerpt.places, keyed });
    }
  }
  return {
    sources: sources.map((source) => ({ ...source, statements: source.statements.map((one) => changed.get(one) ?? one) })),
    findings: (statements, nameOf) =>
      applied.findings(
        statements.flatMap(({ held, outcomes }) => {
          const excerpt = after.get(held);
          return excerpt === undefined ? [] : [{ source: excerpt.keyed, outcomes: excerpt.places.map((place) => outcomes.at(place) ?? 'known') }];
        }),
        nameOf,
      ),
  };
}
