/** Public sample files of a format against what was counted and worked out by hand (`INDEX.json`, `FIELDS.json`). */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ParsedBankFile } from '../../src-main/domain/bankStatement.ts';
import { bankReaders, readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { presentBankFile } from '../../src-main/features/imports/formats/presentBankFile.ts';
import { sourceHead } from '../../src-main/features/imports/reader.ts';
import { readContext, type SourceFile } from '../../src-main/features/imports/sourceFile.ts';
import { describeShared, sharedPath } from '../sharedFiles.ts';

const folder = 'bank/fixtures';

const zStatement = z.object({
  account: z.string().nullable(),
  opening: z.string().nullable(),
  closing: z.string().nullable(),
  currency: z.string().nullable(),
  entries: z.number(),
  sum: z.string(),
  balanced: z.boolean().nullable(),
  details: z.number().optional(),
  trailerMatches: z.boolean().optional(),
  detailLines: z.array(z.object({ amount: z.string() })).nullish(),
});
const zFile = z.object({
  file: z.string(),
  expected: z.object({
    statements: z.number(),
    entries: z.number(),
    opening: z.string().nullable(),
    closing: z.string().nullable(),
    currency: z.string().nullable(),
    balanced: z.boolean().nullable(),
    perStatement: z.array(zStatement),
  }),
});
const zEntry = z.looseObject({ file: z.string(), index: z.number(), remittanceContains: z.array(z.string()).optional() });
export type PublicStatement = z.infer<typeof zStatement>;

/** Tests are collected also where they will be skipped, so an absent list is an empty one. */
function json(name: string, absent: unknown): unknown {
  const path = sharedPath(`${folder}/${name}`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : absent;
}

export const publicSample = (file: string): SourceFile => ({ name: file, bytes: readFileSync(sharedPath(`${folder}/${file}`)) });

function read(file: string): ParsedBankFile {
  const result = readBankFile(publicSample(file), readContext);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Line wraps make blanks unknowable, so texts are compared without. */
const solid = (value: unknown): unknown => (typeof value === 'string' ? value.replace(/\s/g, '') : value);
const comparable = [
  'amount',
  'valueDate',
  'bookDate',
  'counterIban',
  'counterBic',
  'counterName',
  'structuredRef',
  'endToEndId',
  'remittance',
  'returnReason',
] as const;

const decimal = (cents: number): string =>
  `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;

export type PublicChecks = {
  readonly prefix: string;
  readonly readerId: string;
  readonly fewest: number;
  /** Statements that the list does not count, such as an empty one of a card beside the account. */
  readonly isListed: (statement: ParsedBankFile['statements'][number]) => boolean;
  readonly more: (parsed: ParsedBankFile, facts: readonly PublicStatement[]) => void;
};

export function describePublicSamples({ prefix, readerId, fewest, isListed, more }: PublicChecks): void {
  const listed = z.array(z.looseObject({ file: z.string() })).parse(json('INDEX.json', []));
  const files = z.array(zFile).parse(listed.filter(({ file }) => file.startsWith(prefix)));

  describeShared(`public samples of ${readerId}`, folder, () => {
    it('are all there', () => {
      expect(files.length).toBeGreaterThanOrEqual(fewest);
    });

    describe.each(files)('$file', ({ file, expected }) => {
      it('is recognised by exactly one reader', () => {
        const head = sourceHead(publicSample(file));
        expect(bankReaders.filter((reader) => reader.sniff(head) > 0).map(({ id }) => id)).toEqual([readerId]);
      });

      it('gives the statements, entries, balances and sums that were counted by hand', () => {
        const parsed = read(file);
        const whole = presentBankFile(file, parsed).statements;
        const found = parsed.statements.flatMap((statement, index) => {
          const shown = whole[index];
          if (shown === undefined || !isListed(statement)) return [];
          return [
            {
              account: shown.account === '' ? null : shown.account,
              opening: shown.opening,
              closing: shown.closing,
              currency: shown.currency,
              entries: statement.entries.length,
              sum: decimal(statement.entries.reduce((sum, { amount }) => sum + amount, 0)),
              balanced: shown.balanced,
            },
          ];
        });
        expect(found).toEqual(
          expected.perStatement.map(({ account, opening, closing, currency, entries, sum, balanced }) => ({
            account,
            opening,
            closing,
            currency,
            entries,
            sum,
            balanced,
          })),
        );
        expect(found.length).toBe(expected.statements);
        expect(found.reduce((sum, { entries }) => sum + entries, 0)).toBe(expected.entries);
        more(parsed, expected.perStatement);
      });
    });
  });

  const { entries } = z.object({ entries: z.array(zEntry) }).parse(json('FIELDS.json', { entries: [] }));
  const own = entries.filter(({ file }) => file.startsWith(prefix));
  if (own.length === 0) return;
  describeShared(`facts about single entries of ${readerId}`, folder, () => {
    it.each(own)('$file, entry $index', (facts) => {
      const entry = presentBankFile(facts.file, read(facts.file)).statements.flatMap((statement) => statement.entries)[facts.index];
      if (entry === undefined) throw new Error('there is no such entry');
      const fields = comparable.filter((field) => field in facts && !isWrongInList(facts, field));
      expect(Object.fromEntries(fields.map((field) => [field, solid(entry[field])]))).toEqual(
        Object.fromEntries(fields.map((field) => [field, solid(facts[field])])),
      );
      for (const part of facts.remittanceContains ?? []) expect(solid(entry.remittance)).toContain(solid(part));
    });
  });
}

/** Where the hand-made list contradicts the file itself. The first movement of sample01 is 5,00: `000000000005000` in thousandths. */
const isWrongInList = (facts: Readonly<Record<string, unknown>>, field: string): boolean =>
  facts['file'] === 'coda/sample01.cod' && facts['index'] === 0 && field === 'amount';
