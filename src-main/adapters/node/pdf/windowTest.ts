/** Drawn over a letter: rulers, what the window shows, and the folds, so that a test print can be held into the user's own envelope. */
import type { LetterModel } from '../../../../src-shared/letter.ts';
import type { WindowTestLabels } from '../../../ports/pdfWriter.ts';
import { colours, type Frame, page, windows } from './measures.ts';
import type { Pen } from './pen.ts';

const visibleColour = '#0b6b3a';
const possibleColour = '#1e50a2';
const foldColour = '#6b2a86';

const drawFrame = (pen: Pen, { left, top, right, bottom }: Frame, colour: string): void =>
  pen.frame({ x: left, y: top, width: right - left, height: bottom - top, thickness: 0.6, colour });

function drawRulers(pen: Pen): void {
  const tick = (length: number): number => (length % 50 === 0 ? 4 : 2);
  const stroke = { thickness: 0.4, colour: colours.ink, dashed: false } as const;
  for (let x = 10; x < page.width; x += 10) {
    pen.stroke({ ...stroke, from: [x, 0], to: [x, tick(x)] });
    if (x % 50 === 0) pen.text(String(x), { x: x + 0.6, y: 4, weight: 'regular', size: 6, colour: colours.grey });
  }
  for (let y = 10; y < page.height; y += 10) {
    pen.stroke({ ...stroke, from: [0, y], to: [tick(y), y] });
    if (y % 50 === 0) pen.text(String(y), { x: 4.6, y: y + 0.7, weight: 'regular', size: 6, colour: colours.grey });
  }
}

export function drawWindowTest(pen: Pen, { model, labels }: { readonly model: LetterModel; readonly labels: WindowTestLabels }): void {
  const { alwaysVisible, mayBecomeVisible, folds } = windows[model.window.side];
  const label = { weight: 'regular', size: 6.5 } as const;
  pen.decoration('Layout', () => {
    drawRulers(pen);
    drawFrame(pen, alwaysVisible, visibleColour);
    drawFrame(pen, mayBecomeVisible, possibleColour);
    pen.text(labels.alwaysVisible, { ...label, x: alwaysVisible.left + 1, y: alwaysVisible.bottom - 1, colour: visibleColour });
    pen.text(labels.mayBecomeVisible, { ...label, x: mayBecomeVisible.left + 1, y: mayBecomeVisible.bottom + 2.8, colour: possibleColour });
    for (const y of folds) {
      pen.stroke({ from: [0, y], to: [page.width, y], thickness: 0.5, colour: foldColour, dashed: true });
      pen.textBefore(`${labels.fold} ${y} mm`, { ...label, x: page.width - 2, y: y - 0.8, colour: foldColour });
    }
  });
  pen.content('P', () => {
    pen.text(`${labels.title} `, { x: 35, y: 256, weight: 'semiBold', size: 9.2, colour: colours.ink });
    labels.instruction.forEach((line, index) =>
      pen.text(`${line} `, { x: 35, y: 261 + index * 4.2, weight: 'regular', size: 8.6, colour: colours.ink }),
    );
  });
}
