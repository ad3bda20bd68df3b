import { describe, expect, it } from 'vitest';
import { delimiterOf, splitRows } from './csvRows.ts';

const cells = (text: string, style: { delimiter?: string; apostropheFrom?: number | null; width?: number | null } = {}) =>
  splitRows(text.split('\n'), { delimiter: ';', apostropheFrom: null, width: null, ...style }).map((row) => row.cells);

describe('rows of delimited text', () => {
  it.each([
    ['plain cells', 'a;b;c', [['a', 'b', 'c']]],
    ['empty cells and a delimiter at the end', 'a;;', [['a', '', '']]],
    ['quotes, with delimiters and quotes inside', '"a;1";"b ""c""";d', [['a;1', 'b "c"', 'd']]],
    ['a blank before an opening quote and behind a closing one', 'a; "b;1" ;c', [['a', 'b;1', 'c']]],
    ['a line end inside quotes', '"a\nb";c', [['a\nb', 'c']]],
    ['a whole row inside one pair of quotes', '"a,""b;1"",c"', [['a', 'b;1', 'c']]],
    ['quotes that are letters', 'Bar "De Hoek";b', [['Bar "De Hoek"', 'b']]],
    [
      'a quote that is never closed',
      '"t Hoekje;b\nc;d',
      [
        ['"t Hoekje', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'blank lines',
      'a;b\n\n \nc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('reads %s', (_what, text, wanted) => {
    const delimiter = text.includes(',"') ? ',' : ';';
    expect(cells(text, { delimiter })).toEqual(wanted);
  });

  it('takes single quotes for quotes only from the column where a bank puts texts', () => {
    expect(cells("'t Hoekje;'a;b'", { apostropheFrom: 1 })).toEqual([["'t Hoekje", 'a;b']]);
    expect(cells("'t Hoekje;'a;b'")).toEqual([["'t Hoekje", "'a", "b'"]]);
  });

  it('does not go on in the next line when a line has all its cells', () => {
    expect(cells('"x;y\n"z;w', { width: 2 })).toEqual([
      ['"x', 'y'],
      ['"z', 'w'],
    ]);
  });

  it('keeps the number of the line and what stood there', () => {
    const rows = splitRows(['a;b', '', '"c', 'd";e'], { delimiter: ';', apostropheFrom: null, width: 2 });
    expect(rows.map(({ line, endLine, raw }) => [line, endLine, raw])).toEqual([
      [1, 1, 'a;b'],
      [3, 4, '"c\nd";e'],
    ]);
  });
});

describe('the delimiter of a line', () => {
  it.each([
    ['a;b;c,d', ';'],
    ['"a;b",c', ','],
    ['a\tb', '\t'],
    ['"a,b,c"', ','],
    ['abc', null],
  ])('of %s', (line, wanted) => {
    expect(delimiterOf(line)).toBe(wanted);
  });
});
