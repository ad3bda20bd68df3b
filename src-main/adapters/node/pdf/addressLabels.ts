/** Address labels on sheets: each address in the largest type that fits its label, never cut. */
import { appError, type AppError } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import type { LabelRun, LabelSheet, LetterPdf } from '../../../ports/pdfWriter.ts';
import type { LetterFonts } from './letterFonts.ts';
import { addressTypes, baselineIn, colours, type TypeStyle } from './measures.ts';
import { plainRun } from './placedBlock.ts';
import { drawDocument, missingCharacters } from './renderLetters.ts';
import { bodySetting, breakLines, type Line } from './textLines.ts';

/** Paper that stays free on every side of a label: label printers and hands are a little off. */
const padding = 4;
const styles: readonly TypeStyle[] = [...addressTypes, { size: 7.5, line: 3.5 }, { size: 6.5, line: 3.1 }];

type SetLabel = { readonly lines: readonly Line[]; readonly style: TypeStyle };

function setLabel(fonts: LetterFonts, address: readonly string[], sheet: LabelSheet): Result<SetLabel, AppError> {
  const width = sheet.width - 2 * padding;
  const height = sheet.height - 2 * padding;
  for (const style of styles) {
    const setting = bodySetting(style.size);
    const lines = address.flatMap((line) => breakLines(fonts, plainRun(line), { setting, widthMm: width }));
    if (lines.length * style.line <= height) return ok({ lines, style });
  }
  return err(appError('letter-address-too-large', { address: address.join(', ') }));
}

export async function renderLabels(fonts: LetterFonts, { sheet, addresses, title, languageTag, date }: LabelRun): Promise<Result<LetterPdf, AppError>> {
  if (addresses.length === 0) return err(appError('not-found'));
  const missing = missingCharacters(fonts, addresses.flat());
  if (missing !== null) return missing;
  const labels: SetLabel[] = [];
  for (const address of addresses) {
    const label = setLabel(fonts, address, sheet);
    if (!label.ok) return label;
    labels.push(label.value);
  }
  const perPage = sheet.columns * sheet.rows;
  const facts = { title, author: '', subject: '', languageTag, date, attachments: [], isTagged: true };
  return drawDocument(fonts, facts, (pen) => {
    labels.forEach(({ lines, style }, index) => {
      const place = (index + sheet.skip) % perPage;
      if (index === 0 || place === 0) pen.newPage();
      const left = sheet.left + (place % sheet.columns) * (sheet.width + sheet.columnGap) + padding;
      const middle = sheet.top + Math.floor(place / sheet.columns) * (sheet.height + sheet.rowGap) + sheet.height / 2;
      const top = middle - (lines.length * style.line) / 2;
      pen.content('P', () =>
        lines.forEach((line, number) =>
          pen.line(line, bodySetting(style.size), { x: left, y: top + baselineIn(style) + number * style.line, colour: colours.ink }),
        ),
      );
    });
  });
}
