import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentBankFile } from '../../src-main/features/imports/formats/presentBankFile.ts';
import { leafPayments, type ParsedBankFile } from '../../src-main/domain/bankStatement.ts';
import { coda } from '../../src-main/features/imports/formats/coda.ts';
import { readContext } from '../../src-main/features/imports/sourceFile.ts';
import { belgianField, codaText, type CodaRow } from './codaWriter.ts';
import { describeOwnSamples, ownSample, readOk, refusalCodes, textSource } from './ownSamples.ts';

describeOwnSamples('coda', 'coda', 9);

const account = belgianField('BE49999000000171', 'EUR');
const fileOf = (rows: readonly CodaRow[]): string => codaText([{ account, number: '001', opening: 12_345, date: '020326', rows }], '\r\n');
const row = (sequence: number, cents: number, more: Partial<CodaRow> = {}): CodaRow => ({
  sequence,
  cents,
  code: '00150000',
  date: '020326',
  ...more,
});
const entriesOf = (parsed: ParsedBankFile) => parsed.statements.flatMap(({ entries }) => entries);

describe('what the command line does not show of CODA', () => {
  const globalisation = readOk(ownSample('coda', 'coda-2-globalisation.cod'));

  it('keeps the gross amount a payer sent abroad, before the bank took its costs', () => {
    expect(entriesOf(globalisation)[5]?.instructed).toEqual({ amount: 110_000, currency: 'USD' });
  });

  it('counts every payment of a total once, also inside totals of totals', () => {
    expect(entriesOf(globalisation).map((entry) => [entry.batchSize, leafPayments(entry).length, entry.clues.length])).toEqual([
      [2, 2, 0],
      [1, 1, 0],
      [3, 3, 0],
      [null, 1, 0],
      [2, 1, 2],
      [null, 1, 0],
      [2, 2, 0],
    ]);
  });

  it('names the batch of a total, and the returned ones as returns', () => {
    expect(entriesOf(globalisation).map((entry) => entry.paymentInformationId)).toEqual([
      'BATCH-1',
      'BATCH-2',
      'BATCH-3',
      'BATCH-4',
      'BATCH-5',
      null,
      null,
    ]);
    expect(entriesOf(globalisation).map((entry) => entry.isReturn)).toEqual([false, false, false, false, false, false, true]);
  });

  it('knows the party behind the payer, and not the one behind ourselves', () => {
    const entry = entriesOf(readOk(ownSample('coda', 'coda-2-every-record.cod'))).at(-1);
    expect([entry?.ultimateName, entry?.ultimateId]).toEqual(['Achterliggende Betaler', 'KLANT-55']);
    const shown = presentBankFile('a.cod', readOk(ownSample('coda', 'coda-2-every-record.cod'))).statements.flatMap(({ entries }) => entries);
    expect(shown.at(-1)).toMatchObject({ ultimateDebtorName: 'Achterliggende Betaler', ultimateDebtorId: 'KLANT-55' });
    const own = entriesOf(readOk(textSource('a.cod', fileOf([row(1, 100, { information: [['008', 'Wij Zelf']] })]))))[0];
    expect(own?.ultimateName).toBeNull();
  });

  it('takes the number of a card receipt or cheque as the reference of the customer', () => {
    const references = entriesOf(readOk(ownSample('coda', 'coda-2-structured.cod'))).map(({ customerRef }) => customerRef);
    expect(references.filter((reference) => reference !== null)).toEqual(['000012345678', 'KASSA-0117', 'FACT-KAART01']);
  });

  it('has no balances for a file of a separate application, and does not complain about that', () => {
    const parsed = readOk(ownSample('coda', 'coda-2-accounts.cod'));
    const last = parsed.statements.at(-1);
    expect([last?.opening, last?.closing, last?.balanced]).toEqual([null, null, null]);
    expect(parsed.problems.map(({ code }) => code)).toEqual(['bank-statement-copy']);
  });

  it('has no number when the bank writes zeros', () => {
    const text = fileOf([row(1, 100)]);
    const withNumbers = (paper: string, coded: string): string => text.replace(/^(12).{3}(.{120}).{3}/m, `$1${paper}$2${coded}`);
    const numberOf = (paper: string, coded: string) => readOk(textSource('a.cod', withNumbers(paper, coded))).statements[0]?.number;
    expect([numberOf('001', '017'), numberOf('009', '000'), numberOf('000', '000'), numberOf('000', '   ')]).toEqual([
      '017',
      '009',
      null,
      null,
    ]);
  });

  it('keeps a balance in thousandths as it stands, and never lets it fit', () => {
    const text = fileOf([row(1, 100)]).replace(/^(8.{55})0/m, '$15');
    const [statement] = readOk(textSource('a.cod', text)).statements;
    expect([statement?.closing?.amount, statement?.closing?.beyondCents, statement?.balanced]).toEqual([12_445, '5', false]);
  });
});

