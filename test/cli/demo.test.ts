/** The example administration: the same seed makes the same company, and every seed makes a believable one. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { at, json } from './runCommand.ts';

const asOf = '2026-11-21';
type Figures = { readonly open: string; readonly overdue: string; readonly unmatched: string; readonly totals: Readonly<Record<string, string>>; readonly customersWithBalance: number };
type Dso = { readonly current: { readonly dso: number; readonly bestPossible: number } };

const demo = (seed: number, name: string): Promise<{ code: number; value: Figures }> => json<Figures>(['demo', '--ledger', at(name), '--seed', String(seed), '--as-of', asOf]);

describe('the example administration', () => {
  it('is the same for the same seed and day, to the cent, and another for another seed', async () => {
    const [one, other, different] = [await demo(7, 'a.termijn'), await demo(7, 'b.termijn'), await demo(8, 'c.termijn')];
    expect({ ...other.value, ledger: '' }).toEqual({ ...one.value, ledger: '' });
    expect(different.value.open).not.toBe(one.value.open);
    const on = (name: string): readonly string[] => ['--ledger', at(name), '--today', asOf];
    expect(await json(['verify', ...on('a.termijn')])).toMatchObject({ code: 0, value: { ok: true } });
    expect((await json(['dso', ...on('b.termijn')])).value).toEqual((await json(['dso', ...on('a.termijn')])).value);
  });
  it.each([7, 1, 2, 3, 4, 5])('is believable with seed %i', async (seed) => {
    const name = `seed${seed}.termijn`;
    const on = ['--ledger', at(name), '--today', asOf];
    const { code, value } = await demo(seed, name);
    expect(code).toBe(0);
    for (const bucket of ['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90']) expect(Number(value.totals[bucket]), bucket).toBeGreaterThan(0);
    expect(value.customersWithBalance).toBeGreaterThan(15);
    const { current } = (await json<Dso>(['dso', ...on])).value;
    expect(current.dso).toBeGreaterThan(35);
    expect(current.dso).toBeLessThan(80);
    expect(current.bestPossible).toBeLessThan(current.dso);
    await json(['export', ...on, '--to', at(`out${seed}`)]);
    const rows = (table: string): readonly Record<string, string>[] => Papa.parse<Record<string, string>>(readFileSync(at(`out${seed}/tables/${table}.csv`), 'utf8'), { header: true, skipEmptyLines: true }).data;
    const unmatched = rows('bank_entry_balance').filter((balance) => Number(balance['unmatched']) > 0).length;
    expect(unmatched).toBeGreaterThanOrEqual(4);
    expect(unmatched).toBeLessThanOrEqual(25);
    expect(rows('dispute')).toHaveLength(2);
    expect(rows('customer')).toHaveLength(60);
    expect(rows('customer').filter((customer) => customer['insolvent_on'] !== '')).toHaveLength(1);
  });
});
