/** `law …`: amounts and days of the law for scripts, without a ledger. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedText } from '../law/lawRates.ts';
import { at, command, file, json } from './runCommand.ts';

type Answer = {
  readonly amount?: string;
  readonly date?: string;
  readonly working: readonly { readonly amount?: string; readonly principal?: string; readonly rate?: string | null; readonly days: number; readonly rule: string; readonly source: string }[];
  readonly rule: string;
  readonly source: string;
  readonly confidence: string;
  readonly doubts: readonly { readonly code: string; readonly text: string }[];
  readonly problems: readonly { readonly code: string }[];
};
const law = (...words: string[]) => json<Answer>(['law', ...words]);

describe('law interest', () => {
  it('prints the amount as a decimal string with its working, rule, source and confidence', async () => {
    const { code, value } = await law('interest', '--country', 'NL', '--kind', 'trade', '--principal', '6655.00', '--from', '2026-06-13', '--to', '2026-11-21', '--payment', '2026-09-15:2500.00', '--cost', '2026-06-13:40');
    expect(code).toBe(0);
    expect(value).toMatchObject({ amount: '261.58', principalLeft: '4374.32', interestLeft: '82.26', perDay: '1.25', rule: 'interest-trade-nl', source: 'BW 6:119a', confidence: 'secondary', problems: [] });
    expect(value.working.map((line) => line.amount)).toEqual(['33.31', '146.01', '-40.00', '-179.32', '-2280.68', '82.26']);
    expect(value.working[0]).toMatchObject({ from: '2026-06-13', to: '2026-07-01', days: 18, principal: '6655.00', rate: '10.15' });
    expect(value.doubts.map((doubt) => doubt.code)).toEqual(['law-rate-secondary']);
    expect(existsSync(at('data'))).toBe(false);
  });
  it('compounds yearly in the Netherlands, unless it is told to be simple; Belgium is simple', async () => {
    const years = ['--principal', '5000', '--from', '2024-06-15', '--to', '2026-06-15', '--rate', '6'];
    const amounts = [await law('interest', '--country=NL', '--kind=trade', ...years), await law('interest', '--country=NL', '--kind=trade', '--simple', ...years), await law('interest', '--country=BE', '--kind=trade', ...years)];
    expect(amounts.map(({ value }) => value.amount)).toEqual(['618.00', '600.00', '600.00']);
  });
  it('says of a payment that the period does not reach that it does not count', async () => {
    const month = ['--country', 'NL', '--kind', 'trade', '--principal', '1000', '--from', '2026-01-01', '--to', '2026-02-01'];
    const { value } = await law('interest', ...month, '--payment', '2026-02-01:200', '--payment', '2026-03-01:100.50', '--payment', '2026-01-15:50');
    expect(value.doubts.filter(({ code }) => code === 'law-payment-after-period').map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual([
      'The payment of €200.00 on 1 Feb 2026 does not count: the calculation stops on 1 Feb 2026.',
      'The payment of €100.50 on 1 Mar 2026 does not count: the calculation stops on 1 Feb 2026.',
    ]);
    const { value: inside } = await law('interest', ...month, '--payment', '2026-01-31:50');
    expect(inside.doubts.map(({ code }) => code)).not.toContain('law-payment-after-period');
  });
  it('counts over the real year when asked', async () => {
    const year = ['--country', 'NL', '--kind', 'trade', '--principal', '1000', '--from', '2024-01-01', '--to', '2025-01-01', '--rate', '10', '--simple'];
    expect([(await law('interest', ...year)).value.amount, (await law('interest', ...year, '--basis', 'actual')).value.amount]).toEqual(['100.27', '100.00']);
  });
  it('takes the cap for a Belgian consumer with a clause, the civil rate without', async () => {
    const month = ['--country', 'BE', '--kind', 'consumer', '--principal', '1000', '--from', '2026-01-01', '--to', '2026-02-01'];
    const [cap, civil] = [await law('interest', ...month), await law('interest', ...month, '--no-clause')];
    expect([cap.value.working[0]?.rate, cap.value.doubts.map((doubt) => doubt.code), civil.value.working[0]?.rate]).toEqual(['10.5', ['law-clause-needed'], '4.5']);
  });
  it('says when the rates are older than the period, in the language asked for', async () => {
    const { value } = await law('interest', '--country', 'NL', '--kind', 'trade', '--principal', '1000', '--from', '2027-02-01', '--to', '2027-03-01', '--lang', 'nl');
    expect(value.doubts.find((doubt) => doubt.code === 'law-rates-outdated')?.text).toContain('10,4%');
  });
  it('uses a newer file of rates in the data folder, and says when it does not fit', async () => {
    const month = ['interest', '--country', 'NL', '--kind', 'trade', '--principal', '1000', '--from', '2026-08-01', '--to', '2026-09-01'];
    mkdirSync(at('data'), { recursive: true });
    file('data/law-rates.json', shippedText().replace('{"from": "2026-07-01", "percent": "10.4"', '{"from": "2026-07-01", "percent": "20"'));
    expect((await law(...month)).value).toMatchObject({ amount: '16.99', problems: [] });
    file('data/law-rates.json', '{"version": 2}');
    expect(await law(...month)).toMatchObject({ code: 0, value: { amount: '8.83', problems: [{ code: 'law-rates-unreadable' }] } });
    rmSync(at('data/law-rates.json'));
  });
  it('answers a period before the first known rate with a refusal, not with a guess', async () => {
    expect(await law('interest', '--country', 'BE', '--kind', 'trade', '--principal', '100', '--from', '1999-01-01', '--to', '2000-01-01')).toMatchObject({ code: 1, value: { problems: [{ code: 'law-rate-unknown' }] } });
  });
});

describe('law costs, indemnity and deadline', () => {
  it('the scale over the sum of the principals', async () => expect((await law('costs', '--country', 'NL', '--kind', 'consumer', '--principal', '653.40', '--principal', '242')).value).toMatchObject({ amount: '134.31', rule: 'costs-scale-nl' }));
  it('VAT only when the work is outsourced and the VAT cannot be deducted', async () => {
    const costs = ['costs', '--country', 'NL', '--kind', 'consumer', '--principal', '1000'];
    expect([(await law(...costs, '--outsourced')).value.amount, (await law(...costs, '--outsourced', '--vat-not-deductible')).value.amount]).toEqual(['150.00', '181.50']);
  });
  it('the indemnity of a Belgian consumer, the 40 euros of a business, a clause', async () => {
    const ask = async (...words: string[]) => (await law('indemnity', ...words)).value.amount;
    expect(await ask('--country', 'BE', '--kind', 'consumer', '--principal', '650')).toBe('72.50');
    expect(await ask('--country', 'BE', '--kind', 'trade', '--invoices', '2')).toBe('80.00');
    expect(await ask('--country', 'BE', '--kind', 'trade', '--principal', '1000', '--clause', '10')).toBe('100.00');
    expect(await ask('--country', 'NL', '--kind', 'trade')).toBe('40.00');
  });
  it('the cost of a reminder from the fourth missed due date', async () => {
    expect((await law('costs', '--country', 'BE', '--kind', 'consumer', '--missed', '4', '--regular', '--channel', 'email')).value.amount).toBe('7.50');
  });
  it('the term of the free letter, by post and by e-mail', async () => {
    expect((await law('deadline', '--country', 'BE', '--sent', '2023-09-18', '--channel', 'post')).value).toMatchObject({ date: '2023-10-04', startsOn: '2023-09-21', chargesFrom: '2023-10-05', confidence: 'confirmed' });
    expect((await law('deadline', '--country', 'NL', '--sent', '2026-11-20', '--channel', 'post')).value).toMatchObject({ date: '2026-12-08', chargesFrom: '2026-12-09' });
    expect((await law('deadline', '--country', 'NL', '--sent', '2026-11-20', '--channel', 'email')).value).toMatchObject({ date: '2026-12-05', confidence: 'unconfirmed' });
  });
  it('default, term of payment, prescription, VAT refund', async () => {
    const ask = async (...words: string[]) => (await law('deadline', ...words)).value.date;
    expect(await ask('--of', 'default', '--country', 'NL', '--kind', 'trade', '--due', '2026-06-12')).toBe('2026-06-13');
    expect(await ask('--of', 'payment-term', '--country', 'BE', '--received', '2026-03-02', '--days', '90')).toBe('2026-04-01');
    expect(await ask('--of', 'prescription', '--country', 'NL', '--kind', 'consumer', '--due', '2024-02-29', '--interruption', '2025-12-01:demand')).toBe('2027-12-01');
    expect(await ask('--of', 'vat-refund', '--country', 'NL', '--due', '2025-05-31')).toBe('2026-05-31');
  });
  it('default that has not started says what is missing', async () => {
    expect((await law('deadline', '--of', 'default', '--country', 'BE', '--kind', 'consumer', '--due', '2026-06-12')).value).toMatchObject({ date: null, doubts: [{ code: 'law-default-first-reminder-needed' }] });
  });
});

describe('what was typed wrong', () => {
  const whole = ['interest', '--country', 'NL', '--kind', 'trade', '--principal', '100', '--from', '2026-01-01', '--to', '2026-02-01'];
  it.each([
    [['interest', '--country', 'NL'], 'law interest needs --kind'],
    [[...whole, '--bogus'], '--bogus'],
    [[...whole, '--sent', '2026-01-01'], 'law interest does not take --sent'],
    [[...whole, '--country', 'DE'], '--country takes NL, BE, not DE'],
    [[...whole, '--kind', 'private'], '--kind takes trade, consumer, civil, not private'],
    [[...whole, '--from', '2026-02-30'], '--from takes a date such as 2026-11-21, not 2026-02-30'],
    [[...whole, '--to', '2025-12-31'], '--to lies before --from'],
    [[...whole, '--principal', '100'], 'law interest takes one --principal'],
    [[...whole, '--payment', '2026-01-10'], '--payment takes DATE:AMOUNT'],
    [[...whole, '--payment', '2026-01-10:-5'], '--payment takes an amount such as 1234.50, not -5'],
    [[...whole, '--rate', '5,5'], '--rate takes a percentage such as 10.15, not 5,5'],
    [[...whole, '--basis', '360'], '--basis takes 365, actual, not 360'],
    [['costs', '--country', 'NL'], 'law costs needs --principal'],
    [['costs', '--country', 'BE', '--kind', 'consumer'], 'law indemnity'],
    [['deadline', '--country', 'NL', '--of', 'christmas'], '--of takes letter'],
    [['deadline', '--country', 'NL'], 'law deadline needs --sent'],
    [['bogus', '--country', 'NL'], 'law bogus is not a command'],
  ])('%j: exit code 2 and a sentence', async (words, sentence) => {
    const run = await json<{ readonly usage: string }>(['law', ...words]);
    expect(run.code).toBe(2);
    expect(run.value.usage).toContain(sentence);
  });
  it('--help shows the one command, or the family', async () => {
    const [one, family] = [await command(['law', 'interest', '--help']), await command(['law', '--help'])];
    expect([one.code, one.stdout.includes('law deadline'), one.stdout.includes('--payment D:A')]).toEqual([0, false, true]);
    expect(['law interest', 'law costs', 'law indemnity', 'law deadline'].every((name) => family.stdout.includes(name))).toBe(true);
    expect(family.stdout).not.toContain('import bank');
  });
});