describe('the same CODA in other clothes', () => {
  const text = ownSample('coda', 'coda-2-every-record.cod').bytes.toString();
  const latin = Buffer.from(ownSample('coda', 'coda-2-every-record.cod').bytes).toString('latin1');
  const facts = (bytes: Buffer): unknown =>
    readOk({ name: 'a.cod', bytes }).statements.map(({ entries, balanced }) => ({
      balanced,
      entries: entries.map((entry) => ({ ...entry, raw: '' })),
    }));
  const wanted = facts(Buffer.from(latin, 'latin1'));

  it.each([
    ['LF', latin.replaceAll('\r\n', '\n')],
    ['CR only', latin.replaceAll('\r\n', '\r')],
    ['CR CR LF', latin.replaceAll('\r\n', '\r\r\n')],
    ['trailing blanks lost', latin.replace(/ +\r\n/g, '\r\n')],
    ['an end-of-file mark', `${latin}\x1a`],
    ['one column more at the end of every line', latin.replaceAll('\r\n', ' \r\n')],
  ])('reads %s the same way', (_name, other) => {
    expect(text).not.toBe('');
    expect(facts(Buffer.from(other, 'latin1'))).toEqual(wanted);
  });

  it('reads a file saved anew as UTF-8 or UTF-16 the same way', () => {
    expect(facts(Buffer.from(latin, 'utf8'))).toEqual(wanted);
    expect(facts(Buffer.from(`\ufeff${latin}`, 'utf8'))).toEqual(wanted);
    expect(facts(Buffer.from(`\ufeff${latin}`, 'utf16le'))).toEqual(wanted);
  });

  it('reads bytes as columns also where they happen to be UTF-8', () => {
    const name = 'Caf\u00c3\u00a9 Verzonnen';
    const file = Buffer.from(fileOf([row(1, 100, { party: { account: '', name } })]), 'latin1');
    expect(entriesOf(readOk({ name: 'a.cod', bytes: file }))[0]?.counterName).toBe(name);
  });

  it('reads a file longer than the pieces in which it is decoded', () => {
    const rows = Array.from({ length: 9000 }, (_, index) => row((index % 9999) + 1, index + 1, { text: `Factuur ${index} é` }));
    const parsed = readOk(textSource('a.cod', fileOf(rows).replaceAll('\r\n', '\r\r\n'), 'latin1'));
    expect(parsed.statements[0]?.balanced).toBe(true);
    expect(entriesOf(parsed).map(({ remittance }) => remittance)).toEqual(rows.map((_, index) => `Factuur ${index} é`));
    expect(parsed.problems).toEqual([]);
  });
});

