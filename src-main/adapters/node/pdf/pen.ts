/**
 * Draws on the sheet in millimetres and keeps the document tagged: whatever is read aloud stands in a structure element, lines and
 * frames are marked as decoration. Text is drawn on its baseline and never broken by the library.
 */
import PDFDocument from 'pdfkit';
import type { PlainDateText } from '../../../../src-shared/dates.ts';
import { type DocumentFacts, isWithFiles } from './documentFacts.ts';
import { embedFiles } from './embedFiles.ts';
import { type LetterFonts, type Weight, weights } from './letterFonts.ts';
import { page, points } from './measures.ts';
import type { Line, Setting } from './textLines.ts';
import { xmpFacts } from './xmpFacts.ts';

type Structure = PDFKit.PDFStructureElement;
export type Mark = { readonly x: number; readonly y: number; readonly weight: Weight; readonly size: number; readonly colour: string };

/** A picture that the library cannot read: the logo, or the company's paper. */
export class UnreadablePicture extends Error {
  readonly which: 'logo' | 'paper';
  constructor(which: 'logo' | 'paper', cause: unknown) {
    super(`unreadable ${which}`, { cause });
    this.which = which;
  }
}

/** Where the bytes go as they come. */
export type Sink = (chunk: Uint8Array) => void;

const program = 'Termijn';

/** Noon UTC of the letter's own date: the clock of the computer must not reach the file, or equal letters would differ. */
const instantOf = (date: PlainDateText): Date => new Date(`${date}T12:00:00Z`);

/** The stream of what is drawn on a page, in the library. */
type Content = { write: (chunk: string | Uint8Array) => void; end: (chunk?: string | Uint8Array) => void };

/**
 * The library turns every drawing operation into a byte array of its own, several hundred for a letter. Gathered as text and turned into
 * bytes once per page the content is the same, and a letter takes an eighth less time.
 */
function gatherContent(content: Content): void {
  const write = content.write.bind(content);
  const end = content.end.bind(content);
  let lines: string[] = [];
  const handOver = (): void => {
    if (lines.length > 0) write(Buffer.from(`${lines.join('\n')}\n`, 'latin1'));
    lines = [];
  };
  content.write = (chunk) => {
    if (typeof chunk === 'string') lines.push(chunk);
    else {
      handOver();
      write(chunk);
    }
  };
  content.end = (chunk) => {
    handOver();
    end(chunk);
  };
}

function reading<T>(which: UnreadablePicture['which'], read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    throw new UnreadablePicture(which, thrown);
  }
}

export class Pen {
  private readonly document: PDFKit.PDFDocument;
  private readonly fonts: LetterFonts;
  private readonly finished: Promise<void>;
  private readonly root: Structure | null;
  private parents: Structure[];
  /** Pages begun so far, blank backs included. */
  pages = 0;

  constructor(fonts: LetterFonts, facts: DocumentFacts, sink: Sink) {
    this.fonts = fonts;
    const options = {
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      subset: isWithFiles(facts) ? 'PDF/A-3b' : 'PDF/A-2b',
      tagged: facts.isTagged,
      displayTitle: true,
      lang: facts.languageTag,
      info: {
        Title: facts.title,
        ...(facts.author === '' ? {} : { Author: facts.author }),
        ...(facts.subject === '' ? {} : { Subject: facts.subject }),
        Creator: program,
        Producer: program,
        CreationDate: instantOf(facts.date),
        ModDate: instantOf(facts.date),
      },
      // The types know font names only; parsed fonts are accepted since pdfkit 0.20. Without one here Helvetica would be added.
      font: fonts.font('regular') as unknown as string,
    } as const;
    this.document = new PDFDocument({ ...options });
    const writer = this.document as unknown as { _addInfo: () => void; appendXML: (xml: string) => void };
    writer._addInfo = () => writer.appendXML(xmpFacts(facts, { program, instant: instantOf(facts.date) }));
    for (const weight of weights) this.document.registerFont(weight, fonts.font(weight) as unknown as string);
    this.finished = new Promise((resolve, reject) => {
      this.document.on('data', sink);
      this.document.on('end', resolve);
      this.document.on('error', reject);
    });
    for (const { name, mime, description, relationship, text } of facts.attachments) {
      const options = { name, type: mime, description, relationship, creationDate: instantOf(facts.date), modifiedDate: instantOf(facts.date) };
      this.document.file(Buffer.from(text, 'utf8'), options as object);
    }
    if (facts.portfolio !== undefined) embedFiles(this.document, facts.portfolio);
    this.root = facts.isTagged ? this.document.struct('Document') : null;
    if (this.root !== null) this.document.addStructure(this.root);
    this.parents = this.root === null ? [] : [this.root];
  }

  /** An entry of the table of contents beside the pages, to the page that is open. */
  bookmark(title: string): void {
    this.document.outline.addItem(title);
  }

  /** Adds an element to the one that is open, or only draws where the document has no tags. */
  private element(type: string, options: object, draw: () => void): void {
    const parent = this.parents.at(-1);
    if (parent === undefined) draw();
    else parent.add(this.document.struct(type, options, draw));
  }

  /** Begins a page; everything after this is drawn on it. */
  newPage(): void {
    this.document.addPage({ size: 'A4', margin: 0 });
    gatherContent((this.document.page as unknown as { readonly content: Content }).content);
    this.pages += 1;
  }

  /** What is drawn inside belongs to one structure element that holds others, such as `Table` or `Sect`. */
  group(type: string, draw: () => void): void {
    const parent = this.parents.at(-1);
    if (parent === undefined) return draw();
    const element = this.document.struct(type);
    parent.add(element);
    this.parents.push(element);
    draw();
    this.parents.pop();
    return element.end();
  }

