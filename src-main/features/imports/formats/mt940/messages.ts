/**
 * From lines to messages of tagged fields (SWIFT MT940, with what banks make of it). A tag is a known one at the start of a line: a
 * wrapped line may itself start with `:08 ` or `:00:`. Envelopes, bank headers and prose between the messages are left out. A lone
 * dash ends a message only when a message could begin behind it; inside a description it is text.
 */

export type Field = {
  readonly tag: string;
  /** The content, without the tag; continuation lines as they stand. */
  readonly lines: readonly string[];
  /** Number of the first line in the file, from 1. */
  readonly line: number;
};

export type Message = {
  readonly fields: readonly Field[];
  readonly line: number;
  /** Whether the file marks the end of the message (`-`, `-}`), or another message follows. */
  readonly isEnded: boolean;
  /** Accounts (as written) of messages without bookings that this one overwrote in their middle. */
  readonly overwritten: readonly string[];
};

const tagPattern = /^:(13D|20|21|25P?|28C?|34F|60[FM]|61|62[FM]|64|65|86|90[CD]|NS):/;

/** Lines that banks put around messages: `{1:..`, `0000 01INGBNL2AXXXX00001`, `940 00`, `940`, `ABNANL2A`, `:940:`, `$`. */
const headerPattern = /^(?:\{[1-5]:.*|0000 01[A-Z0-9]{8,16}\d*|:?940:?(?: \d\d)?|[A-Z]{4}NL[A-Z0-9]{2}|\$)\s*$/;

type Builder = { fields: { tag: string; lines: string[]; line: number }[]; line: number; overwritten: string[] };

/**
 * Marks of transmission in front of a line say nothing. An old end-of-file mark (0x1A) is none of them: what stands behind it on its line
 * is no tag any more, because a tag begins its line.
 */
// eslint-disable-next-line no-control-regex -- these characters are what is removed
const withoutControls = (line: string): string => line.replace(/^[\u0000-\u0008\u000e-\u0019\u001b-\u001f\ufeff]+/, '');

/** A line without anything that can be seen. */
// eslint-disable-next-line no-control-regex -- an end-of-file mark alone on a line is nothing
const isBlank = (line: string): boolean => /^[\s\u001a]*$/.test(line);

/** The tag part of a line that also holds an envelope: `{1:..}{2:..}{4::20:REF`, `-}{1:..}{4:`. */
function behindEnvelope(line: string): string | null {
  if (!/^(?:-\})?\s*\{[1-5]:/.test(line)) return null;
  const body = line.lastIndexOf('{4:');
  return body === -1 ? '' : line.slice(body + 3);
}

/** Whether a message could begin at a line, or the file end: what must follow a dash that ends a message. */
function startsAnew(lines: readonly string[], from: number): boolean {
  for (let index = from; index < lines.length; index += 1) {
    const line = withoutControls(lines[index] ?? '').trim();
    if (isBlank(line)) continue;
    return line.startsWith(':20:') || headerPattern.test(line) || /^-?\}?\s*\{[1-5]:/.test(line);
  }
  return true;
}

const isAccount = ({ tag }: { readonly tag: string }): boolean => tag === '25' || tag === '25P';

/** Takes lines one by one and hands on every message when it is complete. */
function createCollector(take: (message: Message) => void) {
  let builder: Builder | null = null;
  const end = (isEnded: boolean): void => {
    if (builder !== null) {
      const { fields, line, overwritten } = builder;
      take({ fields: fields.map(trimHeaders), line, isEnded, overwritten });
    }
    builder = null;
  };
  /**
   * An account in a message that has one: another message begins here whose start was lost. What has bookings is kept as a message; what
   * has none is overwritten, and named.
   */
  const repeatHeader = (open: Builder, line: number): void => {
    if (open.fields.some((field) => field.tag === '61')) {
      end(true);
      builder = { fields: [], line, overwritten: [] };
      return;
    }
    const account = open.fields.find(isAccount)?.lines[0] ?? '';
    const reference = open.fields.filter((field) => field.tag === '20');
    open.overwritten.push(account);
    builder = { fields: reference, line: open.line, overwritten: open.overwritten };
  };
  return {
    end,
    field(tag: string, content: string, line: number): void {
      if (tag === '20' && builder !== null) end(true);
      if (builder === null && tag !== '20') return;
      builder ??= { fields: [], line, overwritten: [] };
      if ((tag === '25' || tag === '25P') && builder.fields.some(isAccount)) repeatHeader(builder, line);
      builder.fields.push({ tag, lines: [content], line });
    },
    text(line: string): void {
      builder?.fields.at(-1)?.lines.push(line);
    },
  };
}

const isTrailer = (line: string): boolean => isBlank(line) || headerPattern.test(line);

/** Headers of the next message at the end of a description, in files that do not mark the end of a message. */
function trimHeaders(field: { readonly tag: string; readonly lines: string[]; readonly line: number }): Field {
  if (!isTrailer(field.lines.at(-1) ?? '')) return field;
  const lines = [...field.lines];
  while (lines.length > 1 && isTrailer(lines.at(-1) ?? '')) lines.pop();
  return { ...field, lines };
}

/** First characters of lines that may be more than text: marks, envelopes, headers, controls and blanks. */
const maySayMore = (line: string): boolean => {
  const first = line.charCodeAt(0);
  // - : { $ X, and whatever stands before the exclamation mark or is a byte order mark.
  return first <= 32 || first === 45 || first === 58 || first === 123 || first === 36 || first === 88 || first === 0xfeff;
};

/** Messages are handed on one by one, so that a file of a year never stands in memory as a whole, field by field. */
export function splitMessages(lines: readonly string[], take: (message: Message) => void): void {
  const collector = createCollector(take);
  for (let index = 0; index < lines.length; index += 1) {
    const written = lines[index] ?? '';
    if (!maySayMore(written)) {
      collector.text(written);
      continue;
    }
    const plainTag = tagPattern.exec(written);
    if (plainTag !== null) {
      collector.field(plainTag[1] ?? '', written.slice(plainTag[0].length), index + 1);
      continue;
    }
    let line = withoutControls(lines[index] ?? '');
    const trimmed = line.trim();
    // A tag broken behind its first colon.
    if (trimmed === ':' && /^\d\d[A-Z]?:/.test(lines[index + 1] ?? '')) {
      index += 1;
      line = `:${lines[index] ?? ''}`;
    }
    const behind = behindEnvelope(line);
    if (behind !== null) {
      collector.end(true);
      if (behind.trim() === '') continue;
      line = behind;
    }
    if (trimmed.startsWith('-}') && behind === null) {
      collector.end(true);
      continue;
    }
    if (/^(?:-|-?XXX)$/.test(trimmed) && startsAnew(lines, index + 1)) {
      collector.end(true);
      continue;
    }
    if (trimmed === ':940:' || trimmed === '$') {
      collector.end(true);
      continue;
    }
    const candidate = line.trimStart().startsWith(':20:') ? line.trimStart() : line;
    const tag = tagPattern.exec(candidate);
    if (tag === null) collector.text(line);
    else collector.field(tag[1] ?? '', candidate.slice(tag[0].length), index + 1);
  }
  collector.end(false);
}
