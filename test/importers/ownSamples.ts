/** Own samples of a bank format: every file in a folder with what a reader must find in it beside it, `<name>.expected.json`. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leafPayments, type ParsedBankFile } from '../../src-main/domain/bankStatement.ts';
import { bankReaders, readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { presentBankFile, presentRefusedFile } from '../../src-main/features/imports/formats/presentBankFile.ts';
import { sourceHead } from '../../src-main/features/imports/reader.ts';
import { readContext, type SourceFile } from '../../src-main/features/imports/sourceFile.ts';
import { type ErrorCode, errorCodes, type Problem } from '../../src-shared/errors.ts';
import { errorMessage } from '../../src-shared/locales/errorMessage.ts';

const root = join(import.meta.dirname, '../fixtures/bank');

export const ownSample = (folder: string, name: string): SourceFile => ({ name, bytes: readFileSync(join(root, folder, name)) });
export const textSource = (name: string, text: string, encoding: BufferEncoding = 'utf8'): SourceFile => ({
  name,
  bytes: Buffer.from(text, encoding),
});

export function readOk(source: SourceFile): ParsedBankFile {
  const result = readBankFile(source, readContext);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The codes for which a file is refused; empty when it is not. */
export function refusalCodes(source: SourceFile): readonly ErrorCode[] {
  const result = readBankFile(source, readContext);
  return result.ok ? [] : result.error.map(({ code }) => code);
}

function expectTexts(problem: Problem, name: string): void {
  expect(errorCodes).toContain(problem.code);
  expect(problem.where?.file).toBe(name);
  for (const language of ['nl', 'en', 'fr'] as const) {
    const { what, why, todo } = errorMessage(problem, language);
    for (const text of [what, why, todo]) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(/[{}]/);
    }
    expect(what).not.toMatch(/(?:^|[ “(])–(?:$|[ ”).,:;])/);
  }
}

/** What beside a sample was checked by hand; `UPDATE_SAMPLES=1` writes it anew, to be checked by hand again. */
function expectBeside(path: string, found: unknown): void {
  if (process.env['UPDATE_SAMPLES'] === '1') writeFileSync(path, `${JSON.stringify(found, null, 1)}\n`);
  expect(existsSync(path)).toBe(true);
  expect(found).toEqual(JSON.parse(readFileSync(path, 'utf8')));
}

export function describeOwnSamples(folder: string, readerId: string, fewest: number): void {
  const names = readdirSync(join(root, folder)).filter((name) => !name.endsWith('.json'));

  describe(`own samples of ${folder}`, () => {
    it('exist', () => {
      expect(names.length).toBeGreaterThanOrEqual(fewest);
    });

    it.each(names)('%s is recognised by exactly one reader', (name) => {
      const head = sourceHead(ownSample(folder, name));
      expect(bankReaders.filter((reader) => reader.sniff(head) > 0).map(({ id }) => id)).toEqual([readerId]);
    });

    it.each(names)('%s gives what lies beside it', (name) => {
      const result = readBankFile(ownSample(folder, name), readContext);
      const shown = result.ok ? presentBankFile(name, result.value) : presentRefusedFile(name, null, result.error);
      expectBeside(join(root, folder, `${name.replace(/\.[^.]+$/, '')}.expected.json`), JSON.parse(JSON.stringify(shown)));
    });

    it.each(names)('%s says what is wrong in three languages, with the file, and never half', (name) => {
      const result = readBankFile(ownSample(folder, name), readContext);
      for (const problem of result.ok ? result.value.problems : result.error) expectTexts(problem, name);
      if (!result.ok) return;
      for (const entry of result.value.statements.flatMap(({ entries }) => entries)) {
        expect(leafPayments(entry).reduce((sum, { amount }) => sum + amount, 0)).toBe(entry.amount);
        expect(entry.raw).not.toBe('');
        expect(entry.origin).not.toBe('');
      }
    });
  });
}
