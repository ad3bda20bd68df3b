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

/** A statement line with the descriptions behind it: one booking. */
export type EntryGroup = { readonly field: Field; readonly descriptions: readonly Field[] };

/** What a message says besides its bookings. */
export type MessageHead = {
  /** The first field of every tag that there was so far, each with its first line. */
  readonly fields: readonly Field[];
  readonly line: number;
};

export type Message = MessageHead & {
  /** The bookings that did not go ahead. */
  readonly groups: readonly EntryGroup[];
  /** Whether the file marks the end of the message (`-`, `-}`), or another message follows. */
  readonly isEnded: boolean;
};

/** Where the parts of messages go. */
export type MessageTaker = {
  /** Bookings of a message that holds so many of them that its end is not waited for. */
  readonly entries: (head: MessageHead, groups: readonly EntryGroup[]) => void;
  readonly message: (message: Message) => void;
  /** A message without bookings was overwritten in its middle by another; its account as written. */
  readonly overwritten: (account: string, line: number) => void;
  /** A field holds more text than a field may; the line it begins in. */
  readonly tooLong: (line: number) => void;
};

export type MessageLimits = {
  readonly fieldLength: number;
  /** Bookings of one message that wait for its end. */
  readonly groupsHeld: number;
};

const tagPattern = /^:(13D|20|21|25P?|28C?|34F|60[FM]|61|62[FM]|64|65|86|90[CD]|NS):/;

