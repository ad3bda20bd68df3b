/**
 * Lines that a bank cut at a fixed width, joined again. Words and even code words are cut, so the lines are joined without anything
 * between them; only for showing, a blank is put where a line clearly ended by itself: it is short and no blank stands on either side.
 */
export type JoinedText = {
  readonly text: string;
  /** Offsets in `text` where a blank belongs when the text is shown. */
  readonly breaks: readonly number[];
};

/** A line shorter than this ended by itself; the narrowest layouts seen cut at 57. */
const shortLine = 55;

export function joinLines(lines: readonly string[]): JoinedText {
  const breaks: number[] = [];
  let length = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const previous = index === 0 ? '' : (lines[index - 1] ?? '');
    if (previous.length < shortLine && previous !== '' && line !== '') {
      if (!/\s$/.test(previous) && !/^\s/.test(line)) breaks.push(length);
    }
    length += line.length;
  }
  return { text: lines.join(''), breaks };
}

/** A part of the text as people should see it. */
export function shownSlice(joined: JoinedText, from: number, to: number): string {
  if (joined.breaks.length === 0) return joined.text.slice(from, to);
  let shown = '';
  let start = from;
  for (const offset of joined.breaks) {
    if (offset <= from || offset >= to) continue;
    shown += `${joined.text.slice(start, offset)} `;
    start = offset;
  }
  return shown + joined.text.slice(start, to);
}
