import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankReaders, readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { readContext } from '../../src-main/features/imports/sourceFile.ts';
import { decimalFromCents, cents } from '../../src-shared/money.ts';

const folder = join(import.meta.dirname, '../fixtures/bank');
const samples = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(?:json|md)$/.test(entry.name))
  .map((entry) => readFileSync(join(folder, entry.name)));

const mutation = fc.record({
  sample: fc.nat(samples.length - 1),
  edits: fc.array(fc.record({ at: fc.nat(5000), kind: fc.constantFrom('set', 'cut', 'double'), byte: fc.nat(255), length: fc.nat(40) }), {
    minLength: 1,
    maxLength: 6,
  }),
});

function mutate({
  sample,
  edits,
}: {
  sample: number;
  edits: readonly { at: number; kind: string; byte: number; length: number }[];
}): Uint8Array {
  let bytes = [...(samples[sample] ?? [])];
  for (const { at, kind, byte, length } of edits) {
    const place = at % Math.max(1, bytes.length);
    if (kind === 'set') bytes[place] = byte;
    else if (kind === 'cut') bytes.splice(place, length);
    else bytes = [...bytes.slice(0, place + length), ...bytes.slice(place)];
  }
  return Uint8Array.from(bytes);
}

describe('whatever a file holds', () => {
  it('no reader throws, and every refusal names the file', () => {
    fc.assert(
      fc.property(mutation, (how) => {
        const source = { name: 'x', bytes: mutate(how) };
        for (const read of [readBankFile, ...bankReaders.map((reader) => reader.parse)]) {
          const result = read(source, readContext);
          const problems = result.ok ? result.value.problems : result.error;
          if (!result.ok) expect(problems.length).toBeGreaterThan(0);
          for (const problem of problems) expect(problem.where?.file).toBe('x');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a statement says whether it adds up, and the difference is exact', () => {
    fc.assert(
      fc.property(mutation, (how) => {
        const result = readBankFile({ name: 'x', bytes: mutate(how) }, readContext);
        if (!result.ok) return;
        for (const { opening, closing, entries, balanced, difference } of result.value.statements) {
          if (balanced === null || opening === null || closing === null || difference === null) continue;
          const sum = entries.reduce((total, entry) => total + entry.amount, 0);
          expect(difference).toBe(closing.amount - opening.amount - sum);
          expect(balanced).toBe(difference === 0);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** An unsigned amount as MT940 writes it: decimal comma, trailing zeros sometimes dropped, sometimes padded. */
const commaForms = (amount: number): readonly string[] => {
  const [whole = '0', fraction = '00'] = decimalFromCents(cents(amount)).split('.');
  return [`${whole},${fraction}`, `${whole.padStart(12, '0')},${fraction}`, `${whole},${fraction.replace(/0+$/, '')}`];
};

const bookings = fc.array(
  fc.record({
    amount: fc.integer({ min: 0, max: 99_999_999_999 }),
    form: fc.nat(2),
    mark: fc.constantFrom('C', 'D', 'RC', 'RD', 'CR', 'DR', 'DD'),
  }),
  { maxLength: 8 },
);

describe('amounts', () => {
  it('of MT940 are exact and carry the sign of their mark', () => {
    fc.assert(
      fc.property(bookings, (entries) => {
        const lines = entries.map(({ amount, form, mark }) => `:61:2603020302${mark}${commaForms(amount)[form] ?? ''}NTRFNONREF`);
        const text = [':20:X', ':25:NL39VRBD0000000101EUR', ':28C:1', ':60F:C260301EUR0,00', ...lines, ':62F:C260302EUR0,00', '-', ''].join(
          '\n',
        );
        const result = readBankFile({ name: 'x', bytes: Buffer.from(text) }, readContext);
        if (!result.ok) throw new Error(JSON.stringify(result.error));
        const signs = new Map([
          ['C', 1],
          ['CR', 1],
          ['RD', 1],
          ['D', -1],
          ['DR', -1],
          ['DD', -1],
          ['RC', -1],
        ]);
        expect(result.value.statements[0]?.entries.map(({ amount }) => amount)).toEqual(
          entries.map(({ amount, mark }) => (amount === 0 ? 0 : amount * (signs.get(mark) ?? 0))),
        );
      }),
    );
  });

  it('of CAMT are exact in every way of writing them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.boolean(), fc.nat(5), fc.nat(3), (amount, isIn, padding, zeros) => {
        const written = `${'0'.repeat(padding)}${decimalFromCents(cents(amount))}${'0'.repeat(zeros)}`;
        const text = `<Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>NL39VRBD0000000101</IBAN></Id></Acct><Ntry><Amt Ccy="EUR">${written}</Amt><CdtDbtInd>${isIn ? 'CRDT' : 'DBIT'}</CdtDbtInd><BookgDt><Dt>2026-03-02</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>`;
        const result = readBankFile({ name: 'x', bytes: Buffer.from(text) }, readContext);
        if (!result.ok) throw new Error(JSON.stringify(result.error));
        expect(result.value.statements[0]?.entries[0]?.amount).toBe(amount === 0 ? 0 : isIn ? amount : -amount);
      }),
    );
  });
});
