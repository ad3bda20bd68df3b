/** What must hold for whatever a reader makes of whatever bytes. Sums are made again here, in another way than the program does. */
import { entryKeys, type BankEntry, type BankStatement, type ParsedBankFile } from '../../src-main/domain/bankStatement.ts';
import { presentBankFile } from '../../src-main/features/imports/formats/presentBankFile.ts';
import { parsePlainDate } from '../../src-shared/dates.ts';
import { errorCodes, type Problem } from '../../src-shared/errors.ts';
import { errorMessage } from '../../src-shared/locales/errorMessage.ts';
import type { Result } from '../../src-shared/result.ts';

const known: ReadonlySet<string> = new Set(errorCodes);
const total = (amounts: readonly number[]): bigint => amounts.reduce((sum, amount) => sum + BigInt(amount), 0n);

function problemFaults(problem: Problem): readonly string[] {
  const faults: string[] = [];
  if (!known.has(problem.code)) faults.push(`the code ${problem.code} is unknown`);
  if (problem.where?.file === undefined || problem.where.file === '') faults.push(`${problem.code} names no file`);
  const { line } = problem.where ?? {};
  if (line !== undefined && (!Number.isSafeInteger(line) || line < 1)) faults.push(`${problem.code} names line ${line}`);
  for (const [name, value] of Object.entries(problem.params)) {
    if (typeof value === 'number' ? !Number.isFinite(value) : value.length > 12_000) faults.push(`${problem.code} has an odd ${name}`);
  }
  return faults;
}

function entryFaults(entry: BankEntry): readonly string[] {
  const faults: string[] = [];
  const amounts = [entry.amount, ...[...entry.payments, ...entry.clues].map(({ amount }) => amount)];
  if (!amounts.every((amount) => Number.isSafeInteger(amount) && !Object.is(amount, -0)))
    faults.push(`${entry.origin}: an amount is no whole number of cents`);
  if (entry.payments.length > 0 && total(entry.payments.map(({ amount }) => amount)) !== BigInt(entry.amount)) {
    faults.push(`${entry.origin}: the payments are not the booking`);
  }
  for (const date of [entry.bookDate, entry.valueDate])
    if (parsePlainDate(date) === null) faults.push(`${entry.origin}: ${date} is no day`);
  if (!/^(?:[A-Z]{3})?$/.test(entry.currency)) faults.push(`${entry.origin}: ${entry.currency} is no currency`);
  if (entry.raw === '' || entry.origin === '') faults.push('a booking does not say where it stood');
  return faults;
}

/** Adds up exactly when it says so: opening and bookings against closing, in one currency, down to the last digit. */
function balanceFaults(statement: BankStatement): readonly string[] {
  const { opening, closing, entries, balanced, difference } = statement;
  if (opening === null || closing === null)
    return balanced === null && difference === null ? [] : ['a statement without a balance adds up'];
  const isOneCurrency = opening.currency === closing.currency && entries.every(({ currency }) => currency === opening.currency);
  const missing = BigInt(closing.amount) - BigInt(opening.amount) - total(entries.map(({ amount }) => amount));
  const fits = isOneCurrency && missing === 0n && opening.beyondCents === closing.beyondCents;
  if (balanced !== fits) return [`a statement ${fits ? 'adds up and denies it' : 'does not add up and hides it'}`];
  return difference !== null && BigInt(difference) !== missing ? ['the difference is not the difference'] : [];
}

/** A statement that does not add up is said to. */
function silenceFaults(parsed: ParsedBankFile): readonly string[] {
  const unbalanced = parsed.statements.filter(({ balanced }) => balanced === false).length;
  const said = parsed.problems.filter(({ code }) => code === 'bank-statement-unbalanced' || code === 'bank-currency-differs').length;
  return unbalanced > 0 && said === 0 ? ['no word about a statement that does not add up'] : [];
}

export type Reading = Result<ParsedBankFile, readonly Problem[]>;

export function faultsOf(result: Reading, name: string): readonly string[] {
  const problems = result.ok ? result.value.problems : result.error;
  const faults = problems.slice(0, 50).flatMap(problemFaults);
  const [first] = problems;
  if (first !== undefined)
    for (const language of ['nl', 'en', 'fr'] as const)
      if (/[{}]/.test(errorMessage({ ...first, params: {} }, language).what)) faults.push(`${first.code} has no text`);
  if (!result.ok) return result.error.some(({ severity }) => severity === 'error') ? faults : [...faults, 'refused without an error'];
  const { statements } = result.value;
  faults.push(...statements.flatMap(balanceFaults), ...silenceFaults(result.value));
  faults.push(...statements.flatMap(({ entries }) => entries.flatMap(entryFaults)).slice(0, 20));
  presentBankFile(name, result.value);
  const keys = entryKeys(statements);
  if (new Set(keys.map(({ key, occurrence }) => `${occurrence} ${key}`)).size !== keys.length) faults.push('two bookings have one key');
  return faults;
}
