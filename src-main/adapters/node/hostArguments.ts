import { homedir } from 'node:os';
import { parseArgs } from 'node:util';
import { parsePlainDate, type PlainDateText } from '../../../src-shared/dates.ts';
import type { Clock } from '../../ports/clock.ts';
import { clockOnDay, systemClock } from './clock.ts';
import { defaultDataFolder } from './dataFolder.ts';

export type HostArguments = {
  readonly dataDir: string;
  readonly clock: Clock;
  /** 0 = any free port. */
  readonly port: number;
  readonly opensBrowser: boolean;
};

/**
 * The arguments that every host understands: `--data-dir DIR`, `--today YYYY-MM-DD` (stay on one day), and for the web host `--port N`
 * and `--no-open`. Throws an Error with a sentence for the user when one of them cannot be used.
 */
export function readHostArguments(argv: readonly string[]): HostArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      'data-dir': { type: 'string' },
      today: { type: 'string' },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535) throw new Error('--port takes a number from 0 to 65535');
  const dataDir = values['data-dir'] ?? defaultDataFolder({ platform: process.platform, home: homedir(), env: process.env });
  return { dataDir, clock: clockFor(values.today), port, opensBrowser: !values['no-open'] };
}

function clockFor(today: string | undefined): Clock {
  if (today === undefined) return systemClock;
  const day: PlainDateText | null = parsePlainDate(today);
  if (day === null) throw new Error('--today takes a date such as 2026-11-21');
  return clockOnDay(day);
}
