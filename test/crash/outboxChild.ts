/** The program that outbox crash tests kill: opens the ledger, sends what is approved, and says how many went out. */
import { writeSync } from 'node:fs';
import { migrations } from '../../src-main/ledger/migrations/index.ts';
import { openLedger } from '../../src-main/ledger/open.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { callOutbox, outboxParts } from '../ledger/outboxWorld.ts';

const [path = ''] = process.argv.slice(2);
const ledger = openLedger({ path, mode: 'open', now: '2026-11-20T10:00:00.000Z', migrations });
if (!ledger.ok) throw new Error(JSON.stringify(ledger.error));
const { parts } = outboxParts(ledger.value, () => plainDate('2026-11-20'));
const sent = await callOutbox(parts, 'outbox.send', { jobId: 'job', evenThoughBankIsOld: false });
writeSync(1, `${JSON.stringify(sent)}\n`);
process.exit(0);
