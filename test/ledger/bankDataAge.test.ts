/** How recent the bank data are counts up to today, and what is missing of an account is told per currency. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { matchingMethods } from '../../src-main/features/matching/methods.ts';
import { readBadges } from '../../src-main/ledger/badges.ts';
import { statementGaps } from '../../src-main/ledger/bank/statementGaps.ts';
import { readBankGuard } from '../../src-main/ledger/followUp/followUpPlan.ts';
import { contract } from '../../src-shared/contract/index.ts';
import { plainDate } from '../../src-shared/dates.ts';
import type { OwnAccountId } from '../../src-shared/ids.ts';
import { camtFile } from '../importers/importFiles.ts';
import { createWorld, ownIban, sharedBackground, type World } from '../importers/importWorld.ts';
import { noBackground } from './noBackground.ts';

const background = sharedBackground(30_000);
const today = plainDate('2026-03-02');
const other = 'NL91ABNA0417164300';
let world: World;
beforeEach(() => {
  world = createWorld(background);
});
afterEach(() => world.close());

const statement = (name: string, opening: number, dates: readonly string[], facts: { readonly iban?: string; readonly currency?: string } = {}) =>
  camtFile({ name, number: name, opening, movements: dates.map((date) => ({ date, cents: 100, text: 'x', name: 'Afzender' })), ...facts });
const ours = { accounts: { [ownIban]: 'ours', [other]: 'ours' } } as const;

describe('the age of the bank data', () => {
  it('is counted to the newest day up to today, whatever day to come a file names, and the preview says so', async () => {
    await world.take([statement('old.xml', 0, ['2026-01-10'])], ours);
    expect(readBankGuard(world.ledger.read, today)).toMatchObject({ state: 'old', ageDays: 51 });
    const ahead = statement('ahead.xml', 100, ['2027-01-16']);
    const [file] = (await world.preview([ahead])).files;
    expect(file?.problems.map(({ code, severity, params }) => ({ code, severity, params }))).toContainEqual({
      code: 'bank-days-ahead', severity: 'warning', params: { account: ownIban, bookDate: '2027-01-16', today },
    });
    await world.take([ahead], ours);
    expect(readBankGuard(world.ledger.read, today)).toMatchObject({ state: 'old', ageDays: 51 });
    expect(readBadges(world.ledger.read, today).newestBooking).toBe('2026-01-10');
  });

  it('counts the bookings up to today of a statement that closes later, and no account that holds only days to come', async () => {
    await world.take([statement('across.xml', 0, ['2026-02-27', '2026-03-31']), statement('only.xml', 0, ['2026-12-01'], { iban: other })], ours);
    expect(readBankGuard(world.ledger.read, today)).toMatchObject({ state: 'fresh', ageDays: 3 });
    expect(readBankGuard(world.ledger.read, plainDate('2026-02-26'))).toMatchObject({ state: 'none' });
  });

  it('says nothing of days to come about bookings of today', async () => {
    const [file] = (await world.preview([statement('now.xml', 0, ['2026-03-02'])])).files;
    expect(file?.problems).toEqual([]);
  });
});

describe('an account of two currencies', () => {
  it('misses nothing when each chain of balances is whole, and tells what one of them misses in its own currency', async () => {
    const usd = { currency: 'USD' };
    await world.take([statement('e1.xml', 90_000, ['2026-02-16']), statement('e2.xml', 90_100, ['2026-02-17']), statement('u1.xml', 5_000, ['2026-02-16'], usd), statement('u2.xml', 5_100, ['2026-02-17'], usd)], ours);
    const gaps = () => statementGaps(world.ledger.read, 1 as OwnAccountId);
    expect(gaps()).toEqual([]);
    const { problems } = await world.take([statement('u3.xml', 9_000, ['2026-02-20'], usd)], ours);
    expect(gaps()).toMatchObject([{ after: '2026-02-17', before: '2026-02-20', difference: 3_800, currency: 'USD' }]);
    expect(problems.filter(({ code }) => code === 'bank-days-missing' || code === 'bank-statement-missing')).toMatchObject([{ params: { difference: '38.00 USD' } }]);
    const result = matchingMethods['bank.accounts']({ ...world.context, background: noBackground }, {});
    if (result instanceof Promise || !result.ok) throw new Error('expected the accounts');
    const [account] = contract['bank.accounts'].output.parse(result.value).accounts;
    expect([account?.currency, account?.closing, account?.gaps.length]).toEqual(['EUR', 90_200, 1]);
  });
});
