/**
 * What is asked of a ledger each time it is opened. It has to stay under a second at a million documents, so a large file is not read
 * from end to end: its length, its safeguards, the sums of the whole journal and every recent entry are checked, and the small tables in full.
 * The whole of a large file is read once a day, when its backup is verified (`verifyCopy.ts`), and on demand (`verify.ts`).
 */
import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { differingObjects } from './verify.ts';

/** Up to here the whole file is checked at each start: some tenths of a second. */
const postingsOfSmallLedger = 300_000;
const recentEntries = 20_000;
const rowsOfSmallTable = 20_000;

/** What is wrong with the file or the journal, in words for a log; null when nothing is. */
export function findingAtStart(sqlite: Database.Database): string | null {
  const isSmall = highestId(sqlite, 'posting') <= postingsOfSmallLedger;
  const cut = cutFile(sqlite);
  if (cut !== null) return cut;
  const structure = isSmall ? quickCheck(sqlite, '1') : firstOf(smallTables(sqlite).map((table) => () => quickCheck(sqlite, `"${table}"`)));
  if (structure !== null) return structure;
  const triggers = differingObjects(sqlite, ['trigger']);
  if (triggers.length > 0) return `trigger ${triggers[0]}`;
  const since = isSmall ? 0 : highestId(sqlite, 'journal_entry') - recentEntries;
  const broken = findings(since).find(({ sql }) => isTrue(sqlite, sql));
  return broken?.finding ?? null;
}

/** Questions that are answered 1 when the finding applies; entries up to `since` are taken as checked before. */
const findings = (since: number): readonly { readonly finding: string; readonly sql: string }[] => [
  {
    finding: 'entries without a seal',
    sql: 'SELECT (SELECT count(*) FROM journal_entry) <> (SELECT count(*) FROM entry_seal)',
  },
  {
    finding: 'journal does not add up to zero',
    sql: 'SELECT coalesce(sum(cents), 0) <> 0 FROM posting INDEXED BY posting_entry',
  },
  {
    finding: 'an entry does not balance',
    sql: `SELECT EXISTS (SELECT 1 FROM posting WHERE entry_id > ${since} GROUP BY entry_id HAVING sum(cents) <> 0 OR count(*) < 2)`,
  },
  {
    finding: 'document balances differ from the journal',
    sql: `SELECT (SELECT coalesce(sum(open), 0) FROM document_balance) <>
      (SELECT coalesce(sum(cents), 0) FROM posting INDEXED BY posting_document WHERE document_id IS NOT NULL)`,
  },
  {
    finding: 'bank line balances differ from the journal',
    sql: `SELECT (SELECT coalesce(sum(unmatched), 0) FROM bank_entry_balance) <>
      (SELECT -coalesce(sum(cents), 0) FROM posting INDEXED BY posting_bank_entry WHERE bank_entry_id IS NOT NULL)`,
  },
  {
    finding: 'the balance of a document differs from the journal',
    // Without the index named, SQLite would walk all documents to find the distinct ones.
    sql: `SELECT EXISTS (
      SELECT 1 FROM (SELECT DISTINCT document_id FROM posting INDEXED BY posting_entry WHERE entry_id > ${since} AND document_id IS NOT NULL) recent
      LEFT JOIN document_balance b ON b.document_id = recent.document_id
      WHERE b.open IS NOT (SELECT sum(p.cents) FROM posting p WHERE p.document_id = recent.document_id))`,
  },
];

const isTrue = (sqlite: Database.Database, sql: string): boolean => sqlite.prepare<[], number>(sql).pluck().get() === 1;

const highestId = (sqlite: Database.Database, table: string): number =>
  sqlite.prepare<[], number | null>(`SELECT max(id) FROM ${table}`).pluck().get() ?? 0;

function firstOf(questions: readonly (() => string | null)[]): string | null {
  for (const question of questions) {
    const finding = question();
    if (finding !== null) return finding;
  }
  return null;
}

function quickCheck(sqlite: Database.Database, argument: string): string | null {
  const finding = sqlite.pragma(`quick_check(${argument})`, { simple: true });
  return finding === 'ok' ? null : String(finding);
}

/** After the log is emptied into it, the file must be exactly as long as its header says: a copy that was cut short is not. */
function cutFile(sqlite: Database.Database): string | null {
  if (sqlite.memory) return null;
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const expected = Number(sqlite.pragma('page_count', { simple: true })) * Number(sqlite.pragma('page_size', { simple: true }));
  const size = statSync(sqlite.name).size;
  return size === expected ? null : `file of ${size} bytes instead of ${expected}`;
}

/** Tables that can be checked in no time; counting stops early for the others. */
function smallTables(sqlite: Database.Database): readonly string[] {
  const tables = sqlite
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
    .pluck()
    .all();
  return tables.filter((table) => {
    const rows = sqlite
      .prepare<[], number>(`SELECT count(*) FROM (SELECT 1 FROM "${table}" LIMIT ${rowsOfSmallTable + 1})`)
      .pluck()
      .get();
    return rows !== undefined && rows <= rowsOfSmallTable;
  });
}
