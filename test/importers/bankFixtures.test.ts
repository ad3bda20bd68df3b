import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { presentBankFile, type PresentedEntry } from '../../src-main/features/imports/formats/presentBankFile.ts';
import { readContext } from '../../src-main/features/imports/sourceFile.ts';
import { describeShared, sharedPath } from '../sharedFiles.ts';

const folder = 'bank/fixtures';

const statementFacts = z.object({
  account: z.string(),
  number: z.string().optional(),
  opening: z.string().nullable(),
  closing: z.string().nullable(),
  currency: z.string(),
  entries: z.number(),
  balanced: z.boolean().nullable(),
});

const fileFacts = z.object({
  file: z.string(),
  format: z.string(),
  expected: z.object({
    statements: z.number(),
    entries: z.number(),
    opening: z.string().nullable(),
    closing: z.string().nullable(),
    balanced: z.boolean().nullable().optional(),
    reject: z.boolean().optional(),
    perStatement: z.array(statementFacts).nullable().optional(),
  }),
});

const entryFacts = z.looseObject({ file: z.string(), index: z.number(), remittanceContains: z.array(z.string()).optional() });
type EntryFacts = z.infer<typeof entryFacts>;

/** Tests are collected also where they will be skipped, so an absent list is an empty one. */
function json(name: string, absent: unknown): unknown {
  const path = sharedPath(`${folder}/${name}`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : absent;
}

const isOurs = (file: string): boolean => file.startsWith('camt/053') || file.startsWith('mt940/');

/** What the public list and the file disagree on, looked at by hand. */
const knownDeviations = new Map([
  [
    'mt940/rabobank/rabo-two-accounts-overdrawn.swi',
    'the fourth message stands behind an end-of-file mark (0x1A); the list counts it and the third as one, which would lose an account',
  ],
]);

const read = (file: string) => readBankFile({ name: file, bytes: readFileSync(sharedPath(`${folder}/${file}`)) }, readContext);

/** The account as the format writes it, without decoration. */
const plainAccount = (account: string): string => account.replace(/[\s.]/g, '').replace(/(\d)[A-Z]{3}$/, '$1');

/** Line wraps make blanks unknowable, so texts are compared without. */
const solid = (value: unknown): unknown => (typeof value === 'string' ? value.replace(/\s/g, '') : value);

const comparedFields = [
  'amount',
  'valueDate',
  'bookDate',
  'counterIban',
  'counterAccount',
  'counterBic',
  'counterName',
  'endToEndId',
  'mandateId',
  'creditorId',
  'bankRef',
  'remittance',
  'structuredRef',
  'structuredIssuer',
  'returnReason',
  'purpose',
  'ultimateDebtorId',
] as const;

function checkEntry(entry: PresentedEntry, facts: EntryFacts): void {
  const found: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = {};
  for (const field of comparedFields) {
    if (!(field in facts)) continue;
    found[field] = solid(entry[field]);
    wanted[field] = solid(facts[field]);
  }
  if ('reversal' in facts) [found['reversal'], wanted['reversal']] = [entry.reversal, facts['reversal']];
  expect(found).toEqual(wanted);
  for (const part of facts.remittanceContains ?? []) expect(solid(entry.remittance)).toContain(solid(part));
  const leaves = z.array(z.record(z.string(), z.string())).optional().parse(facts['leafPayments']);
  leaves?.forEach((leaf, index) => expect(entry.leafPayments?.[index]).toMatchObject(leaf));
}

describeShared('public sample files of CAMT.053 and MT940', folder, () => {
  const listed = z.array(z.looseObject({ file: z.string() })).parse(json('INDEX.json', []));
  const readable = z.array(fileFacts).parse(listed.filter(({ file }) => isOurs(file)));

  it('are all there', () => {
    expect(readable.length).toBeGreaterThan(60);
  });

  describe.each(readable.filter(({ file }) => !knownDeviations.has(file)))('$file', ({ file, expected }) => {
    if (expected.reject === true) {
      it('is refused in words', () => {
        const result = read(file);
        expect(result.ok ? [] : result.error.map(({ code }) => code)).toEqual(['bank-no-statement']);
      });
      return;
    }
    it('gives the statements, entries, balances and sums that were counted by hand', () => {
      const result = read(file);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      const { statements } = presentBankFile(file, result.value);
      const verdicts = statements.map((statement) => statement.balanced);
      expect({
        statements: statements.length,
        entries: statements.reduce((count, statement) => count + statement.entries.length, 0),
        opening: statements[0]?.opening ?? null,
        closing: statements.at(-1)?.closing ?? null,
        balanced: verdicts.every((verdict) => verdict === null) ? null : verdicts.every((verdict) => verdict !== false),
      }).toEqual({
        statements: expected.statements,
        entries: expected.entries,
        opening: expected.opening,
        closing: expected.closing,
        balanced: expected.balanced ?? null,
      });
      const facts = expected.perStatement ?? [];
      expect(
        statements.map(({ account, opening, closing, currency, balanced, entries }) => ({
          account: plainAccount(account),
          opening,
          closing,
          currency,
          balanced,
          entries: entries.length,
        })),
      ).toEqual(
        facts.map(({ account, opening, closing, currency, balanced, entries }) => ({
          account: plainAccount(account),
          opening,
          closing,
          currency,
          balanced,
          entries,
        })),
      );
      if (file.startsWith('mt940/')) expect(statements.map(({ number }) => number)).toEqual(facts.map(({ number }) => number ?? null));
    });

    it('says so when it does not add up', () => {
      const result = read(file);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      const unbalanced = result.value.statements.filter((statement) => statement.balanced === false).length;
      const said = result.value.problems.filter(
        ({ code }) => code === 'bank-statement-unbalanced' || code === 'bank-currency-differs',
      ).length;
      expect(said).toBe(unbalanced);
    });
  });

  it.each([...knownDeviations])('%s keeps what the list leaves out: %s', (file) => {
    const result = read(file);
    expect(result.ok ? result.value.statements.map(({ account }) => account) : result.error).toEqual([
      '156750961',
      '991430727',
      '3462483153',
      '132576155',
    ]);
  });
});

describeShared('facts about single entries, worked out by hand', folder, () => {
  const { entries } = z.object({ entries: z.array(entryFacts) }).parse(json('FIELDS.json', { entries: [] }));
  const own = entries.filter(({ file }) => isOurs(file));

  it.each(own)('$file, entry $index', (facts) => {
    const result = read(facts.file);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const entry = presentBankFile(facts.file, result.value).statements.flatMap((statement) => statement.entries)[facts.index];
    if (entry === undefined) throw new Error('there is no such entry');
    checkEntry(entry, facts);
  });
});

describeShared('related files that are no statements', folder, () => {
  it.each([
    ['camt/not-a-statement/pain001.xml', 'format-payment-order'],
    ['camt/052/v2-swedish-example.xml', 'format-intraday-report'],
    ['camt/052/proprietary-balance-codes.xml', 'format-intraday-report'],
    ['camt/054/v8-three-details.xml', 'format-notification'],
    ['camt/zip/two-statements.zip', 'format-archive'],
  ])('%s is refused by name', (file, code) => {
    const result = read(file);
    expect(result.ok ? [] : result.error.map((problem) => problem.code)).toEqual([code]);
  });
});
