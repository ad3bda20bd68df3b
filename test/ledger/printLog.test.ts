import { describe, expect, it } from 'vitest';
import { addPrintRun, printedNotPosted, printRunsOf } from '../../src-main/ledger/letters/printLog.ts';
import type { MessageId } from '../../src-shared/ids.ts';
import { memoryLedger } from './ledgers.ts';
import { outboxWorld } from './outboxWorld.ts';

async function printed() {
  const ledger = memoryLedger();
  const world = await outboxWorld(ledger, 2);
  world.run(`UPDATE customer SET channel = 'letter'`);
  await world.approveAll();
  const ids = (await world.rows()).map((row) => row.messageId).toSorted((a, b) => a - b);
  const log = (at: string, letters: readonly MessageId[]) =>
    ledger.write((db) =>
      addPrintRun(db, {
        at, kind: 'ordinary', carrier: null, isDuplex: true, fileName: 'brieven.pdf', fileSha256: 'a'.repeat(64), pages: letters.length,
        letters: letters.map((messageId, index) => ({ messageId, position: index + 1, firstPage: index + 1, pages: 1 })),
      }),
    );
  return { ledger, world, ids, log };
}

describe('the print log', () => {
  it('tells of each letter in which run it was printed last, until it is posted', async () => {
    const { ledger, world, ids, log } = await printed();
    const first = log('2026-11-20T10:00:00.000Z', ids);
    const second = log('2026-11-20T11:00:00.000Z', ids.slice(1));
    expect(printedNotPosted(ledger.read).map(({ messageId, printRunId }) => [messageId, printRunId])).toEqual([[ids[1], second], [ids[0], first]]);
    expect(printRunsOf(ledger.read, ids[1] ?? (0 as MessageId)).map(({ printRunId }) => printRunId)).toEqual([second, first]);
    world.run(`UPDATE message SET state = 'cancelled' WHERE id = ${ids[0]}`);
    expect(printedNotPosted(ledger.read).map(({ messageId }) => messageId)).toEqual([ids[1]]);
  });

  for (const attempt of [`UPDATE print_run SET at = 'later'`, 'DELETE FROM print_run', 'UPDATE print_run_message SET position = 9', 'DELETE FROM print_run_message']) {
    it(`stays as it is, whatever ${attempt.split(' ').slice(0, 3).join(' ')} … tries`, async () => {
      const { world, ids, log } = await printed();
      log('2026-11-20T10:00:00.000Z', ids);
      expect(() => world.run(attempt)).toThrow('append-only');
    });
  }

  it('takes no registered run without a carrier', async () => {
    const { world } = await printed();
    expect(() => world.run(`INSERT INTO print_run (at, kind, carrier, is_duplex, file_name, file_sha256, pages) VALUES ('x', 'registered', NULL, 1, 'f', '${'a'.repeat(64)}', 1)`)).toThrow('CHECK');
  });
});
