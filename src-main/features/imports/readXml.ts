/**
 * XML from strangers. A document type declaration is refused before anything is parsed, so there are no entities to expand and nothing
 * to fetch; depth and text are bounded; names are compared by their local part, so a missing namespace or any prefix will do. The
 * file is decoded and parsed in pieces, and only the subtrees that a reader asks for are ever built.
 */
import { SaxesParser } from 'saxes';
import { appError, type AppError, type ErrorCode, type ErrorParams } from '../../../src-shared/errors.ts';
import { inPieces, type PiecedFile, type ReadContext, type SourceFile, usualPieceBytes } from './sourceFile.ts';
import { type FileSurvey, surveyFile, textPieces } from './surveyFile.ts';

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

/** Thrown out of the tokenizer at the first failure, and caught around it. */
const stopped = new Error('stopped at the first failure');
const noAttributes: Readonly<Record<string, string>> = Object.freeze({});

type MutableElement = { name: string; attributes: Readonly<Record<string, string>>; children: MutableElement[]; text: string };
const noChildren: MutableElement[] = [];

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** A start tag at the end of a piece that goes on in the next; empty when there is none. */
function cutTag(text: string): string {
  const opening = text.lastIndexOf('<');
  return opening === -1 || text.includes('>', opening) ? '' : text.slice(opening);
}

/** The part of a text in pieces between two positions, where the first piece begins at `start`. */
function partOf(pieces: readonly string[], start: number, part: { readonly from: number; readonly to: number }): string {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only.slice(part.from - start, part.to - start);
  let at = start;
  let text = '';
  for (const piece of pieces) {
    text += piece.slice(Math.max(0, part.from - at), Math.max(0, part.to - at));
    at += piece.length;
  }
  return text;
}

/** The pieces of text of which the subtree being built may still need the source. */
function createSourceWindow() {
  let pieces: string[] = [];
  let start = 0;
  let end = 0;
  let subtree: { readonly from: number; readonly isWhole: boolean } | null = null;
  return {
    add(piece: string): void {
      if (subtree !== null) pieces.push(piece);
      else {
        const cut = cutTag(pieces.length === 1 ? (pieces[0] ?? '') : pieces.join(''));
        pieces = cut === '' ? [piece] : [cut, piece];
        start = end - cut.length;
      }
      end += piece.length;
    },
    /** A subtree began whose start tag ends at a position: from the `<` before it, because no attribute may hold one. */
    open(position: number): void {
      const last = pieces.at(-1) ?? '';
      const lastStart = end - last.length;
      const opening = last.lastIndexOf('<', position - lastStart - 1);
      if (opening !== -1) subtree = { from: lastStart + opening, isWhole: true };
      else if (pieces.length > 1) subtree = { from: start, isWhole: true };
      else subtree = { from: position, isWhole: false };
    },
    /** The source of the subtree that ends at a position. A start tag that could not be kept is written anew. */
    close(position: number, name: string): () => string {
      const { from, isWhole } = subtree ?? { from: position, isWhole: true };
      const [held, heldStart] = [pieces, start];
      subtree = null;
      if (pieces.length > 1) {
        const last = pieces.at(-1) ?? '';
        pieces = [last];
        start = end - last.length;
      }
      return () => (isWhole ? '' : `<${name}>`) + partOf(held, heldStart, { from, to: position });
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
    const name = names.get(rawName) ?? { raw: asName(rawName), local: asName(localName(rawName)), next: null };
    if (names.size < knownNames) names.set(name.raw, name);
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

/** The reading of an XML file whose text is given piece by piece. */
type XmlReading = {
  readonly write: (piece: string) => void;
  readonly close: () => void;
  /** Why reading ended before the end; null while it goes on. */
  readonly failure: () => AppError | null;
};

function createXmlReading(file: string, context: ReadContext, visitor: XmlVisitor): XmlReading {
  let failure: AppError | null = null;
  const fail = (code: ErrorCode, params: ErrorParams): void => {
    failure ??= appError(code, { file, ...params }, 'path' in params ? { file, path: String(params['path']) } : { file });
    // The tokenizer would go on to the end of the piece and make an error of every character.
    throw stopped;
  };
  const feed = (step: () => void): void => {
    if (failure !== null) return;
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
  return {
    write: (piece) => {
      walker.window.add(piece);
      feed(() => void parser.write(piece));
    },
    close: () => feed(() => void parser.close()),
    failure: () => failure,
  };
}

/**
 * Walks an XML file piece by piece and stops after each of them. Answers null when it was read to the end, or why it was refused; what the
 * visitor collected before a refusal must then be thrown away. Codes: xml-doctype, xml-malformed, xml-too-deep, file-field-too-long.
 */
export function* walkXml(
  file: PiecedFile,
  { survey, context }: { readonly survey: FileSurvey; readonly context: ReadContext },
  visitor: XmlVisitor,
): Generator<undefined, AppError | null> {
  const { name } = file;
  if (survey.hasDoctype) return appError('xml-doctype', { file: name }, { file: name });
  const reading = createXmlReading(name, context, visitor);
  for (const { text, isLast } of textPieces(file, survey)) {
    reading.write(text);
    if (isLast) reading.close();
    if (reading.failure() !== null) return reading.failure();
    yield;
  }
  return null;
}

/** Walks an XML file in memory. Codes: those of `surveyFile` and `walkXml`. */
export function readXml(source: SourceFile, context: ReadContext, visitor: XmlVisitor): AppError | null {
  const file = inPieces(source, usualPieceBytes);
  const survey = surveyFile(file, context.limits, () => undefined);
  if (!survey.ok) return survey.error;
  const walk = walkXml(file, { survey: survey.value, context }, visitor);
  let step = walk.next();
  while (step.done !== true) step = walk.next();
  return step.value;
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
