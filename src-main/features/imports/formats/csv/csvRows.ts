/**
 * Rows of a delimited text file as banks write them: quoted or not, a blank before an opening quote, doubled quotes inside, line ends
 * inside quotes, a whole row inside one pair of quotes (what a spreadsheet makes of it). A quote that is never closed is a letter like
 * any other, so that one name with a quote in it cannot swallow the rows behind it. Cells keep their blanks: some layouts count them.
 */
export type CsvRow = {
  /** The line it starts on, counted from 1. */
  readonly line: number;
  readonly endLine: number;
  readonly cells: readonly string[];
  /** What stood in the file. */
  readonly raw: string;
};

export type CsvStyle = {
  readonly delimiter: string;
  /** From this column on single quotes quote as well (ASN, SNS and RegioBank put them round texts); null where they are letters. */
  readonly apostropheFrom: number | null;
  /** How many cells a whole row has; null where that is not known. A line that has them all by itself does not go on in the next. */
  readonly width: number | null;
};

/** A quoted cell runs over at most this many lines, and holds at most this many characters; beyond that the quote was none. */
const quotedLines = 20;
const quotedLength = 10_000;
/** More cells than any bank writes: what stands behind them is not looked at. */
const cellLimit = 200;

type Quoted = { readonly value: string; readonly line: number; readonly next: number };

const skipBlanks = (text: string, from: number): number => {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
};

/** Where a quoted cell closes on a line: a quote with nothing but blanks between it and the delimiter or the end. Minus one when it does not. */
function closingQuote(text: string, from: number, style: { readonly quote: string; readonly delimiter: string }): number {
  let at = text.indexOf(style.quote, from);
  while (at !== -1) {
    if (style.quote === '"' && text[at + 1] === '"') at += 1;
    else {
      const after = skipBlanks(text, at + 1);
      if (after >= text.length || text[after] === style.delimiter) return at;
    }
    at = text.indexOf(style.quote, at + 1);
  }
  return -1;
}

/** The cell whose opening quote stands at `start`; null when it is never closed. */
function readQuoted(lines: readonly string[], at: { readonly line: number; readonly start: number }, delimiter: string): Quoted | null {
  const quote = lines[at.line]?.[at.start] ?? '"';
  let value = '';
  for (let line = at.line; line < Math.min(lines.length, at.line + quotedLines) && value.length <= quotedLength; line += 1) {
    const text = lines[line] ?? '';
    const from = line === at.line ? at.start + 1 : 0;
    const end = closingQuote(text, from, { quote, delimiter });
    if (end !== -1) {
      const whole = value + text.slice(from, end);
      return { value: quote === '"' ? whole.replaceAll('""', '"') : whole, line, next: skipBlanks(text, end + 1) };
    }
    value += `${text.slice(from)}\n`;
  }
  return null;
}

type Scanned = { readonly cells: readonly string[]; readonly endIndex: number };

function scanRow(lines: readonly string[], index: number, style: CsvStyle): Scanned {
  const { delimiter, apostropheFrom } = style;
  const cells: string[] = [];
  let [line, position, isLiteral] = [index, 0, false];
  while (cells.length < cellLimit) {
    const text = lines[line] ?? '';
    const start = skipBlanks(text, position);
    const mark = text[start];
    const isQuote = mark === '"' || (mark === "'" && apostropheFrom !== null && cells.length >= apostropheFrom);
    const quoted = isQuote && !isLiteral ? readQuoted(lines, { line, start }, delimiter) : null;
    if (isQuote && quoted === null) isLiteral = true;
    if (quoted !== null) {
      cells.push(quoted.value);
      line = quoted.line;
      position = quoted.next;
      if (position >= (lines[line] ?? '').length) break;
    } else {
      const end = text.indexOf(delimiter, position);
      cells.push(text.slice(position, end === -1 ? undefined : end));
      if (end === -1) break;
      position = end;
    }
    position += 1;
  }
  return { cells, endIndex: line };
}

/** A row that seems to run over several lines because of a quote that is a letter is cut back to its own line. */
function wholeRow(lines: readonly string[], index: number, style: CsvStyle): Scanned {
  const scanned = scanRow(lines, index, style);
  if (scanned.endIndex === index || style.width === null) return scanned;
  const alone = scanRow([lines[index] ?? ''], 0, style);
  return alone.cells.length >= style.width ? { cells: alone.cells, endIndex: index } : scanned;
}

/** All rows of the lines of a file; blank lines are left out. */
export function splitRows(lines: readonly string[], style: CsvStyle): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if ((lines[index] ?? '').trim() === '') continue;
    const { cells, endIndex } = wholeRow(lines, index, style);
    const [only = ''] = cells;
    const isWrapped = cells.length === 1 && only.includes(style.delimiter) && !only.includes('\n');
    rows.push({
      line: index + 1,
      endLine: endIndex + 1,
      cells: isWrapped ? scanRow([only], 0, style).cells : cells,
      raw: lines.slice(index, endIndex + 1).join('\n'),
    });
    index = endIndex;
  }
  return rows;
}

const delimiters = [';', ',', '\t'] as const;

/** The delimiter of a line: the one of `;`, `,` and tab that occurs most outside quotes; null when none does. */
export function delimiterOf(line: string): string | null {
  const trimmed = line.trim();
  const outside = trimmed.replace(/"[^"]*"/g, '');
  const counted = /[;,\t]/.test(outside) ? outside : trimmed;
  let [best, most]: [string | null, number] = [null, 0];
  for (const delimiter of delimiters) {
    const count = counted.split(delimiter).length - 1;
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
}
