/** The bank files of a preview as rows: one per file and account, because balances of several accounts say nothing together. */
import type { FilePreview } from '../../../src-shared/contract/imports.ts';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { Cents } from '../../../src-shared/money.ts';
import type { StatementPreview } from './importCounts.ts';

export type BankRow = {
  /** `place:n`: the place of the file in the set, and which of its accounts. */
  readonly key: string;
  readonly place: number;
  readonly file: FilePreview;
  readonly account: string;
  readonly currency: string;
  readonly statements: readonly StatementPreview[];
  readonly from: PlainDateText | null;
  readonly to: PlainDateText | null;
  readonly opening: Cents | null;
  readonly closing: Cents | null;
  readonly entries: number;
  readonly fresh: number;
  readonly known: number;
  readonly possiblyKnown: number;
};

const days = (statements: readonly StatementPreview[], of: 'from' | 'to'): readonly PlainDateText[] => statements.flatMap((one) => one[of] ?? []).sort();

/** Statements without a day stay where they stood, before those with one. */
function inOrder(one: StatementPreview, other: StatementPreview): number {
  const [before, after] = [one.from ?? '', other.from ?? ''];
  return before < after ? -1 : before > after ? 1 : 0;
}

function rowOf(place: number, file: FilePreview, { part, statements }: { readonly part: number; readonly statements: readonly StatementPreview[] }): BankRow {
  const ordered = [...statements].sort(inOrder);
  const total = (of: 'entries' | 'fresh' | 'known' | 'possiblyKnown'): number => statements.reduce((sum, one) => sum + one[of], 0);
  return {
    key: `${place}:${part}`,
    place,
    file,
    account: statements[0]?.account ?? '',
    currency: statements[0]?.currency ?? 'EUR',
    statements,
    from: days(statements, 'from')[0] ?? null,
    to: days(statements, 'to').at(-1) ?? null,
    opening: ordered[0]?.opening ?? null,
    closing: ordered.at(-1)?.closing ?? null,
    entries: total('entries'),
    fresh: total('fresh'),
    known: total('known'),
    possiblyKnown: total('possiblyKnown'),
  };
}

export type PlacedFile = { readonly place: number; readonly file: FilePreview };

/** A file without statements, or one that was refused, is a row too. */
export const bankRows = (files: readonly PlacedFile[]): readonly BankRow[] =>
  files.flatMap(({ place, file }) => {
    const statements = file.kind === 'bank' ? file.statements : [];
    const groups = [...Map.groupBy(statements, ({ account, currency }) => `${account} ${currency}`).values()];
    return (groups.length === 0 ? [[]] : groups).map((group, part) => rowOf(place, file, { part, statements: group }));
  });
