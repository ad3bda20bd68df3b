/** The figures of design/letters.md §10, line by line, found again in the letters that are made. */
import { describe, expect, it } from 'vitest';
import { buildLetter } from '../../src-main/domain/letters/buildLetter.ts';
import type { LetterFacts } from '../../src-main/domain/letters/letterFacts.ts';
import { type LetterBlock, type LetterModel, type LetterTable, textsOfLetter } from '../../src-shared/letter.ts';
import { belgianNotice, defaultNotice, demand, demandPaidLater, englishStatement, fourteenDays, plan, statement } from './claimSamples.ts';
import { belgianConsumer, letterOne } from './letterSamples.ts';

function built(facts: LetterFacts): LetterModel {
  const result = buildLetter(facts);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const textOf = (model: LetterModel): string => plain(textsOfLetter(model).join('\n'));
const allBlocks = (model: LetterModel): readonly LetterBlock[] => [...model.blocks, ...(model.annexes ?? []).flatMap((annex) => annex.blocks)];
const tablesOf = (model: LetterModel): readonly LetterTable[] => allBlocks(model).flatMap((block) => (block.kind === 'table' ? [block.table] : []));
const rowsOf = (table: LetterTable | undefined): readonly string[] => (table?.rows ?? []).map((row) => plain(row.cells.join(' | ')));
const sumsOf = (model: LetterModel): readonly string[] =>
  model.blocks.flatMap((block) => (block.kind === 'sums' ? block.rows.map((row) => plain(`${row.label}: ${row.value}`)) : []));
const epcOf = (model: LetterModel): string =>
  allBlocks(model).flatMap((block) => (block.kind === 'payment' ? [block.payment.epcText] : block.kind === 'instalments' ? [block.code.epcText] : []))[0] ?? '';

describe('the figures of the design', () => {
  it('01: three invoices, one paid in part, together 3 169.50', () => {
    const model = built(letterOne);
    expect(rowsOf(tablesOf(model)[0])).toEqual([
      '2026-0387 | 14-10-2026 | 13-11-2026 | 1.815,00 |  | 1.815,00',
      '2026-0391 | 16-10-2026 | 15-11-2026 | 484,00 |  | 484,00',
      '2026-0398 | 19-10-2026 | 18-11-2026 | 1.270,50 | −400,00 | 870,50',
    ]);
    expect(epcOf(model)).toContain('EUR3169.50\n\n\n2026-0387 2026-0391 2026-0398');
  });

  it('02: interest a row, costs once, and exactly what comes later', () => {
    const model = built(demand);
    expect(rowsOf(tablesOf(model)[0])).toEqual([
      '2026-0288 | 27-09-2026 | 4.235,00 | −1.500,00 | 2.735,00 | 28-09-2026 | 54 | 0,78 | 42,08',
      '2026-0301 | 11-10-2026 | 2.178,00 |  | 2.178,00 | 12-10-2026 | 40 | 0,62 | 24,82',
    ]);
    expect(sumsOf(model)).toEqual([
      'Hoofdsom van de facturen: 6.413,00',
      'Wettelijke handelsrente 10,40% tot en met vandaag: 66,90',
      'Vergoeding incassokosten (wettelijk minimum): 40,00',
      'Totaal: 6.519,90',
      'Ontvangen op 24 september 2026: −1.500,00',
      'Te betalen: € 5.019,90',
    ]);
    const text = textOf(model);
    expect(text).toContain('Wij verzoeken u € 5.019,90 te betalen, uiterlijk op vrijdag 27 november 2026. Daarmee is alles voldaan.');
    expect(text).toContain('€ 1,40 rente per dag bij, gerekend vanaf 21 november 2026');
    expect(text).toContain('de incassokosten € 616,30 (wettelijke staffel over € 4.913,00) in plaats van € 40,00');
    expect(text).toContain('Op 14 oktober en 2 november 2026 hebben wij u herinnerd aan de facturen hieronder.');
    expect(epcOf(model)).toContain('EUR5019.90\n\n\n2026-0288 2026-0301');
    expect(model.annexes ?? []).toEqual([]);
  });

  it('02, other case: the payment goes to costs, interest and principal, shown in an annex', () => {
    const model = built(demandPaidLater);
    const [specification, before, allocation, after, second, open] = tablesOf(model);
    expect(rowsOf(specification)[0]).toBe('Factuur 2026-0288 van 28 augustus 2026, vervallen op 27 september 2026 | 4.235,00');
    expect(rowsOf(before)).toEqual(['28-09-2026 | 20-10-2026 | 23 | 4.235,00 | 10,40% | 27,75']);
    expect(rowsOf(allocation)).toEqual(['1. Incassokosten | 40,00', '2. Verschenen rente | 27,75', '3. Hoofdsom | 1.432,25']);
    expect(rowsOf(after)).toEqual(['21-10-2026 | 20-11-2026 | 31 | 2.802,75 | 10,40% | 24,76']);
    expect(rowsOf(second)).toEqual(['12-10-2026 | 20-11-2026 | 40 | 2.178,00 | 10,40% | 24,82']);
    expect(rowsOf(open)).toEqual(['Factuur 2026-0288 | 2.802,75 | 24,76 | 2.827,51', 'Factuur 2026-0301 | 2.178,00 | 24,82 | 2.202,82']);
    expect(model.claim.cents).toBe(282_751 + 220_282);
  });

  it('03: the exact costs by the scale, nothing in the sum, and no date but the formula', () => {
    const model = built(fourteenDays);
    const text = textOf(model);
    expect(model.claim.cents).toBe(89_540);
    expect(text).toContain('bent u daarnaast € 134,31 aan buitengerechtelijke incassokosten verschuldigd: 15% van € 895,40');
    expect(text).toContain('€ 895,40 te betalen binnen vijftien dagen nadat deze brief bij u is bezorgd');
    expect(text).toContain('met een minimum van € 40,00');
    expect(text).not.toMatch(/8 december|9 december/);
    expect(model.claim.payBy).toBe('2026-12-08');
    expect(rowsOf(tablesOf(model)[0])[0]).toBe('2026-0339 | 22-09-2026 | Storing en reparatie cv-ketel, 18 september | 06-10-2026 | 653,40');
  });

  it('04: sums, periods, allocation, what is open and what comes later', () => {
    const model = built(defaultNotice);
    const [specification, before, allocation, after, second, open] = tablesOf(model);
    expect(rowsOf(specification)).toEqual([
      'Factuur 2026-0198 van 13 mei 2026, vervallen op 12 juni 2026 | 6.655,00',
      'Factuur 2026-0231 van 19 juni 2026, vervallen op 19 juli 2026 | 3.388,00',
      'Wettelijke handelsrente tot en met vandaag (berekening in de bijlage) | 381,28',
      'Vergoeding incassokosten (wettelijk minimum) | 40,00',
      'Totaal | 10.464,28',
      'Ontvangen op 15 september 2026 | −2.500,00',
    ]);
    expect(specification?.total).toEqual({ label: 'Te betalen', value: '€\u00a07.964,28' });
    expect(sumsOf(model)).toEqual([]);
    expect(rowsOf(before)).toEqual(['13-06-2026 | 30-06-2026 | 18 | 6.655,00 | 10,15% | 33,31', '01-07-2026 | 15-09-2026 | 77 | 6.655,00 | 10,40% | 146,01']);
    expect(rowsOf(allocation)).toEqual(['1. Incassokosten | 40,00', '2. Verschenen rente | 179,32', '3. Hoofdsom | 2.280,68']);
    expect(rowsOf(after)).toEqual(['16-09-2026 | 20-11-2026 | 66 | 4.374,32 | 10,40% | 82,26']);
    expect(rowsOf(second)).toEqual(['20-07-2026 | 20-11-2026 | 124 | 3.388,00 | 10,40% | 119,70']);
    expect(open?.total).toMatchObject({ cells: ['', '7.762,32', '201,96', ''], value: '€\u00a07.964,28' });
    const text = textOf(model);
    expect(text).toContain('stellen wij u hierbij in gebreke');
    expect(text).toContain('€ 2,21 rente per dag');
    expect(text).toContain('de incassokosten € 763,12 (wettelijke staffel over € 7.762,32). De al betaalde € 40,00 gaat daarvan af.');
    expect(text).toContain('Post en aangetekend');
    expect(epcOf(model)).toContain('EUR7964.28');
  });

  it('05: the balance, the indemnity and the interest of a day', () => {
    const text = textOf(built(belgianConsumer));
    for (const part of ['€ 784,40', '€ 65,00 + 5% van € 284,40', '€ 79,22', '€ 0,22 per dag', 'woensdag 9 december 2026', '+++202/6001/18717+++'])
      expect(text).toContain(part);
  });

  it('06: per invoice, twice the fixed amount, in French', () => {
    const model = built(belgianNotice);
    expect(rowsOf(tablesOf(model)[0])).toEqual([
      'F2026-118 | 17/08/2026 | 16/09/2026 | 5 445,00 | 17/09/2026 | 65 | 1,57 | 101,81',
      'F2026-131 | 07/09/2026 | 07/10/2026 | 2 057,00 | 08/10/2026 | 44 | 0,59 | 26,04',
    ]);
    expect(sumsOf(model)).toEqual([
      'Principal, TVA comprise: 7 502,00',
      'Intérêts légaux à 10,5 % jusqu’à ce jour inclus: 127,85',
      'Indemnité forfaitaire, 2 × 40,00 €: 80,00',
      'Paiements reçus: 0,00',
      'Somme à payer: 7 709,85 €',
    ]);
    const text = textOf(model);
    expect(text).toContain('nous vous mettons en demeure de nous payer la somme de 7 709,85 € au plus tard le vendredi 4 décembre 2026');
    expect(text).toContain('2,16 € d’intérêts par jour, à compter du 21 novembre 2026');
    expect(text).toContain('art. 1394/20 et suivants du Code judiciaire');
    expect(epcOf(model)).toContain('EUR7709.85\n\n\n+++202/6900/11849+++');
  });

  it('07: every document in one age, the credit apart, and the whole balance in the code', () => {
    const model = built(statement);
    const [list, ages] = tablesOf(model);
    expect(list?.rows.map((row) => [row.cells[3], row.cells[6]])).toEqual([
      ['103', '500,00'],
      ['68', '2.420,00'],
      ['47', '786,50'],
      ['', '−242,00'],
      ['26', '3.146,00'],
      ['5', '605,00'],
      ['', '1.936,00'],
      ['', '968,00'],
    ]);
    expect(rowsOf(ages)).toEqual(['2.904,00 | 3.751,00 | 786,50 | 2.420,00 | 500,00 | −242,00 | € 10.119,50']);
    expect(textOf(model)).toContain('€ 7.215,50, na aftrek van de creditnota');
    expect(textOf(model)).toContain('€ 952,00 op 2 november 2026, verwerkt op factuur 2026-0243');
    expect(epcOf(model)).toContain('EUR10119.50\n\nRF561027720261120');
    expect([model.salutation, model.closing.greeting]).toEqual(['', '']);
  });

  it('07 in English', () => {
    const model = built(englishStatement);
    const [list, ages] = tablesOf(model);
    expect(list?.rows.map((row) => row.cells[3])).toEqual(['75', '19', '', '', '']);
    expect(rowsOf(ages)).toEqual(['4,120.00 | 5,120.00 | – | 2,500.00 | – | −320.00 | €11,420.00']);
    expect(textOf(model)).toContain('€7,300.00, after the credit note');
    expect(epcOf(model)).toContain('EUR11420.00\n\nRF961041920261120');
  });

  it('08: five instalments and what is open after each', () => {
    const model = built(plan);
    const schedule = model.blocks.flatMap((block) => (block.kind === 'instalments' ? [block.table] : []))[0];
    expect(schedule?.rows.map((row) => plain(row.cells.join(' | ')))).toEqual([
      '1 van 5 | dinsdag 15 december 2026 | 702,28 | 2.809,14',
      '2 van 5 | vrijdag 15 januari 2027 | 702,28 | 2.106,86',
      '3 van 5 | maandag 15 februari 2027 | 702,28 | 1.404,58',
      '4 van 5 | maandag 15 maart 2027 | 702,28 | 702,30',
      '5 van 5 | donderdag 15 april 2027 | 702,30 | 0,00',
    ]);
    const text = textOf(model);
    expect(text).toContain('Betalingsregeling R-2026-0014: € 3.511,42 in vijf termijnen');
    expect(text).toContain('factuur 2026-0212, € 2.299,00, vervallen op 26 juli 2026');
    expect(text).toContain('De klant erkent dit bedrag verschuldigd te zijn.');
    expect(epcOf(model)).toContain('EUR702.28\n\n\nR-2026-0014');
    expect(model.blocks.at(-1)?.kind).toBe('signatures');
  });
});
