/**
 * XML from strangers. A document type declaration is refused before anything is parsed, so there are no entities to expand and nothing
 * to fetch; depth and text are bounded; names are compared by their local part, so a missing namespace or any prefix will do. The
 * file is decoded and parsed in pieces, and only the subtrees that a reader asks for are ever built.
 */
import { SaxesParser } from 'saxes';
import { appError, type AppError, type ErrorCode, type ErrorParams } from '../../../src-shared/errors.ts';
import { checkTextFile, type TextEncoding } from './decodeText.ts';
import type { ReadContext, SourceFile } from './sourceFile.ts';

/** An element by its local name. `text` is the text directly in it (CDATA included), untrimmed; empty when it only holds elements. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
};

/** What to do with an element: walk through it, build it with all it holds (`onSubtree` gets it), or leave it out. */
export type XmlDecision = 'enter' | 'build' | 'skip';

export type XmlVisitor = {
  /** Asked for every element that no subtree holds; `depth` is 1 for the root. */
  readonly onOpen: (name: string, attributes: Readonly<Record<string, string>>, depth: number) => XmlDecision;
  /** `source` answers the text of the element as it stood in the file. */
  readonly onSubtree: (element: XmlElement, depth: number, source: () => string) => void;
  /** After the end of an element that was entered. */
  readonly onClose: (name: string, depth: number) => void;
  /** Local names of elements whose text is left out and not counted, such as a picture inside an invoice. */
  readonly withoutText: ReadonlySet<string>;
};

const chunkBytes = 1 << 18;
/** Thrown out of the tokenizer at the first failure, and caught around it. */
const stopped = new Error('stopped at the first failure');
const noAttributes: Readonly<Record<string, string>> = Object.freeze({});

type MutableElement = { name: string; attributes: Readonly<Record<string, string>>; children: MutableElement[]; text: string };
const noChildren: MutableElement[] = [];

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** `<`. */
const bracket = 0x3c;

/** A document type declaration anywhere, in the encodings this program reads. What hides from this look, the tokenizer still refuses. */
function holdsDoctype(bytes: Uint8Array, encoding: TextEncoding): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === 'utf-16le') return buffer.includes(Buffer.from('<!DOCTYPE', 'utf16le'));
  if (encoding === 'utf-16be') return buffer.includes(Buffer.from('<!DOCTYPE', 'utf16le').swap16());
  // The exclamation mark is rare in such files and the bracket is everywhere, so the search goes by the rare one.
  for (let at = buffer.indexOf('!DOCTYPE', 0, 'latin1'); at !== -1; at = buffer.indexOf('!DOCTYPE', at + 1, 'latin1')) {
    if (buffer[at - 1] === bracket) return true;
  }
  return false;
}

/** The pieces of text of which the subtree being built may still need the source. */
function createSourceWindow() {
  let pieces: string[] = [];
  let start = 0;
  let end = 0;
  let subtreeStart: number | null = null;
  return {
    add(piece: string): void {
      if (subtreeStart === null) {
        pieces = [];
        start = end;
      }
      pieces.push(piece);
      end += piece.length;
    },
    /** A subtree began whose start tag ends at a position. */
    open(position: number): void {
      subtreeStart = position;
    },
    /**
     * The source of the subtree that ends at a position, from the `<` before the end of its start tag: no attribute may hold one. A
     * start tag that was cut by the edge of a piece is written anew.
     */
    close(position: number, name: string): () => string {
      const from = (subtreeStart ?? position) - start;
      const to = position - start;
      const held = pieces;
      subtreeStart = null;
      const last = pieces.at(-1) ?? '';
      if (pieces.length > 1) {
        pieces = [last];
        start = end - last.length;
      }
      return () => {
        const first = held[0] ?? '';
        const opening = first.lastIndexOf('<', from - 1);
        const startTag = opening === -1 ? `<${name}>` : first.slice(opening, from);
        if (held.length === 1) return opening === -1 ? startTag + first.slice(from, to) : first.slice(opening, to);
        const toInLast = to - held.slice(0, -1).reduce((length, piece) => length + piece.length, 0);
        return [startTag, first.slice(from), ...held.slice(1, -1), last.slice(0, toInLast)].join('');
      };
    },
  };
}

/**
 * The same text as the engine keeps for names in programs. Two of those are compared by their place in memory; a piece cut out of a file
 * is compared character by character, and names are what is compared most here.
 */
const asName = (text: string): string => Object.keys({ [text]: 0 })[0] ?? text;

