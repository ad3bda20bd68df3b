/**
 * Divides a letter over pages before a line is drawn. Order of concessions when it does not fit: less room for the signature,
 * closer paragraphs, wider lines, then a second page; never smaller type. The payment box stays on the first page.
 */
import { appError, type AppError } from '../../../../src-shared/errors.ts';
import type { LetterAnnex, LetterModel } from '../../../../src-shared/letter.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import type { LetterFonts } from './letterFonts.ts';
import { body, colours, type, type TypeStyle, usualMargins } from './measures.ts';
import { isPicture, setAddress, type SetAddress } from './letterHead.ts';
import { flowPages, type Flow, type PageItem, type Pages, placeBlock, usualGap } from './pageFlow.ts';
import { drawLines, type PlacedBlock, placeParagraph, plainRun } from './placedBlock.ts';
import { breakLines } from './textLines.ts';

export type LaidOutLetter = { readonly model: LetterModel; readonly address: SetAddress; readonly pages: Pages };

/** Space between paragraphs and their width in millimetres, tried in this order until a letter fits one page. */
const settings = [
  { paragraphGap: usualGap, textWidth: body.textWidth },
  { paragraphGap: 1.8, textWidth: body.textWidth },
  { paragraphGap: 1.8, textWidth: body.right - body.left },
  { paragraphGap: 1.6, textWidth: body.right - body.left },
] as const;
type TextSetting = (typeof settings)[number];
const subjectStyle: TypeStyle = { ...type.subject };
const subjectBaseline = 4.1;
const subjectGap = 1.8;
/** From the top of an annex to its first block, when the heading takes one line. */
const headingHeight = 8.8;
/** What a signature by hand adds between greeting and name, so that 8 to 15 millimetres are free there: at least, and where the page has it. */
const signature = { least: 6.4, most: 13.4 } as const;

/** `reserved` millimetres at the right stay free. */
export function placeTitle(fonts: LetterFonts, text: string, reserved = 0): PlacedBlock {
  const setting = { plain: 'semiBold', bold: 'semiBold', size: subjectStyle.size } as const;
  const lines = breakLines(fonts, plainRun(text), { setting, widthMm: body.right - body.left - reserved });
  return {
    kind: 'paragraph',
    height: lines.length * subjectStyle.line,
    draw: (pen, top) => {
      pen.content('H1', () =>
        lines.forEach((line, index) =>
          pen.line(line, setting, { x: body.left, y: top + subjectBaseline + index * subjectStyle.line, colour: colours.ink }),
        ),
      );
    },
  };
}

/** Greeting, name with role, and enclosures, which stay together. `room` is left for a signature; first reminders carry none. */
function placeClosing(fonts: LetterFonts, { closing }: LetterModel, room: number): PlacedBlock {
  const enclosures = breakLines(fonts, plainRun(closing.enclosures), {
    setting: { plain: 'regular', bold: 'regular', size: type.enclosure.size },
    widthMm: body.textWidth,
  });
  const hasName = closing.greeting !== '' || closing.name !== '';
  const nameTop = 3.3 + 5.9 + room;
  const enclosureTop = hasName ? nameTop + 5 : 3;
  const height = (enclosures.length === 0 ? nameTop : enclosureTop + (enclosures.length - 1) * type.enclosure.line) + 1;
  return {
    kind: 'closing',
    height,
    draw: (pen, top) => {
      if (hasName) {
        pen.content('P', () => drawLines(pen, [plainRun(closing.greeting)], { x: body.left, top, style: type.body, colour: colours.ink }));
        pen.content('P', () => {
          const mark = { y: top + nameTop, colour: colours.ink } as const;
          pen.text(`${closing.name} `, { ...mark, x: body.left, weight: 'semiBold', size: 9.1 });
          const after = body.left + pen.width('semiBold', closing.name, 9.1) + 2.2;
          pen.text(closing.role, { ...mark, x: after, weight: 'regular', size: 8.6, colour: colours.grey });
        });
      }
      if (enclosures.length === 0) return;
      pen.content('P', () => {
        enclosures.forEach((line, index) => {
          pen.line(
            line,
            { plain: 'regular', bold: 'regular', size: type.enclosure.size },
            { x: body.left, y: top + enclosureTop + index * type.enclosure.line, colour: colours.grey },
          );
        });
      });
    },
  };
}