describe('laws of CODA', () => {
  const amounts = fc.array(fc.integer({ min: -99_999_999, max: 99_999_999 }), { minLength: 1, maxLength: 20 });
  const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ./-]{0,120}[A-Za-z0-9]$/);

  it('reads back what was written, and it adds up', () => {
    fc.assert(
      fc.property(amounts, word, (values, text) => {
        const parsed = readOk(textSource('a.cod', fileOf(values.map((cents, index) => row(index + 1, cents, { text })))));
        expect(entriesOf(parsed).map(({ amount }) => amount + 0)).toEqual(values.map((value) => value + 0));
        expect(entriesOf(parsed).every(({ remittance }) => remittance === text.replace(/\s+/g, ' '))).toBe(true);
        expect(parsed.statements[0]?.balanced).toBe(true);
        expect(parsed.problems).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the details of a total as payments exactly when together they are the total', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 2 }),
        (values, off) => {
          const total = values.reduce((sum, value) => sum + value, 0);
          const details = values.map((cents, index) =>
            row(1, cents, { detail: index + 1, code: '50550000', globalisation: index === values.length - 1 ? '1' : '0' }),
          );
          const parsed = readOk(textSource('a.cod', fileOf([row(1, total + off, { code: '10550000', globalisation: '1' }), ...details])));
          const [entry, ...others] = entriesOf(parsed);
          expect(others).toEqual([]);
          expect(entry?.payments.map(({ amount }) => amount)).toEqual(off === 0 ? values : []);
          expect(entry?.clues.map(({ amount }) => amount)).toEqual(off === 0 ? [] : values);
          expect(parsed.problems.map(({ code }) => code)).toEqual(off === 0 ? [] : ['bank-batch-kept-whole']);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says so when any line of movements is taken away', () => {
    const lines = fileOf([
      row(1, 1000, { text: 'een', reference: 'A' }),
      row(2, -300, { text: 'twee' }),
      row(3, 50, { text: 'drie', party: { account: '', name: 'X' } }),
    ]).split('\r\n');
    lines.slice(1, -1).forEach((_line, index) => {
      const without = lines.filter((_, at) => at !== index + 1).join('\r\n');
      expect(readOk(textSource('a.cod', without)).problems.length).toBeGreaterThan(0);
    });
  });
});

describe('broken CODA', () => {
  it('whose movement lost its first line does not give its payer to the one before', () => {
    const party = (name: string) => ({ account: '', name });
    const lines = fileOf([row(1, 1000, { text: 'een', party: party('Een') }), row(2, 500, { text: 'twee', party: party('Twee') })]).split(
      '\r\n',
    );
    const second = lines.findIndex((line) => line.startsWith('2100020000'));
    const parsed = readOk(textSource('a.cod', lines.filter((_, index) => index !== second).join('\r\n')));
    expect(entriesOf(parsed).map(({ counterName }) => counterName)).toEqual(['Een']);
    expect(parsed.problems.filter(({ code }) => code === 'bank-entry-unreadable').map(({ where }) => where?.line)).toEqual([
      second + 1,
      second + 2,
    ]);
  });

  const text = fileOf([row(1, 1000, { text: 'een' }), row(2, -300, { text: 'twee' })]);

  it('that stops before the new balance is refused, wherever it stops', () => {
    const end = text.indexOf('\r\n8');
    for (let length = 130; length < end; length += 17) {
      expect(refusalCodes(textSource('a.cod', text.slice(0, length)))).toEqual(['file-truncated']);
    }
  });

  it('with one endless line is refused', () => {
    expect(refusalCodes(textSource('a.cod', text.replace('een', 'e'.repeat(2_000_000))))).toEqual(['file-line-too-long']);
    const endless = text.replace(/^(8.*)$/m, `$1${'x'.repeat(1_500_000)}`);
    expect(refusalCodes(textSource('a.cod', endless))).toEqual(['file-line-too-long']);
  });

  it('with thousands of lines that mean nothing is refused, with the line where the patience ended', () => {
    const result = coda.parse(textSource('a.cod', text.replace('\r\n8', `\r\n${'x\r\n'.repeat(100_000)}8`)), readContext);
    expect(result.ok ? [] : result.error.map(({ code, where }) => [code, where?.line])).toEqual([['bank-entry-unreadable', 5006]]);
  });

  it('without a header is refused in words', () => {
    const result = coda.parse(textSource('a.cod', text.slice(text.indexOf('\n') + 1)), readContext);
    expect(result.ok ? [] : result.error.map(({ code }) => code)).toEqual(['bank-no-statement']);
  });

  it('whose amounts are beyond all bounds is refused, not added up wrongly', () => {
    const huge = text
      .replace(/^(21.{30})\d{15}/gm, '$1999999999999990')
      .replace(/^(21.*)$/m, Array.from({ length: 300 }, () => '$1').join('\r\n'));
    expect(refusalCodes(textSource('a.cod', huge))).toEqual(['bank-sum-too-large']);
    const result = coda.parse(textSource('a.cod', huge), readContext);
    expect(result.ok && result.value.statements[0]?.balanced).toBe(false);
  });
});