/** Names known at a time: a file that makes up more of them pays for its own strings. */
const knownNames = 1000;

type KnownName = { readonly raw: string; readonly local: string; next: KnownName | null };

/**
 * Local names, one string for each: the few names of a format are compared all the time. Elements follow each other in the same order
 * again and again, so the name that followed the last one before is tried before the table.
 */
function createNames(): (rawName: string) => string {
  const names = new Map<string, KnownName>();
  let last: KnownName = { raw: '', local: '', next: null };
  return (rawName) => {
    const expected = last.next;
    if (expected !== null && expected.raw === rawName) {
      last = expected;
      return expected.local;
    }
    const name = names.get(rawName) ?? { raw: rawName, local: asName(localName(rawName)), next: null };
    if (names.size < knownNames) names.set(rawName, name);
    last.next = name;
    last = name;
    return name.local;
  };
}

/** A start tag as the tokenizer tells it. */
type OpenedTag = { readonly name: string; readonly attributes?: Readonly<Record<string, string>> };

/** Builds elements from the events of the tokenizer and hands them to the visitor; it stops listening after the first failure. */
/** Functions, not methods: the parser calls them by themselves. */
type Walker = {
  readonly window: ReturnType<typeof createSourceWindow>;
  readonly openTag: (tag: OpenedTag) => void;
  readonly text: (text: string) => void;
  readonly closeTag: () => void;
};

function createWalker(
  visitor: XmlVisitor,
  limits: ReadContext['limits'],
  tokenizer: { readonly positionNow: () => number; readonly fail: (code: ErrorCode, params: ErrorParams) => void },
): Walker {
  const { positionNow, fail } = tokenizer;
  const { xmlDepth, fieldLength } = limits;
  const leavesTextOut = visitor.withoutText.size > 0;
  const nameOf = createNames();
  const window = createSourceWindow();
  const open: MutableElement[] = [];
  let current: MutableElement | undefined;
  const entered: string[] = [];
  let depth = 0;
  let skipFrom = 0;
  const path = (): string => [...entered, ...open.map((element) => element.name)].join('/');
  return {
    window,
    openTag({ name: rawName, attributes = noAttributes }: OpenedTag): void {
      depth += 1;
      if (depth > xmlDepth) return fail('xml-too-deep', { limit: xmlDepth });
      if (skipFrom > 0) return;
      const name = nameOf(rawName);
      const parent = current;
      if (parent === undefined) {
        const decision = visitor.onOpen(name, attributes, depth);
        if (decision === 'skip') {
          skipFrom = depth;
          return;
        }
        if (decision === 'enter') {
          entered.push(name);
          return;
        }
        window.open(positionNow());
      }
      const element: MutableElement = { name, attributes, children: noChildren, text: '' };
      if (parent !== undefined) {
        if (parent.children === noChildren) parent.children = [element];
        else parent.children.push(element);
        parent.text = '';
      }
      open.push(element);
      current = element;
    },
    text(text: string): void {
      const element = current;
      if (element === undefined || element.children !== noChildren) return;
      if (leavesTextOut && visitor.withoutText.has(element.name)) return;
      const whole = element.text === '' ? text : element.text + text;
      element.text = whole;
      if (whole.length > fieldLength) fail('file-field-too-long', { path: path(), limit: fieldLength });
    },
    closeTag(): void {
      depth -= 1;
      if (skipFrom > 0) {
        if (depth < skipFrom) skipFrom = 0;
        return;
      }
      const element = open.pop();
      current = open[open.length - 1];
      if (element === undefined) visitor.onClose(entered.pop() ?? '', depth + 1);
      else if (open.length === 0) visitor.onSubtree(element, depth + 1, window.close(positionNow(), element.name));
    },
  };
}

/**
 * Walks an XML file. Answers null when it was read to the end, or why it was refused; what the visitor collected before a refusal
 * must then be thrown away. Codes: those of `checkTextFile`, xml-doctype, xml-malformed, xml-too-deep, file-field-too-long.
 */
