/**
 * The payment box: amount, account, name, reference and deadline beside the code. Frame and bar are the only colour of the letter;
 * the box is never divided over pages.
 */
import type { LetterPayment } from '../../../../src-shared/letter.ts';
import { breakLines, type Line, type Setting } from './textLines.ts';
import type { LetterFonts } from './letterFonts.ts';
import { body, colours } from './measures.ts';
import type { Pen } from './pen.ts';
import { plainRun, type PlacedBlock } from './placedBlock.ts';
import { drawQr, qrRectangles, qrSide } from './qrDrawing.ts';

const padding = 3.5;
const bar = 1.2;
const labelLeft = body.left + bar + padding;
const valueLeft = labelLeft + 29;
const qrMiddle = 161;
const captionWidth = 34;
const lineHeight = 4.85;
const amountHeight = 6.85;
const wrappedLine = 4.2;
const amountSetting: Setting = { plain: 'semiBold', bold: 'semiBold', size: 13 };
const valueSetting: Setting = { plain: 'medium', bold: 'medium', size: 9.2 };
const labelSetting: Setting = { plain: 'regular', bold: 'regular', size: 8.2 };
const captionSetting: Setting = { plain: 'regular', bold: 'regular', size: 6.6 };
const captionLine = 2.85;

type Row = { readonly label: string; readonly lines: readonly Line[]; readonly height: number };

export function placePayment(fonts: LetterFonts, payment: LetterPayment, accent: string): PlacedBlock {
  const qr = drawQr(payment.epcText);
  const side = qrSide(qr.modules);
  // The quiet zone of four modules stays free of text on every side.
  const quiet = (4 * side) / qr.modules;
  const valueWidth = qrMiddle - side / 2 - quiet - valueLeft;
  const rows: readonly Row[] = payment.rows.map((row) => {
    const lines = breakLines(fonts, plainRun(row.value), { setting: valueSetting, widthMm: valueWidth });
    return { label: row.label, lines, height: lineHeight + (lines.length - 1) * wrappedLine };
  });
  const caption = breakLines(fonts, plainRun(payment.caption), { setting: captionSetting, widthMm: captionWidth });
  const textHeight = amountHeight + rows.reduce((sum, row) => sum + row.height, 0);
  const codeHeight = side + 1.15 + caption.length * captionLine;
  const height = 2 * padding + Math.max(textHeight, codeHeight);
  return {
    kind: 'payment',
    height,
    draw: (pen, top) => {
      pen.decoration('Layout', () => {
        pen.frame({ x: body.left, y: top, width: body.right - body.left, height, thickness: 0.6, colour: accent });
        pen.fill([{ x: body.left, y: top, width: bar, height }], accent);
      });
      drawRows(pen, { payment, rows, top: top + (height - textHeight) / 2 });
      const place = { x: qrMiddle - side / 2, y: top + padding, side };
      pen.figure(payment.alternative, { ...place, width: side, height: side }, () => pen.fill(qrRectangles(qr, place), colours.black));
      pen.content('Caption', () => {
        caption.forEach((line, index) => {
          const text = line.map((run) => run.text).join('');
          const x = qrMiddle - pen.width('regular', text.trimEnd(), captionSetting.size) / 2;
          pen.text(text, {
            x,
            y: place.y + side + 3.35 + index * captionLine,
            weight: 'regular',
            size: captionSetting.size,
            colour: colours.grey,
          });
        });
      });
    },
  };
}

function drawRows(
  pen: Pen,
  { payment, rows, top }: { readonly payment: LetterPayment; readonly rows: readonly Row[]; readonly top: number },
): void {
  const row = (label: string, baseline: number, drawValue: () => void): void => {
    pen.group('TR', () => {
      pen.rowHead(() =>
        pen.text(label, { x: labelLeft, y: baseline, weight: labelSetting.plain, size: labelSetting.size, colour: colours.grey }),
      );
      pen.content('TD', drawValue);
    });
  };
  pen.group('Table', () => {
    const amountBaseline = top + 3.75;
    row(payment.amountLabel, amountBaseline, () =>
      pen.text(payment.amount, {
        x: valueLeft,
        y: amountBaseline,
        weight: amountSetting.plain,
        size: amountSetting.size,
        colour: colours.ink,
      }),
    );
    let y = top + amountHeight;
    for (const { label, lines, height } of rows) {
      const baseline = y + 3.1;
      row(label, baseline, () =>
        lines.forEach((line, index) =>
          pen.line(line, valueSetting, { x: valueLeft, y: baseline + index * wrappedLine, colour: colours.ink }),
        ),
      );
      y += height;
    }
  });
}
