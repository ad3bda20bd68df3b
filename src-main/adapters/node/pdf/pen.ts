/**
 * Draws on the sheet in millimetres and keeps the document tagged: whatever is read aloud stands in a structure element, lines and
 * frames are marked as decoration. Text is drawn on its baseline and never broken by the library.
 */
import PDFDocument from 'pdfkit';
import type { PlainDateText } from '../../../../src-shared/dates.ts';
import { type LetterFonts, type Weight, weights } from './letterFonts.ts';
import { points } from './measures.ts';
import type { Line, Setting } from './textLines.ts';

type Structure = PDFKit.PDFStructureElement;
export type Mark = { readonly x: number; readonly y: number; readonly weight: Weight; readonly size: number; readonly colour: string };

export type DocumentFacts = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly languageTag: string;
  readonly date: PlainDateText;
};

/** Noon UTC of the letter's own date: the clock of the computer must not reach the file, or equal letters would differ. */
const instantOf = (date: PlainDateText): Date => new Date(`${date}T12:00:00Z`);

export class Pen {
  private readonly document: PDFKit.PDFDocument;
  private readonly fonts: LetterFonts;
  private readonly chunks: Uint8Array[] = [];
  private readonly finished: Promise<void>;
  private readonly root: Structure;
  private parents: Structure[];
  /** Pages begun so far, blank backs included. */
  pages = 0;

  constructor(fonts: LetterFonts, facts: DocumentFacts) {
    this.fonts = fonts;
    const options = {
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      subset: 'PDF/A-2b',
      tagged: true,
      displayTitle: true,
      lang: facts.languageTag,
      info: {
        Title: facts.title,
        Author: facts.author,
        Subject: facts.subject,
        Creator: 'Termijn',
        Producer: 'Termijn',
        CreationDate: instantOf(facts.date),
        ModDate: instantOf(facts.date),
      },
      // The types know font names only; parsed fonts are accepted since pdfkit 0.20. Without one here Helvetica would be added.
      font: fonts.font('regular') as unknown as string,
    } as const;
    this.document = new PDFDocument({ ...options });
    for (const weight of weights) this.document.registerFont(weight, fonts.font(weight) as unknown as string);
    this.finished = new Promise((resolve, reject) => {
      this.document.on('data', (chunk: Uint8Array) => this.chunks.push(chunk));
      this.document.on('end', resolve);
      this.document.on('error', reject);
    });
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
    this.parents = [this.root];
  }

  /** Begins a page; everything after this is drawn on it. */
  newPage(): void {
    this.document.addPage({ size: 'A4', margin: 0 });
    this.pages += 1;
  }

  /** What is drawn inside belongs to one structure element that holds others, such as `Table` or `Sect`. */
  group(type: string, draw: () => void): void {
    const element = this.document.struct(type);
    this.parents.at(-1)?.add(element);
    this.parents.push(element);
    draw();
    this.parents.pop();
    element.end();
  }

  /** What is drawn inside is one piece of content, such as `P`, `H1` or `TD`. */
  content(type: string, draw: () => void): void {
    this.parents.at(-1)?.add(this.document.struct(type, {}, draw));
  }

  /** A header cell of a column. */
  columnHead(draw: () => void): void {
    this.parents.at(-1)?.add(this.document.struct('TH', { scope: 'Column' } as object, draw));
  }

  /** A header cell of a row. */
  rowHead(draw: () => void): void {
    this.parents.at(-1)?.add(this.document.struct('TH', { scope: 'Row' } as object, draw));
  }

  /** A picture with the words that stand for it. The frame is in millimetres. */
  figure(
    alternative: string,
    frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    draw: () => void,
  ): void {
    const bbox = [points(frame.x), points(frame.y), points(frame.x + frame.width), points(frame.y + frame.height)];
    this.parents.at(-1)?.add(this.document.struct('Figure', { alt: alternative, bbox, placement: 'Block' } as object, draw));
  }

  /** Lines, frames and page numbers: seen, not read. */
  decoration(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
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
   * stored once in a document, however many letters show it. Throws when the library cannot read it.
   */
  picture(
    dataUrl: string,
    { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  ): number {
    // The types leave out `openImage`, which gives the size before drawing.
    const opener = this.document as unknown as { openImage(source: string): { readonly width: number; readonly height: number } };
    const size = opener.openImage(dataUrl);
    const scale = Math.min(width / size.width, height / size.height);
    const drawn = { width: size.width * scale, height: size.height * scale };
    this.document.image(dataUrl, points(x), points(y + (height - drawn.height) / 2), {
      width: points(drawn.width),
      height: points(drawn.height),
    });
    return drawn.width;
  }

  /** Ends the document and gives its bytes. */
  async finish(): Promise<Uint8Array> {
    this.root.end();
    this.document.end();
    await this.finished;
    return new Uint8Array(Buffer.concat(this.chunks));
  }
}
