import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankReaders, readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { sourceHead } from '../../src-main/features/imports/reader.ts';
import { readContext, type SourceFile } from '../../src-main/features/imports/sourceFile.ts';
import { errorCodes } from '../../src-shared/errors.ts';

const folder = join(import.meta.dirname, '../fixtures/bank/csv');
const samples = readdirSync(folder)
  .filter((name) => /\.(?:csv|TAB)$/.test(name))
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
const slowest = 2_000;

/** Reads as the program does: told apart, then read. Answers the codes, and fails on a hang. */
function codesOf(source: SourceFile): readonly string[] {
  const started = performance.now();
  for (const reader of bankReaders) reader.sniff(sourceHead(source));
  const result = readBankFile(source, readContext);
  expect(performance.now() - started).toBeLessThan(slowest);
  return (result.ok ? result.value.problems : result.error).map(({ code }) => code);
}

describe('damaged bank CSV', () => {
  const flip = fc.record({ at: fc.nat(), value: fc.nat(255) });
  it('never throws or hangs, and every refusal has a code', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(flip, { maxLength: 6 }),
        fc.nat(),
        fc.constantFrom('cut', 'double', 'splice', 'keep'),
        fc.constantFrom(...samples),
        (sample, flips, place, how, other) => {
          const bytes = Buffer.from(sample.bytes);
          for (const { at, value } of flips) bytes[at % bytes.length] = value;
          const at = place % bytes.length;
          const damaged = {
            cut: bytes.subarray(0, at),
            double: Buffer.concat([bytes, bytes.subarray(at)]),
            splice: Buffer.concat([bytes.subarray(0, at), other.bytes.subarray(at % other.bytes.length)]),
            keep: bytes,
          }[how];
          for (const code of codesOf({ name: sample.name, bytes: damaged })) expect(errorCodes).toContain(code);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it.each(samples)('$name, cut anywhere, never gives a booking that was not in it', ({ name, bytes }) => {
    const whole = readBankFile({ name, bytes }, readContext);
    if (!whole.ok) return;
    const facts = new Set(whole.value.statements.flatMap(({ entries }) => entries.map(({ bookDate, amount }) => `${bookDate} ${amount}`)));
    for (let length = 1; length < bytes.length; length += 7) {
      const cut = readBankFile({ name, bytes: bytes.subarray(0, length) }, readContext);
      if (!cut.ok) continue;
      for (const { entries } of cut.value.statements)
        for (const { bookDate, amount } of entries) expect(facts).toContain(`${bookDate} ${amount}`);
    }
  });
});

describe('bank CSV made to hurt', () => {
  const header = 'Datum;Bedrag;Rekening;Tegenrekening;Naam;Omschrijving\n';
  it.each([
    ['quotes that open and never close', header + ';"a'.repeat(300_000)],
    ['a quote on every line', header + '"\n'.repeat(200_000)],
    ['rows full of quotes', header + `2026-05-04;1,00;NL39VRBD0000000101;;x;${'"q '.repeat(2000)}\n`.repeat(300)],
    ['a line of delimiters', header + ';'.repeat(900_000)],
    ['a line of blanks', `${header}${' '.repeat(900_000)};"\n`],
    ['a row with a hundred thousand labels', header + `2026-05-04;1,00;NL39VRBD0000000101;;x;${'Naam: '.repeat(1600)}\n`.repeat(50)],
    ['endless digits', header + `2026-05-04;${'1'.repeat(9_000)};NL39VRBD0000000101;;x;y\n`.repeat(100)],
    ['endless marks', header + `2026-05-04;${'1.'.repeat(4_000)};NL39VRBD0000000101;;x;y\n`.repeat(100)],
  ])('%s is read or refused at once', (_what, text) => {
    codesOf({ name: 'pijn.csv', bytes: Buffer.from(text) });
  });
});
