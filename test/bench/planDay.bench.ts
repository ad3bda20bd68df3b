/**
 * The day of an office with five thousand customers who all have a demand due: planning, writing the plan, composing every letter with
 * interest and costs by the law, and the start screen. How long composing holds the thread at a time, 99.9 of 100 moments, against 50 ms.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { batchView } from '../../src-main/features/dunning/batchView.ts';
import { todayOverview } from '../../src-main/features/dunning/overview.ts';
import { createDayMemo, planDay } from '../../src-main/features/dunning/planDay.ts';
import { claimReader } from '../../src-main/features/law/claimReader.ts';
import { demoCompany } from '../../src-main/features/demo/demoCompany.ts';
import type { Ledger } from '../../src-main/ledger/connection.ts';
import { followUpPlan } from '../../src-main/ledger/followUp/followUpPlan.ts';
import { saveProfile } from '../../src-main/ledger/settings.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { fillLedger } from './fillLedger.ts';
import type { Measurement } from './measurement.ts';
import { inTemporaryFolder, openAt } from './temporaryLedger.ts';
import { watchThread } from './threadWatch.ts';

const customers = 5000;
const patienceMs = 50;
const today = plainDate('2026-11-20');

/** Two invoices a customer, overdue, with both reminders behind them. */
function fill(ledger: Ledger): void {
  fillLedger({ ledger, documents: customers * 2, customers, today, isPaid: false });
  ledger.write(({ sqlite }) =>
    sqlite.exec(`UPDATE document SET issue_date = date('${today}', '-' || (80 + id % 60) || ' days'), due_date = date('${today}', '-' || (50 + id % 60) || ' days');
      INSERT INTO message (id, customer_id, step, planned_on, channel, language, recipient, recipient_name, reference, pay_by, reason, edits, cents, state, subject, text, content_sha256, approved_at, sent_at, sent_on, attempts)
        SELECT c.id * 2 + s.i, c.id, 'reminder-' || (s.i + 1), date('${today}', '-' || (35 - s.i * 15) || ' days'), 'email', 'nl', c.email, '', 'B-' || c.id || '-' || s.i, date('${today}', '-' || (28 - s.i * 15) || ' days'),
          '{}', '{}', 0, 'sent', 's', 't', 'h', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', date('${today}', '-' || (35 - s.i * 15) || ' days'), 1 FROM customer c, (SELECT 0 AS i UNION ALL SELECT 1) s;
      INSERT INTO message_document (message_id, document_id, open) SELECT m.id, d.id, d.total FROM message m JOIN document d ON d.customer_id = m.customer_id;`),
  );
}

/** Processor time in milliseconds. */
async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const start = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(start);
  return { value, ms: (user + system) / 1000 };
}
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

export const measureDay = (): Promise<Measurement> =>
  inTemporaryFolder(async (folder) => {
    const ledger = openAt(join(folder, 'ledger.sqlite'), 'create');
    fill(ledger);
    ledger.write((db) => saveProfile(db, demoCompany));
    const rates = readFileSync(join(import.meta.dirname, '..', '..', 'resources', 'law', 'rates.json'), 'utf8');
    const claimsOf = claimReader({ shipped: () => rates, own: () => null });
    const planned = await timed(() => followUpPlan(ledger.read, { today, customerId: null }));
    const plan = planned.value;
    const written = await timed(() => planDay({ ledger, memo: createDayMemo(), today, at: `${today}T08:00:00Z` }));
    await pause(100);
    const watch = watchThread();
    const composed = await timed(() => batchView(ledger.read, () => plan, { today, claimsOf }));
    const held = watch.stop();
    const { items } = composed.value.view;
    const asking = items.filter((item) => item.step === 'demand-1' && item.blocked === null && item.chargesCents > 0).length;
    if (asking !== customers) throw new Error(`${asking} of ${customers} demands ask interest and costs: ${JSON.stringify(items[0]?.blocked ?? items[0]?.step)}`);
    const shown = await timed(() => todayOverview(ledger.read, composed.value.view, plan, today));
    ledger.close();
    return {
      name: `the day of ${customers} customers with a demand due`,
      ratio: held.usualMs / patienceMs,
      aim: 1,
      details: `composing holds the thread ${held.usualMs.toFixed(0)} ms, once ${held.longestMs.toFixed(0)}; plan ${seconds(planned.ms)}, plan and its rows ${seconds(written.ms)}, composing ${seconds(composed.ms)}, start screen ${seconds(shown.ms)} of processor time`,
    };
  });
