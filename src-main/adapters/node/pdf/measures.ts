/**
 * Measures of a letter in millimetres from the top left corner of A4, and type sizes in points. The address place follows NEN 1026 as
 * used in the Netherlands (window left) and the bpost address zone in Belgium (window right).
 */
const pointsPerMm = 72 / 25.4;
export const points = (mm: number): number => mm * pointsPerMm;

export const page = { width: 210, height: 297 } as const;
/** The text block, the width of running text in it, and where it starts and ends. */
export const body = { left: 35, right: 185, textWidth: 143, top: 88, nextTop: 30, bottom: 276 } as const;

/** Where the text of a letter lies when its paper asks for nothing else. */
export const usualMargins = { top: body.top, nextTop: body.nextTop, bottom: body.bottom } as const;

/** Where a hole puncher finds the middle of the sheet. */
export const punchMark = 148.5;
/** From the end of the text to the baseline of the page number on paper of the company's own, above whatever that has at its foot. */
export const paperPageNumber = 3.4;

export const colours = { ink: '#1b1f22', grey: '#5a6268', hairline: '#c3c9cc', white: '#ffffff', black: '#000000' } as const;

/** Size in points and height of a line in millimetres. */
export type TypeStyle = { readonly size: number; readonly line: number };
export const type = {
  body: { size: 9.2, line: 4.35 },
  subject: { size: 12, line: 5.6 },
  section: { size: 9.5, line: 4.6 },
  cell: { size: 8.6, line: 4.0 },
  /** The legal basis beside the sums. */
  note: { size: 7.4, line: 3.4 },
  head: { size: 7.2, line: 3.2 },
  label: { size: 8.2, line: 4.35 },
  enclosure: { size: 7.8, line: 3.6 },
  footer: { size: 6.9, line: 3.4 },
} as const satisfies Record<string, TypeStyle>;

export const rule = { heavy: 0.7, hair: 0.3 } as const;

/** Distance from the top of a line to its baseline: the capitals (0.698 of the size in Plex Sans) stand in the middle of the line. */
export const baselineIn = ({ size, line }: TypeStyle): number => (line + (0.698 * size) / pointsPerMm) / 2;

export type Frame = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
export type WindowMeasures = {
  readonly address: {
    readonly left: number;
    readonly width: number;
    readonly middle: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** What is visible wherever the sheet lies in the envelope, and what may come into view. From an opening of 90 × 37 (NL) or 95 × 35 (BE). */
  readonly alwaysVisible: Frame;
  readonly mayBecomeVisible: Frame;
  readonly folds: readonly number[];
};
export const windows: Readonly<Record<'left' | 'right', WindowMeasures>> = {
  left: {
    address: { left: 35, width: 70, middle: 63.5, top: 48, bottom: 79 },
    alwaysVisible: { left: 30, top: 46.5, right: 110, bottom: 80.5 },
    mayBecomeVisible: { left: 20, top: 43.5, right: 120, bottom: 83.5 },
    folds: [107, 202],
  },
  right: {
    address: { left: 110, width: 78, middle: 54, top: 42, bottom: 66 },
    alwaysVisible: { left: 105, top: 42, right: 190, bottom: 66 },
    mayBecomeVisible: { left: 95, top: 31, right: 200, bottom: 77 },
    folds: [99, 198],
  },
};
/** Type of the address, tried in this order; what fits in none of them is refused, never cut. */
export const addressTypes: readonly TypeStyle[] = [
  { size: 10, line: 4.7 },
  { size: 9, line: 4.2 },
  { size: 8.5, line: 4.0 },
];
