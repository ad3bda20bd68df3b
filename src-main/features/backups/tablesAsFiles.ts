import { exportTables } from '../../ledger/exportTables.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import type { MadeFile } from '../../ports/madeFiles.ts';

/** Every table of the ledger as a CSV file for the windows, where files are handed out one by one. The command line writes a folder with more. */
export function* tablesAsFiles(db: ReadableDb): Generator<MadeFile> {
  for (const { name, pieces } of exportTables(db)) {
    yield { name: `${name}.csv`, mime: 'text/csv', bytes: Buffer.concat([...pieces()].map((piece) => Buffer.from(piece))), isPreview: false };
  }
}
