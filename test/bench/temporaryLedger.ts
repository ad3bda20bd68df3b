import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import { migrations } from '../../src-main/ledger/migrations/index.ts';
import { openLedger } from '../../src-main/ledger/open.ts';
import { createAdministration } from '../../src-main/ledger/settings.ts';
import { demoCompany } from '../../src-main/features/demo/demoCompany.ts';

export const today = '2026-11-21';
const now = `${today}T08:00:00Z`;

export function openAt(path: string, mode: 'create' | 'open'): Ledger {
  const opened = openLedger({ path, mode, now, migrations });
  if (!opened.ok) throw new Error(`${opened.error.code} ${JSON.stringify(opened.error.params)}`);
  if (mode === 'create') opened.value.write((db) => createAdministration(db, { profile: { ...demoCompany, ibans: [] }, isDemo: true, createdAt: now }));
  return opened.value;
}

/** A folder of its own that is gone afterwards. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'termijn-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
