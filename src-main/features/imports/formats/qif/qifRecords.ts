/** The records of a QIF file by section: each line is a letter and a value, `^` ends a record, `!` begins a section. */
export type QifLine = { readonly letter: string; readonly value: string };

export type QifRecord = { readonly line: number; readonly lastLine: number; readonly lines: readonly QifLine[] };

export type QifSection = {
  /** Behind `!`, in lower case: `type:bank`, `account`. */
  readonly kind: string;
  readonly line: number;
  readonly records: readonly QifRecord[];
};

export type QifFile = {
  readonly sections: readonly QifSection[];
  /** Line of a record that the file ends in the middle of; null when every record ends. */
  readonly cutAt: number | null;
  /** Line of a value beyond the limit; null when there is none. */
  readonly tooLongAt: number | null;
};

const typed = /^!(?:type|account|option|clear)/i;

/** Cuts the lines of a file into sections and records. Lines before the first section belong to none. */
export function qifSections(lines: readonly string[], longestValue: number): QifFile {
  const sections: { kind: string; line: number; records: QifRecord[] }[] = [];
  let open: { line: number; lines: QifLine[] } | null = null;
  let tooLongAt: number | null = null;
  let cutAt: number | null = null;
  lines.forEach((text, index) => {
    const number = index + 1;
    const letter = text.charAt(0);
    if (text.trim() === '' || text === '\u001a') return;
    if (text.length > longestValue) tooLongAt ??= number;
    if (letter === '!' && typed.test(text)) {
      // A record that a section header interrupts never ended.
      if (open !== null) cutAt ??= open.line;
      open = null;
      sections.push({ kind: text.slice(1).trim().toLowerCase(), line: number, records: [] });
    } else if (letter === '^') {
      if (open !== null) sections.at(-1)?.records.push({ ...open, lastLine: number });
      open = null;
    } else {
      open ??= { line: number, lines: [] };
      open.lines.push({ letter, value: text.slice(1).trim() });
    }
  });
  const last = open as { line: number } | null;
  return { sections, cutAt: cutAt ?? last?.line ?? null, tooLongAt };
}

/** The first value with a letter; null when there is none or it is empty. */
export function qifValue(record: QifRecord, ...letters: readonly string[]): string | null {
  for (const letter of letters) {
    const value = record.lines.find((line) => line.letter === letter)?.value;
    if (value !== undefined && value !== '') return value;
  }
  return null;
}

export type QifSplit = { readonly category: string; readonly memo: string; readonly amount: string };

/** The parts of a booking that was divided: S begins one, E and $ belong to it. */
export function qifSplits(record: QifRecord): readonly QifSplit[] {
  const splits: { category: string; memo: string; amount: string }[] = [];
  for (const { letter, value } of record.lines) {
    if (letter === 'S') splits.push({ category: value, memo: '', amount: '' });
    const split = splits.at(-1);
    if (split === undefined) continue;
    if (letter === 'E') split.memo = value;
    else if (letter === '$') split.amount = value;
  }
  return splits;
}
