import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recoverOutbox } from '../../src-main/features/outbox/methods.ts';
import { type FailpointName, failpointNames } from '../../src-main/ledger/failpoint.ts';
import { createLedger, reopenLedger, temporaryFolder } from '../ledger/ledgers.ts';
import { outboxWorld } from '../ledger/outboxWorld.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { callOutbox, outboxParts } from '../ledger/outboxWorld.ts';
import { afterCrash } from './state.ts';

const points: readonly FailpointName[] = failpointNames.filter((name) => name.startsWith('outbox.'));
const messages = 3;

/** Sends in another process that dies at the failpoint, as in a power cut. */
function dieWhileSending(path: string, failpoint: FailpointName): Promise<{ readonly signal: string | null; readonly errors: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'outboxChild.ts'), path], {
    env: { ...process.env, NODE_OPTIONS: '', TERMIJN_FAILPOINT: failpoint },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, signal) => resolve({ signal, errors }));
  });
}

const recipientOf = (mail: string): string => /^To: (.*)$/m.exec(mail)?.[1]?.trim() ?? '';

describe('power that fails while e-mails are sent', () => {
  for (const name of points) {
    it(`at ${name} sends nothing twice, and asks a person about what may have gone out`, async () => {
      const path = join(temporaryFolder(), 'books.ledger');
      const ledger = createLedger(path);
      const world = await outboxWorld(ledger, messages);
      await world.approveAll();
      ledger.close();
      expect(await dieWhileSending(path, name)).toMatchObject({ signal: 'SIGKILL', errors: '' });
      const beforeRestart = world.server.received.length;
      expect(beforeRestart).toBe(name === 'outbox.after-send' || name === 'outbox.after-mark' ? 1 : 0);

      expect(afterCrash(path).broken).toEqual([]);
      const again = reopenLedger(path);
      const unsure = recoverOutbox(again, '2026-11-20T11:00:00.000Z');
      expect(unsure).toBe(name === 'outbox.after-claim' || name === 'outbox.after-send' ? 1 : 0);
      const { parts } = outboxParts(again, () => plainDate('2026-11-20'));
      const sent = await callOutbox(parts, 'outbox.send', { jobId: 'job', evenThoughBankIsOld: false });
      expect(sent.ok && sent.value.problem).toBe(null);

      const recipients = world.server.received.map(recipientOf);
      expect(new Set(recipients).size).toBe(recipients.length);
      const states = again.read.sqlite.prepare<[], string>('SELECT state FROM message ORDER BY id').pluck().all();
      expect(states.filter((state) => state === 'unconfirmed').length).toBe(unsure);
      expect(states.filter((state) => state === 'sent').length).toBe(messages - unsure);
      again.close();
    });
  }
});
