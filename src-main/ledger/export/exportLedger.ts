/**
 * Leaving with everything: one folder with the ledger as SQLite, every table as CSV, every file that was taken in, every letter, and a text
 * that says what it all means. Read from a verified copy, so that the ledger can be used meanwhile and all files show the same instant.
 */
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { Ledger } from '../connection.ts';
import { syncFile } from '../durableFiles.ts';
import { exportReadme } from './exportReadme.ts';
import { type ExportedTable, exportTables } from './exportTables.ts';
import { codeOfThrown, ledgerFailure } from '../ledgerFailure.ts';
import * as schema from '../schema/schema.ts';
import { verifyCopy } from '../copies/verifyCopy.ts';

/** A file of the export: its path inside the folder with `/` between parts, and its size in bytes. */
export type ExportedPath = {
  readonly path: string;
  readonly size: number;
  readonly kind: 'readme' | 'ledger' | 'table' | 'original' | 'letter';
};
export type ExportRequest = {
  readonly ledger: Ledger;
  /** A folder that does not exist yet or is empty. */
  readonly folder: string;
  /** ISO instant, named in the text. */
  readonly now: string;
};

/** Above the ceiling that imports have: a file that was taken in cannot be larger, and a damaged one cannot fill the memory. */
const maximumOriginalBytes = 256 * 1024 * 1024;

/**
 * Writes the whole export. Errors: `not-allowed-now` (the folder holds something), `backup-failed`, `ledger-disk-full`; what was written
 * until then stays in the folder.
 */
export async function exportLedger({ ledger, folder, now }: ExportRequest): Promise<Result<readonly ExportedPath[], AppError>> {
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length > 0) return err(appError('not-allowed-now', { what: 'export' }));
    const copy = join(folder, 'ledger.sqlite');
    await ledger.read.sqlite.backup(`${copy}.part`, { progress: () => 10_000 });
    const checked = verifyCopy(`${copy}.part`);
    if (!checked.ok) return err(appError('backup-failed', { finding: checked.error }));
    syncFile(`${copy}.part`);
    renameSync(`${copy}.part`, copy);
    const { written, tables } = await writeFrom(copy, folder);
    const readme = exportReadme({ now, schemaVersion: checked.value.schemaVersion, tables });
    writeFileSync(join(folder, 'README.txt'), readme);
    return ok([
      { path: 'README.txt', size: Buffer.byteLength(readme), kind: 'readme' },
      { path: 'ledger.sqlite', size: statSync(copy).size, kind: 'ledger' },
      ...written,
    ]);
  } catch (thrown) {
    const failure = ledgerFailure(thrown);
    const cause = codeOfThrown(thrown);
    if (failure === null && cause === '') throw thrown;
    return err(failure?.code === 'ledger-disk-full' ? failure : appError('backup-failed', { cause }));
  }
}

type Written = { readonly written: readonly ExportedPath[]; readonly tables: readonly ExportedTable[] };

async function writeFrom(copy: string, folder: string): Promise<Written> {
  const sqlite = new Database(copy, { readonly: true });
  try {
    for (const part of ['tables', 'originals', 'letters', 'proofs']) mkdirSync(join(folder, part));
    const tables = exportTables({ sqlite, orm: drizzle(sqlite, { schema }) });
    const written: ExportedPath[] = [];
    for (const table of tables) {
      const path = `tables/${table.name}.csv`;
      written.push({ path, size: await writePieces(join(folder, path), table), kind: 'table' });
    }
    return { written: [...written, ...(await writeOriginals(sqlite, folder)), ...(await writeLetters(sqlite, folder)), ...(await writeProofs(sqlite, folder))], tables };
  } finally {
    sqlite.close();
  }
}

/** Between two pieces the program may do something else. */
async function writePieces(path: string, table: ExportedTable): Promise<number> {
  const handle = openSync(path, 'wx');
  try {
    for (const piece of table.pieces()) {
      writeSync(handle, piece);
      await setImmediate();
    }
  } finally {
    closeSync(handle);
  }
  return statSync(path).size;
}

type OriginalRow = { readonly id: number; readonly name: string; readonly deflated: Buffer };
type LetterRow = { readonly sha256: string; readonly mime: string; readonly bytes: Buffer };

async function writeOriginals(sqlite: Database.Database, folder: string): Promise<readonly ExportedPath[]> {
  const written: ExportedPath[] = [];
  for (const { id, name, deflated } of sqlite.prepare<[], OriginalRow>('SELECT id, name, deflated FROM import_file').iterate()) {
    const bytes = inflateRawSync(deflated, { maxOutputLength: maximumOriginalBytes });
    written.push(writeBytes({ folder, path: `originals/${id}-${safeName(name)}`, bytes, kind: 'original' }));
    await setImmediate();
  }
  return written;
}

const endings: Readonly<Record<string, string>> = { 'application/pdf': '.pdf', 'image/png': '.png', 'image/jpeg': '.jpg' };

/** Proofs as they came, those that were taken away too: they may have been sent. */
async function writeProofs(sqlite: Database.Database, folder: string): Promise<readonly ExportedPath[]> {
  const written: ExportedPath[] = [];
  for (const { id, name, deflated } of sqlite.prepare<[], OriginalRow>('SELECT id, name, deflated FROM proof').iterate()) {
    const bytes = inflateRawSync(deflated, { maxOutputLength: maximumOriginalBytes });
    written.push(writeBytes({ folder, path: `proofs/${id}-${safeName(name)}`, bytes, kind: 'original' }));
    await setImmediate();
  }
  return written;
}

async function writeLetters(sqlite: Database.Database, folder: string): Promise<readonly ExportedPath[]> {
  const written: ExportedPath[] = [];
  for (const { sha256, mime, bytes } of sqlite.prepare<[], LetterRow>('SELECT sha256, mime, bytes FROM file').iterate()) {
    const path = `letters/${sha256}${endings[mime] ?? '.bin'}`;
    written.push(writeBytes({ folder, path, bytes, kind: 'letter' }));
    await setImmediate();
  }
  return written;
}

function writeBytes(file: {
  readonly folder: string;
  readonly path: string;
  readonly bytes: Buffer;
  readonly kind: ExportedPath['kind'];
}): ExportedPath {
  writeFileSync(join(file.folder, file.path), file.bytes, { flag: 'wx' });
  return { path: file.path, size: file.bytes.length, kind: file.kind };
}

/** Names of foreign files never become paths: letters, digits, dot, dash and underscore stay. */
const safeName = (name: string): string => name.replaceAll(/[^\w.-]/g, '_').slice(-80);
