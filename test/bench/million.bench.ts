/** Figures for a ledger of 1,000,000 documents, absolute and without an aim: opening, the aging list of today and of a past day, matching. */
import { join } from 'node:path';
import { runMatching } from '../../src-main/features/matching/runMatching.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { askAging } from './aging.bench.ts';
import { fillLedger } from './fillLedger.ts';
import { inTemporaryFolder, openAt, today } from './temporaryLedger.ts';

export const measureMillion = (): Promise<readonly string[]> =>
  inTemporaryFolder(async (folder) => {
    const path = join(folder, 'million.termijn');
    const figures: string[] = [];
    const timed = async <T>(name: string, work: () => T | Promise<T>): Promise<T> => {
      const start = performance.now();
      const done = await work();
      figures.push(`${name}: ${((performance.now() - start) / 1000).toFixed(2)} s`);
      return done;
    };
    const made = openAt(path, 'create');
    fillLedger({ ledger: made, documents: 1_000_000, customers: 20_000, today });
    made.close();
    const ledger = await timed('opening 1,000,000 documents', () => openAt(path, 'open'));
    const ask = askAging(ledger);
    await timed('aging list of today, first time', () => ask(today));
    await timed('aging list of today, again', () => ask(today));
    await timed('aging list of a day half a year ago', () => ask('2026-05-21'));
    await timed('matching run without news', () => runMatching(ledger, plainDate(today), `${today}T09:00:00Z`));
    ledger.close();
    figures.push(`most memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
    return figures;
  });
