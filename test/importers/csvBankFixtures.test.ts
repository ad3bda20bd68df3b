import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { bankReaders, readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { presentBankFile, type PresentedEntry } from '../../src-main/features/imports/formats/presentBankFile.ts';
import { sourceHead } from '../../src-main/features/imports/reader.ts';
import { readContext, type SourceFile } from '../../src-main/features/imports/sourceFile.ts';
import { describeShared, sharedPath } from '../sharedFiles.ts';

const folder = 'bank/fixtures';
const json = (name: string, absent: unknown): unknown => {
  const path = sharedPath(`${folder}/${name}`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : absent;
};

const statementFacts = z.object({
  account: z.string(),
  opening: z.string().nullable(),
  closing: z.string().nullable(),
  currency: z.string(),
  entries: z.number(),
  sum: z.string(),
  balanced: z.boolean().nullable(),
});
const fileFacts = z.object({
  file: z.string(),
  expected: z.object({
    statements: z.number(),
    entries: z.number(),
    opening: z.string().nullable(),
    closing: z.string().nullable(),
    balanced: z.boolean().nullable(),
    perStatement: z.array(statementFacts),
  }),
});

const sourceOf = (file: string): SourceFile => ({ name: file, bytes: readFileSync(sharedPath(`${folder}/${file}`)) });
function parsed(file: string) {
  const result = readBankFile(sourceOf(file), readContext);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const plainAccount = (account: string): string => account.replace(/\s/g, '');
const sumOf = (entries: readonly PresentedEntry[]): string =>
  (entries.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0) / 100).toFixed(2);

describeShared('public sample files of bank CSV', folder, () => {
  const listed = z.array(z.looseObject({ file: z.string() })).parse(json('INDEX.json', []));
  const files = z.array(fileFacts).parse(listed.filter(({ file }) => file.startsWith('csv/')));

  it('are all there', () => {
    expect(files.length).toBe(26);
  });

  it.each(files)('$file is claimed by exactly one reader', ({ file }) => {
    const head = sourceHead(sourceOf(file));
    expect(bankReaders.filter((reader) => reader.sniff(head) > 0)).toHaveLength(1);
  });

  it.each(files)('$file gives the statements, entries, balances and sums that were counted by hand', ({ file, expected }) => {
    const { statements } = presentBankFile(file, parsed(file));
    const verdicts = statements.map(({ balanced }) => balanced);
    expect({
      statements: statements.length,
      entries: statements.reduce((count, { entries }) => count + entries.length, 0),
      opening: statements[0]?.opening ?? null,
      closing: statements.at(-1)?.closing ?? null,
      balanced: verdicts.every((verdict) => verdict === null) ? null : verdicts.every((verdict) => verdict !== false),
      perStatement: statements.map(({ account, opening, closing, currency, entries, balanced }) => ({
        account: plainAccount(account),
        opening,
        closing,
        currency,
        entries: entries.length,
        sum: sumOf(entries),
        balanced,
      })),
    }).toEqual({ ...expected, perStatement: expected.perStatement.map((one) => ({ ...one, account: plainAccount(one.account) })) });
  });

  it.each(files)('$file reads every row, and says so when it does not add up', ({ file }) => {
    const { statements, problems } = parsed(file);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const unbalanced = statements.filter(({ balanced }) => balanced === false).length;
    expect(problems.filter(({ code }) => code === 'bank-statement-unbalanced')).toHaveLength(unbalanced);
  });
});

describeShared('facts about single entries of bank CSV, worked out by hand', folder, () => {
  const facts = z.looseObject({ file: z.string(), index: z.number(), remittanceContains: z.array(z.string()).optional() });
  const { entries } = z.object({ entries: z.array(facts) }).parse(json('FIELDS.json', { entries: [] }));
  const own = entries.filter(({ file }) => file.startsWith('csv/'));
  const compared = [
    'amount',
    'bookDate',
    'counterIban',
    'counterBic',
    'counterName',
    'endToEndId',
    'mandateId',
    'creditorId',
    'structuredRef',
  ] as const;
  const solid = (value: unknown): unknown => (typeof value === 'string' ? value.replace(/\s/g, '') : value);

  it.each(own)('$file, entry $index', (wanted) => {
    const entry = presentBankFile(wanted.file, parsed(wanted.file)).statements.flatMap((statement) => statement.entries)[wanted.index];
    const fields = compared.filter((field) => field in wanted);
    expect(fields.map((field) => solid(entry?.[field]))).toEqual(fields.map((field) => solid(wanted[field])));
    for (const part of wanted.remittanceContains ?? []) expect(solid(entry?.remittance)).toContain(solid(part));
  });
});
