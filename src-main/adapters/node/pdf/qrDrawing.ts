/** The payment code as rectangles: EPC069-12 asks for error level M, byte mode, at most version 13, black on white, quiet zone of 4. */
import { encodeQR } from 'qr';

export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type QrDrawing = { readonly modules: number; readonly rows: readonly (readonly boolean[])[] };

/** Rows of modules without quiet zone. */
export function drawQr(text: string): QrDrawing {
  // The library draws a border of at least one module; ours is the quiet zone around the drawing.
  const rows = encodeQR(text, 'raw', { ecc: 'medium', encoding: 'byte', border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
  return { modules: rows.length, rows };
}

/** Side in millimetres at which telephones read it from paper: never below 0.42 mm per module, and 24.5 where that is more. */
export const qrSide = (modules: number): number => Math.max(24.5, 0.42 * modules);

/** Neighbouring dark modules of a row become one rectangle. */
export function qrRectangles(
  { modules, rows }: QrDrawing,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): readonly Rectangle[] {
  const module = side / modules;
  const rectangles: Rectangle[] = [];
  rows.forEach((row, line) => {
    let start = -1;
    for (let column = 0; column <= modules; column += 1) {
      const isDark = row[column] === true;
      if (isDark && start < 0) start = column;
      if (!isDark && start >= 0) {
        rectangles.push({ x: x + start * module, y: y + line * module, width: (column - start) * module, height: module });
        start = -1;
      }
    }
  });
  return rectangles;
}
