/** What a payment plan needs: the instalments with the code of the first one beside them, and room to sign for each party. */
import type { LetterBlock } from '../../../../src-shared/letter.ts';
import type { LetterFonts, Weight } from './letterFonts.ts';
import { dense, dividePages, drawPart, partHeight, setTable, wholePart, type TablePart } from './letterTable.ts';
import { body, colours, rule, type } from './measures.ts';
import type { Pen } from './pen.ts';
import { plainRun, type PlacedBlock } from './placedBlock.ts';
import { drawQr, qrRectangles, qrSide } from './qrDrawing.ts';
import { breakLines, largestFitting } from './textLines.ts';

type Instalments = Extract<LetterBlock, { kind: 'instalments' }>;
type Signatures = Extract<LetterBlock, { kind: 'signatures' }>;

const scheduleRight = 143;
const codeMiddle = 168.5;
const captionWidth = 32;
const captionLine = 2.85;
const titleSetting = { plain: 'semiBold', bold: 'semiBold', size: 7.6 } as const;
const captionSetting = { plain: 'regular', bold: 'regular', size: 6.6 } as const;

export function placeInstalments(fonts: LetterFonts, { table, code }: Instalments): PlacedBlock {
  const set = setTable(fonts, table, { heights: dense, right: scheduleRight });
  const qr = drawQr(code.epcText);
  const side = qrSide(qr.modules);
  const titles = breakLines(fonts, plainRun(code.title), { setting: titleSetting, widthMm: captionWidth });
  const captions = breakLines(fonts, plainRun(code.caption), { setting: captionSetting, widthMm: captionWidth });
  const codeHeight = side + 4.2 + titles.length * 3.1 + captions.length * captionLine;
  const drawCode = (pen: Pen, top: number): void => {
    const place = { x: codeMiddle - side / 2, y: top + 1, side };
    pen.figure(code.alternative, { ...place, width: side, height: side }, () => pen.fill(qrRectangles(qr, place), colours.black));
    pen.content('Caption', () => {
      let y = place.y + side + 4.2;
      for (const [lines, setting, height, colour] of [
        [titles, titleSetting, 3.1, colours.ink],
        [captions, captionSetting, captionLine, colours.grey],
      ] as const) {
        for (const line of lines) {
          const text = line.map((run) => run.text).join('');
          pen.text(`${text.trimEnd()} `, { x: codeMiddle - pen.width(setting.plain, text.trimEnd(), setting.size) / 2, y, weight: setting.plain, size: setting.size, colour });
          y += height;
        }
      }
    });
  };
  const place = (part: TablePart): PlacedBlock => {
    const isFirst = part.from === 0;
    return {
      kind: 'instalments',
      height: Math.max(partHeight(set, part), isFirst ? codeHeight : 0),
      draw: (pen, top) => {
        drawPart(pen, set, { part, top });
        if (isFirst) drawCode(pen, top);
      },
    };
  };
  return { ...place(wholePart(set)), least: codeHeight, divide: (room) => dividePages(set, room).map(place) };
}

const columnLefts = [body.left, 112.8] as const;
const lineLeft = 21;
const lineWidth = 51;
const signatureHeight = 27;
/** Baselines from the top, and of the lines to write on: 11 free above each. */
const baselines = { name: 2.6, role: 6.7, place: 13.6, signature: 25.4 } as const;

/** Two parties side by side; further ones below. Never divided. */
export function placeSignatures(fonts: LetterFonts, { parties, placeAndDate, signature }: Signatures): PlacedBlock {
  const rows = Math.ceil(parties.length / 2);
  const label = { weight: 'regular', size: type.note.size, colour: colours.grey } as const;
  return {
    kind: 'signatures',
    height: rows * signatureHeight,
    draw: (pen, top) => {
      parties.forEach((party, index) => {
        const x = columnLefts[index % 2] ?? body.left;
        const y = top + Math.floor(index / 2) * signatureHeight;
        pen.group('Sect', () => {
          const size = (weight: Weight, text: string, sizes: readonly number[]): number =>
            largestFitting(fonts, text, { weight, sizes, widthMm: lineLeft + lineWidth }) ?? 6;
          const name = { weight: 'semiBold', size: size('semiBold', party.name, [9, 8.5, 8, 7.5, 7, 6.5]), colour: colours.ink } as const;
          const role = { weight: 'regular', size: size('regular', party.role, [8.6, 8, 7.5, 7, 6.5]), colour: colours.grey } as const;
          pen.content('P', () => pen.text(`${party.name} `, { ...name, x, y: y + baselines.name }));
          pen.content('P', () => pen.text(`${party.role} `, { ...role, x, y: y + baselines.role }));
          pen.content('P', () => pen.text(`${placeAndDate} `, { ...label, x, y: y + baselines.place }));
          pen.content('P', () => pen.text(`${signature} `, { ...label, x, y: y + baselines.signature }));
        });
        pen.decoration('Layout', () => {
          for (const line of [baselines.place, baselines.signature]) {
            const from = [x + lineLeft, y + line + 0.6] as const;
            pen.stroke({ from, to: [from[0] + lineWidth, from[1]], thickness: rule.heavy, colour: colours.ink, dashed: false });
          }
        });
      });
    },
  };
}