  /** What is drawn inside is one piece of content, such as `P`, `H1` or `TD`. */
  content(type: string, draw: () => void): void {
    this.element(type, {}, draw);
  }

  /** A header cell of a column. */
  columnHead(draw: () => void): void {
    this.element('TH', { scope: 'Column' }, draw);
  }

  /** A header cell of a row, over so many columns. */
  rowHead(draw: () => void, columns = 1): void {
    const parent = this.parents.at(-1);
    if (parent === undefined) return draw();
    const element = this.document.struct('TH', { scope: 'Row' } as object, draw);
    // The library knows no spans; the dictionary is written when the element gets its parent.
    const { data } = (element as unknown as { dictionary: { data: { A: Record<string, unknown> } } }).dictionary;
    if (columns > 1) data.A['ColSpan'] = columns;
    parent.add(element);
    return undefined;
  }

  /** A picture with the words that stand for it. The frame is in millimetres. */
  figure(
    alternative: string,
    frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    draw: () => void,
  ): void {
    const bbox = [points(frame.x), points(frame.y), points(frame.x + frame.width), points(frame.y + frame.height)];
    this.element('Figure', { alt: alternative, bbox, placement: 'Block' }, draw);
  }

  /** Lines, frames and page numbers: seen, not read. */
  decoration(type: 'Layout' | 'Pagination', draw: () => void): void {
    if (this.root === null) return draw();
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
    return undefined;
  }

  text(text: string, { x, y, weight, size, colour }: Mark): void {
    if (text === '') return;
    this.document.font(weight, size).fillColor(colour).text(text, points(x), points(y), { lineBreak: false, baseline: 'alphabetic' });
  }

  /** Text that ends at x. */
  textBefore(text: string, mark: Mark): void {
    this.text(text, { ...mark, x: mark.x - this.width(mark.weight, text, mark.size) });
  }

  textAround(text: string, mark: Mark): void {
    this.text(text, { ...mark, x: mark.x - this.width(mark.weight, text, mark.size) / 2 });
  }

  line(line: Line, setting: Setting, { x, y, colour }: { readonly x: number; readonly y: number; readonly colour: string }): void {
    let at = x;
    for (const run of line) {
      const weight = run.bold ? setting.bold : setting.plain;
      this.text(run.text, { x: at, y, weight, size: setting.size, colour });
      at += this.width(weight, run.text, setting.size);
    }
  }

  /** Width of a text in millimetres. */
  width(weight: Weight, text: string, size: number): number {
    return (this.fonts.width(weight, text) * size) / points(1);
  }

  /** A straight line between two points in millimetres, its thickness in points. */
  stroke({
    from,
    to,
    thickness,
    colour,
    dashed,
  }: {
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
    readonly thickness: number;
    readonly colour: string;
    readonly dashed: boolean;
  }): void {
    this.document.lineWidth(thickness).strokeColor(colour);
    if (dashed) this.document.dash(3, { space: 2 });
    this.document.moveTo(points(from[0]), points(from[1])).lineTo(points(to[0]), points(to[1])).stroke();
    if (dashed) this.document.undash();
  }

  frame({
    x,
    y,
    width,
    height,
    thickness,
    colour,
  }: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly thickness: number;
    readonly colour: string;
  }): void {
    this.document.lineWidth(thickness).strokeColor(colour).rect(points(x), points(y), points(width), points(height)).stroke();
  }

  /** Filled rectangles as one path, so that no hairline shows between neighbours. */
  fill(
    rectangles: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[],
    colour: string,
  ): void {
    for (const { x, y, width, height } of rectangles) this.document.rect(points(x), points(y), points(width), points(height));
    this.document.fill(colour);
  }

  tile({
    x,
    y,
    side,
    radius,
    colour,
  }: {
    readonly x: number;
    readonly y: number;
    readonly side: number;
    readonly radius: number;
    readonly colour: string;
  }): void {
    this.document.roundedRect(points(x), points(y), points(side), points(side), points(radius)).fill(colour);
  }

  /**
   * Draws a picture given as a data URL so that it fits a box, and answers the width that it takes in millimetres. The same picture is
   * stored once in a document, however many letters show it. Throws {@link UnreadablePicture}.
   */
  picture(
    dataUrl: string,
    { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  ): number {
    // The types leave out `openImage`, which gives the size before drawing.
    const opener = this.document as unknown as { openImage(source: string): { readonly width: number; readonly height: number } };
    const size = reading('logo', () => opener.openImage(dataUrl));
    const scale = Math.min(width / size.width, height / size.height);
    const drawn = { width: size.width * scale, height: size.height * scale };
    reading('logo', () =>
      this.document.image(dataUrl, points(x), points(y + (height - drawn.height) / 2), { width: points(drawn.width), height: points(drawn.height) }),
    );
    return drawn.width;
  }

  /** What is drawn inside is made smaller and put at a place: a page as a picture of itself. */
  reduced({ x, y, scale }: { readonly x: number; readonly y: number; readonly scale: number }, draw: () => void): void {
    this.document.save().translate(points(x), points(y)).scale(scale);
    draw();
    this.document.restore();
  }

  /** A picture over the whole page, on which everything else stands. */
  wholePage(dataUrl: string): void {
    reading('paper', () => this.document.image(dataUrl, 0, 0, { width: points(page.width), height: points(page.height) }));
  }

  /** Ends the document; the sink has all of it then. */
  async finish(): Promise<void> {
    this.root?.end();
    this.document.end();
    await this.finished;
  }
}