export function readXml(source: SourceFile, context: ReadContext, visitor: XmlVisitor): AppError | null {
  const where = { file: source.name };
  const checked = checkTextFile(source, context.limits);
  if (!checked.ok) return checked.error;
  const { encoding, offset } = checked.value;
  if (holdsDoctype(source.bytes, encoding)) return appError('xml-doctype', { file: source.name }, where);

  let failure: AppError | null = null;
  const fail = (code: ErrorCode, params: ErrorParams): void => {
    failure ??= appError(code, { file: source.name, ...params }, 'path' in params ? { ...where, path: String(params['path']) } : where);
    // The tokenizer would go on to the end of the piece and make an error of every character.
    throw stopped;
  };
  const feed = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      if (error !== stopped) throw error;
    }
  };
  const parser = new SaxesParser({ xmlns: false, position: false });
  const walker: Walker = createWalker(visitor, context.limits, { positionNow: () => parser.position, fail });
  parser.on('error', (error) => fail('xml-malformed', { reason: error.message.slice(0, 200) }));
  parser.on('doctype', () => fail('xml-doctype', {}));
  // After a failure none of them is called again: it ends the feeding.
  parser.on('opentag', walker.openTag);
  parser.on('text', walker.text);
  parser.on('cdata', walker.text);
  parser.on('closetag', walker.closeTag);

  const decoder = new TextDecoder(encoding);
  for (let start = offset; start < source.bytes.length && failure === null; start += chunkBytes) {
    const piece = decoder.decode(source.bytes.subarray(start, start + chunkBytes), { stream: true });
    walker.window.add(piece);
    feed(() => parser.write(piece));
  }
  if (failure === null) feed(() => parser.write(decoder.decode()));
  if (failure === null) feed(() => parser.close());
  return failure;
}

function childNamed(element: XmlElement, name: string): XmlElement | null {
  const { children } = element;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child !== undefined && child.name === name) return child;
  }
  return null;
}

/**
 * The first child with a name, or what a path of names leads to, the first child at every step; null when there is none. The names are
 * single parameters because this is asked a hundred times for every booking.
 */
export function xmlChild(element: XmlElement | null, first: string, second?: string, third?: string, fourth?: string): XmlElement | null {
  let found = element === null ? null : childNamed(element, first);
  if (second !== undefined && found !== null) found = childNamed(found, second);
  if (third !== undefined && found !== null) found = childNamed(found, third);
  if (fourth !== undefined && found !== null) found = childNamed(found, fourth);
  return found;
}

const noElements: readonly XmlElement[] = [];

export function xmlChildren(element: XmlElement | null, name: string): readonly XmlElement[] {
  if (element === null) return noElements;
  const { children } = element;
  let found: XmlElement[] | null = null;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child === undefined || child.name !== name) continue;
    if (found === null) found = [child];
    else found.push(child);
  }
  return found ?? noElements;
}

/** The text of the first element at a path, trimmed; null when it is absent or empty. */
export function xmlText(element: XmlElement | null, first: string, second?: string, third?: string, fourth?: string): string | null {
  return ownText(xmlChild(element, first, second, third, fourth));
}

/** The text of an element itself, trimmed; null when it is absent or empty. */
export function ownText(element: XmlElement | null): string | null {
  const text = element === null ? '' : element.text.trim();
  return text === '' ? null : text;
}

/** `xmlText` for a path that is a list, of any length. */
export function xmlTextAt(element: XmlElement | null, path: readonly string[]): string | null {
  let found = element;
  for (const name of path) found = found === null ? null : childNamed(found, name);
  return ownText(found);
}

export type XmlPeek = { readonly root: string; readonly namespace: string | null; readonly firstChild: string | null };

/** The local names of the root and of its first child, and the namespace of the root, from the start of a file; null for no XML. */
export function peekXml(head: string): XmlPeek | null {
  const tags: string[] = [];
  let at = head.indexOf('<');
  if (at === -1 || head.slice(0, at).trim() !== '') return null;
  while (at !== -1 && tags.length < 2) {
    const close = head.startsWith('<!--', at) ? '-->' : head.startsWith('<?', at) ? '?>' : '>';
    const end = head.indexOf(close, at);
    const inside = head.slice(at + 1, end === -1 ? head.length : end);
    if (!/^[?!/]/.test(inside)) tags.push(inside);
    if (end === -1) break;
    at = head.indexOf('<', end);
  }
  const [root, first] = tags;
  if (root === undefined) return null;
  const nameOf = (tag: string): string => localName(/^[^\s/>]{0,100}/.exec(tag)?.[0] ?? '');
  const prefix = /^([A-Za-z0-9_.-]{1,40}):/.exec(root)?.[1];
  const namespace = new RegExp(
    `xmlns${prefix === undefined ? '' : `:${prefix.replaceAll('.', '\\.')}`}\\s*=\\s*["']([^"']{1,200})["']`,
  ).exec(root)?.[1];
  return { root: nameOf(root), namespace: namespace ?? null, firstChild: first === undefined ? null : nameOf(first) };
}