/** Lines that banks put around messages: `{1:..`, `0000 01INGBNL2AXXXX00001`, `940 00`, `940`, `ABNANL2A`, `:940:`, `$`. */
const headerPattern = /^(?:\{[1-5]:.*|0000 01[A-Z0-9]{8,16}\d*|:?940:?(?: \d\d)?|[A-Z]{4}NL[A-Z0-9]{2}|\$)\s*$/;

type OpenField = { readonly tag: string; readonly lines: string[]; readonly line: number };
type OpenGroup = { field: Field; descriptions: Field[] };
type Builder = { readonly fields: Field[]; readonly line: number; groups: OpenGroup[]; hasEntries: boolean };

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

/** Lines without content behind a dash that are looked through for what follows. */
const blankLinesTried = 10_000;

/**
 * Whether a message could begin at a line, or the file end: what must follow a dash that ends a message. Null when the lines so far do not
 * tell.
 */
function startsAnew(lines: readonly string[], from: number, isLast: boolean): boolean | null {
  for (let index = from; index < lines.length; index += 1) {
    const line = withoutControls(lines[index] ?? '').trim();
    if (!isBlank(line)) return line.startsWith(':20:') || headerPattern.test(line) || /^-?\}?\s*\{[1-5]:/.test(line);
    if (index - from > blankLinesTried) return true;
  }
  return isLast ? true : null;
}

const isAccount = ({ tag }: { readonly tag: string }): boolean => tag === '25' || tag === '25P';

/** Takes lines one by one and hands on every message when it is complete, of a large one the bookings before that. */
function createCollector(taker: MessageTaker, { fieldLength, groupsHeld }: MessageLimits) {
  let builder: Builder | null = null;
  /** The statement line or description that further lines belong to, and how much text it holds. */
  let open: OpenField | null = null;
  let openLength = 0;
  let group: OpenGroup | null = null;
  const closeField = (): void => {
    if (open !== null) trimHeaders(open.lines);
    open = null;
  };
  const end = (isEnded: boolean): void => {
    closeField();
    group = null;
    if (builder !== null) taker.message({ fields: builder.fields, line: builder.line, groups: builder.groups, isEnded });
    builder = null;
  };
  /**
   * An account in a message that has one: another message begins here whose start was lost. What has bookings is kept as a message; what
   * has none is overwritten, and named.
   */
  const repeatHeader = (before: Builder, line: number): Builder => {
    if (before.hasEntries) {
      end(true);
      return { fields: [], line, groups: [], hasEntries: false };
    }
    taker.overwritten(before.fields.find(isAccount)?.lines[0] ?? '', before.line);
    return { fields: before.fields.filter((field) => field.tag === '20'), line: before.line, groups: [], hasEntries: false };
  };
  const beginGroup = (into: Builder, field: Field): void => {
    if (into.groups.length >= groupsHeld) {
      taker.entries(into, into.groups);
      into.groups = [];
    }
    group = { field, descriptions: [] };
    into.groups.push(group);
    into.hasEntries = true;
  };
  return {
    end,
    field(tag: string, content: string, line: number): void {
      if (tag === '20' && builder !== null) end(true);
      if (builder === null && tag !== '20') return;
      closeField();
      builder ??= { fields: [], line, groups: [], hasEntries: false };
      if ((tag === '25' || tag === '25P') && builder.fields.some(isAccount)) builder = repeatHeader(builder, line);
      if (content.length > fieldLength) taker.tooLong(line);
      const field: OpenField = { tag, lines: [content], line };
      if (tag === '61' || tag === '86') {
        open = field;
        openLength = content.length;
        if (tag === '61') beginGroup(builder, field);
        // A description behind the closing balance belongs to the message, not to a line.
        else group?.descriptions.push(field);
        return;
      }
      if (tag !== 'NS') group = null;
      if (!builder.fields.some((before) => before.tag === tag)) builder.fields.push(field);
    },
    text(line: string): void {
      if (open === null) return;
      openLength += line.length;
      if (openLength > fieldLength || open.lines.length > fieldLength) {
        // What may belong to the next message will be taken off again.
        if (isTrailer(line)) return;
        taker.tooLong(open.line);
      }
      open.lines.push(line);
    },
  };
}

const isTrailer = (line: string): boolean => isBlank(line) || headerPattern.test(line);

/** Takes off headers of the next message at the end of a description, in files that do not mark the end of a message. */
function trimHeaders(lines: string[]): void {
  while (lines.length > 1 && isTrailer(lines[lines.length - 1] ?? '')) lines.pop();
}

/** First characters of lines that may be more than text: marks, envelopes, headers, controls and blanks. */
const maySayMore = (line: string): boolean => {
  const first = line.charCodeAt(0);
  // - : { $ X, and whatever stands before the exclamation mark or is a byte order mark.
  return first <= 32 || first === 45 || first === 58 || first === 123 || first === 36 || first === 88 || first === 0xfeff;
};

/** Takes the lines of a file, as many at a time as there are. */
export type MessageSplitter = { readonly take: (lines: readonly string[], isLast: boolean) => void };

export function createMessageSplitter(taker: MessageTaker, limits: MessageLimits): MessageSplitter {
  const collector = createCollector(taker, limits);
  /** Lines whose meaning hangs on lines that have not come yet. */
  let waiting: readonly string[] = [];
  let before = 0;
  /** Takes the line at a place and answers the place behind what was taken; null when more lines are needed. */
  const takeLine = (lines: readonly string[], index: number, isLast: boolean): number | null => {
    const written = lines[index] ?? '';
    const number = before + index + 1;
    let line = withoutControls(written);
    const trimmed = line.trim();
    let next = index + 1;
    // A tag broken behind its first colon.
    if (trimmed === ':') {
      if (next >= lines.length && !isLast) return null;
      if (/^\d\d[A-Z]?:/.test(lines[next] ?? '')) {
        line = `:${lines[next] ?? ''}`;
        next += 1;
      }
    }
    const behind = behindEnvelope(line);
    if (behind !== null) {
      collector.end(true);
      if (behind.trim() === '') return next;
      line = behind;
    }
    if (trimmed.startsWith('-}') && behind === null) {
      collector.end(true);
      return next;
    }
    if (/^(?:-|-?XXX)$/.test(trimmed)) {
      const isEnd = startsAnew(lines, next, isLast);
      if (isEnd === null) return null;
      if (isEnd) {
        collector.end(true);
        return next;
      }
    }
    if (trimmed === ':940:' || trimmed === '$') {
      collector.end(true);
      return next;
    }
    const candidate = line.trimStart().startsWith(':20:') ? line.trimStart() : line;
    const tag = tagPattern.exec(candidate);
    if (tag === null) collector.text(line);
    else collector.field(tag[1] ?? '', candidate.slice(tag[0].length), number + (next - index - 1));
    return next;
  };
  return {
    take(added, isLast) {
      const lines = waiting.length === 0 ? added : [...waiting, ...added];
      let index = 0;
      while (index < lines.length) {
        const written = lines[index] ?? '';
        const plainTag = maySayMore(written) ? tagPattern.exec(written) : null;
        if (plainTag !== null) collector.field(plainTag[1] ?? '', written.slice(plainTag[0].length), before + index + 1);
        else if (!maySayMore(written)) collector.text(written);
        else {
          const next = takeLine(lines, index, isLast);
          if (next === null) break;
          index = next - 1;
        }
        index += 1;
      }
      waiting = lines.slice(index);
      before += index;
      if (isLast) collector.end(false);
    },
  };
}
