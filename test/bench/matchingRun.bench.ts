/**
 * 10,000 receipts against 100,000 open invoices in a ledger on disk, from reading to booked: seconds against ten, and how long the program
 * holds its event loop meanwhile, 99.9 of 100 turns, against 50 ms. Both in processor time, so that other programs do not count.
 */
import { join } from 'node:path';
import { createBackground } from '../../src-main/adapters/node/background.ts';
import { runLargeMatching } from '../../src-main/features/matching/runMatching.ts';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { fillLedger } from './fillLedger.ts';
import type { Measurement } from './measurement.ts';
import { watchThread } from './threadWatch.ts';
import { inTemporaryFolder, openAt, today } from './temporaryLedger.ts';

const [documents, receipts] = [100_000, 10_000];
const [patienceMs, limitMs] = [50, 10_000];

/** Eight in ten name their invoice; the others come from an account that is learned on the way. Triggers keep the balances as in the program. */
function addReceipts(ledger: Ledger): void {
  ledger.write(({ sqlite }) => {
    sqlite.exec(`WITH RECURSIVE number (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < ${receipts})
      INSERT INTO bank_entry (id, statement_id, own_account_id, book_date, amount, currency, counter_iban, counter_name, remittance, entry_key, weak_key, occurrence, raw, origin)
      SELECT i, 1, 1, date('${today}', '-7 days'), (SELECT total FROM document WHERE id = i * 7), 'EUR', 'NL00BNCH' || printf('%010d', i % 5000), 'Customer ' || i,
        CASE WHEN i % 10 < 8 THEN 'factuur F' || (i * 7) ELSE 'betaling' END, 'k' || i, 'k' || i, 1, '', '{}' FROM number;
      INSERT INTO journal_entry (id, kind, effective_date, recorded_at, currency, actor, reason)
      SELECT 1000000 + id, 'receipt', book_date, '${today}', 'EUR', 'program', '{"code":"bench"}' FROM bank_entry;
      INSERT INTO posting (entry_id, account, bank_entry_id, own_account_id, cents, effective_date) SELECT 1000000 + id, 'bank', NULL, 1, amount, book_date FROM bank_entry;
      INSERT INTO posting (entry_id, account, bank_entry_id, own_account_id, cents, effective_date) SELECT 1000000 + id, 'unmatched', id, NULL, -amount, book_date FROM bank_entry;
      INSERT INTO entry_seal SELECT 1000000 + id FROM bank_entry;`);
  });
}

export const measureMatchingRun = (): Promise<Measurement> =>
  inTemporaryFolder(async (folder) => {
    const ledger = openAt(join(folder, 'matching.termijn'), 'create');
    fillLedger({ ledger, documents, customers: 5000, today, isPaid: false });
    addReceipts(ledger);
    const background = createBackground({ entries: { match: new URL('../../src-main/features/matching/matchWorker.ts', import.meta.url) }, threadsPerKind: 1, timeoutMs: 300_000, memoryMb: 1024 });
    const watch = watchThread();
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    const run = await runLargeMatching({ ledger, background, time: { today: plainDate(today), now: `${today}T09:00:00Z` } });
    const wallMs = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    const { usualMs: held, longestMs: longest } = watch.stop();
    await background.close();
    ledger.close();
    if (run.booked < receipts * 0.75) throw new Error(`only ${run.booked} receipts were booked`);
    const tookMs = (user + system) / 1000;
    const details = `${(tookMs / 1000).toFixed(1)} s of all threads (${(wallMs / 1000).toFixed(1)} s on the clock) for ${run.booked} booked; event loop held ${held.toFixed(0)} ms at 99.9 %, once ${longest.toFixed(0)} ms`;
    return { name: `matching ${receipts} receipts with ${documents} open invoices, time ÷ 10 s or hold of the event loop ÷ 50 ms`, ratio: Math.max(tookMs / limitMs, held / patienceMs), aim: 1, details };
  });
