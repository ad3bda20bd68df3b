/** Text with labels, `Naam: J. Smit Omschrijving: Factuur 12 IBAN: NL..`, taken apart. A label counts once, at its first place. */

export type LabelledParts = {
  /** What stands before the first label. */
  readonly head: string;
  readonly parts: ReadonlyMap<string, string>;
};

const escaped = (label: string): string => label.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const patterns = new Map<readonly string[], RegExp>();

/** The longest label first, so that `Betalingskenmerk` is not read as `Kenmerk`. */
function patternOf(labels: readonly string[]): RegExp {
  const known = patterns.get(labels);
  if (known !== undefined) return known;
  const words = [...labels].sort((one, other) => other.length - one.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\d])(${words.join('|')})\\s?:(?=\\s|$)`, 'giu');
  patterns.set(labels, pattern);
  return pattern;
}

/** Labels are found in any case and handed back as they stand in `labels`, which has to be one constant list. */
export function labelledParts(text: string, labels: readonly string[]): LabelledParts {
  const named = new Map(labels.map((label) => [label.toLowerCase(), label]));
  const parts = new Map<string, string>();
  let [current, from]: [string | null, number] = [null, 0];
  let head = text;
  const close = (end: number): void => {
    const part = text.slice(from, end).trim();
    if (current === null) head = part;
    else parts.set(current, part);
  };
  for (const match of text.matchAll(patternOf(labels))) {
    const label = named.get((match[1] ?? '').toLowerCase());
    if (label === undefined || label === current || parts.has(label)) continue;
    close(match.index);
    current = label;
    from = match.index + match[0].length;
  }
  close(text.length);
  return { head, parts };
}