function annexPages(fonts: LetterFonts, annex: LetterAnnex, { letterhead: { accent }, margins: sides = usualMargins }: LetterModel): Pages {
  const heading = placeTitle(fonts, annex.title);
  const firstTop = sides.nextTop + headingHeight + heading.height - subjectStyle.line;
  const blocks = annex.blocks.map((block) => placeBlock(fonts, block, { accent, isDense: true, textWidth: body.textWidth }));
  const [first = [], ...others] = flowPages(blocks, { top: firstTop, paragraphGap: usualGap, sides }).pages;
  return [[{ top: sides.nextTop, draw: heading.draw }, ...first], ...others];
}

/** The blocks of the letter itself on as few pages as can be, with as much room for the signature as the last page has. */
function flowLetter(fonts: LetterFonts, model: LetterModel, top: number): Flow | undefined {
  const { closing, margins: sides = usualMargins } = model;
  const hasClosing = closing.greeting !== '' || closing.name !== '' || closing.enclosures !== '';
  const isSigned = closing.isSigned === true && closing.name !== '';
  const place = ({ textWidth }: TextSetting): readonly PlacedBlock[] => [
    ...(model.salutation === '' ? [] : [{ ...placeParagraph(fonts, plainRun(model.salutation)), kind: 'salutation' } as const]),
    ...model.blocks.map((block) => placeBlock(fonts, block, { accent: model.letterhead.accent, isDense: false, textWidth })),
  ];
  const set = (setting: TextSetting, room: number): Flow =>
    flowPages([...place(setting), ...(hasClosing ? [placeClosing(fonts, model, room)] : [])], { top, paragraphGap: setting.paragraphGap, sides });
  const least = isSigned ? signature.least : 0;
  let chosen: { readonly setting: TextSetting; readonly flow: Flow } | undefined;
  for (const setting of settings) {
    const flow = set(setting, least);
    chosen ??= { setting, flow };
    if (flow.pages.length > 1) continue;
    chosen = { setting, flow };
    break;
  }
  if (chosen === undefined || !isSigned) return chosen?.flow;
  const spare = Math.min(signature.most - signature.least, sides.bottom - chosen.flow.bottom);
  return spare > 0 ? set(chosen.setting, least + spare) : chosen.flow;
}

/**
 * Lays out a letter. Refusals: an address that does not fit the window, and a text so long that the payment box would leave the first
 * page (`letter-too-long`).
 */
export function layOutLetter(fonts: LetterFonts, model: LetterModel): Result<LaidOutLetter, AppError> {
  const address = setAddress(fonts, model);
  if (!address.ok) return address;
  const { logo, background } = model.letterhead;
  if (logo !== '' && !isPicture(logo)) return err(appError('letter-logo-unreadable'));
  const papers = [background?.first ?? '', background?.following ?? ''].filter((picture) => picture !== '');
  if (!papers.every(isPicture)) return err(appError('letter-paper-unreadable'));
  const subject = placeTitle(fonts, model.subject);
  const { top } = model.margins ?? usualMargins;
  const chosen = flowLetter(fonts, model, top + subject.height + subjectGap);
  if (chosen === undefined || !chosen.isBoxOnFirstPage) return err(appError('letter-too-long'));
  const [first = [], ...others] = chosen.pages;
  const begin: PageItem = { top, draw: subject.draw };
  const list: readonly LetterAnnex[] = model.annex === null ? [] : [{ title: model.annex.title, blocks: [{ kind: 'table', table: model.annex.table }] }];
  const annexes = [...list, ...(model.annexes ?? [])].flatMap((annex) => annexPages(fonts, annex, model));
  return ok({ model, address: address.value, pages: [[begin, ...first], ...others, ...annexes] });
}
