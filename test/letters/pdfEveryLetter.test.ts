/** Every kind of letter for every reader as it lies on paper: in the window, with nothing torn apart, and with a code that asks its amount. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLetterFonts } from '../../src-main/adapters/node/pdf/letterFonts.ts';
import { renderLetter } from '../../src-main/adapters/node/pdf/renderLetters.ts';
import { buildLetter } from '../../src-main/domain/letters/buildLetter.ts';
import type { LetterModel } from '../../src-shared/letter.ts';
import { decimalFromCents } from '../../src-shared/money.ts';
import { allLetters } from './allLetters.ts';
import { brokenClauses } from './pdfaClauses.ts';
import { demand, everyModel, notice, paragraph, table } from './pdfModels.ts';
import { operationsOf, PdfFile } from './pdfObjects.ts';
import { codesIn, pdfText, seenTexts, type SeenText } from './pdfReading.ts';

const fonts = openLetterFonts(join(import.meta.dirname, '..', '..', 'resources', 'fonts'));
const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

type Frame = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
/** What is seen through the window wherever the sheet lies, and what may come into view (design/letters.md §1). */
const frames = {
  left: { visible: { left: 30, top: 46.5, right: 110, bottom: 80.5 }, possible: { left: 20, top: 43.5, right: 120, bottom: 83.5 } },
  right: { visible: { left: 105, top: 42, right: 190, bottom: 66 }, possible: { left: 95, top: 31, right: 200, bottom: 77 } },
} as const satisfies Record<string, Record<string, Frame>>;

const mmPerPoint = 25.4 / 72;
/** From the top of the capitals to what hangs below the line. */
const boxOf = ({ left, width, baseline, size }: SeenText): Frame => ({
  left,
  right: left + width,
  top: baseline - 0.7 * size * mmPerPoint,
  bottom: baseline + 0.2 * size * mmPerPoint,
});
const touches = (box: Frame, frame: Frame): boolean => box.left < frame.right && box.right > frame.left && box.top < frame.bottom && box.bottom > frame.top;
const inside = (box: Frame, frame: Frame): boolean => box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;

function checkWindow(model: LetterModel, seen: readonly SeenText[]): void {
  const { visible, possible } = frames[model.window.side];
  const there = seen.filter((text) => text.page === 1 && touches(boxOf(text), possible));
  expect(plain(there.map(({ text }) => text).join(' '))).toBe(plain(model.address.join(' ')));
  expect(there.filter((text) => !inside(boxOf(text), visible))).toEqual([]);
}

/** Words that lie off the text block, or on the foot of the page. */
function checkBlock(seen: readonly SeenText[]): void {
  expect(seen.filter(({ left, width, baseline }) => left < 34.9 || left + width > 185.4 || baseline > 292)).toEqual([]);
  expect(seen.filter(({ baseline }) => baseline > 277 && baseline < 283)).toEqual([]);
}

const headings = (model: LetterModel): readonly string[] =>
  [...model.blocks, ...(model.annexes ?? []).flatMap(({ blocks }) => blocks)].flatMap((block) => (block.kind === 'heading' ? [plain(block.text)] : []));

/** Under every head stands something on the same page, and close by; the closing has company. */
function checkCompany(model: LetterModel, seen: readonly SeenText[]): void {
  const below = (page: number, baseline: number): boolean => seen.some((text) => text.page === page && text.baseline > baseline + 1 && text.baseline < Math.min(277, baseline + 13));
  for (const heading of headings(model)) {
    const found = seen.filter(({ text, size }) => Math.abs(size - 9.5) < 0.1 && heading.startsWith(plain(text)));
    expect(found.length, heading).toBeGreaterThan(0);
    for (const { page, baseline } of found) expect(below(page, baseline), `${heading} stands alone`).toBe(true);
  }
  if (model.closing.greeting === '') return;
  const greeting = seen.findLast(({ text, size }) => Math.abs(size - 9.2) < 0.1 && plain(text) === plain(model.closing.greeting));
  expect(greeting, 'closing').toBeDefined();
  expect(seen.some(({ page, baseline }) => page === greeting?.page && baseline > 25 && baseline < (greeting?.baseline ?? 0) - 3), 'the closing stands alone').toBe(true);
}

/** Words are drawn in the order in which they are read aloud: who writes, to whom, what about, and the company's numbers at the end. */
function checkOrder(model: LetterModel, seen: readonly SeenText[]): void {
  const first = seen.filter(({ page }) => page === 1);
  const placeOf = (text: string): number => first.findIndex((piece) => plain(piece.text).length > 1 && plain(text).startsWith(plain(piece.text)));
  const [address = ''] = model.address;
  const foot = first.findIndex(({ baseline }) => baseline > 283.5 && baseline < 285);
  const order = [placeOf(model.letterhead.name), placeOf(address), placeOf(model.subject), foot];
  expect(order).not.toContain(-1);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
}

/** Codes in reading order: of the box, or beside the instalments. */
const expectedCodes = (model: LetterModel): readonly string[] =>
  model.blocks.flatMap((block) => (block.kind === 'payment' ? [block.payment.epcText] : block.kind === 'instalments' ? [block.code.epcText] : []));

async function checkLetter(model: LetterModel): Promise<Uint8Array> {
  const pdf = await renderLetter(fonts, model);
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.error));
  const seen = await seenTexts(pdf.value.bytes);
  checkWindow(model, seen);
  checkBlock(seen);
  checkCompany(model, seen);
  checkOrder(model, seen);
  const codes = codesIn(pdf.value.bytes);
  expect(codes.map(({ text }) => text)).toEqual(expectedCodes(model));
  for (const { page, moduleMm } of codes) {
    expect(page).toBe(1);
    expect(moduleMm).toBeGreaterThan(0.415);
  }
  const pages = (await pdfText(pdf.value.bytes)).split('\f');
  expect(pages).toHaveLength(pdf.value.pages);
  pages.forEach((text, index) => expect(text).toContain(plain(model.pageLabel.replace('{page}', String(index + 1)).replace('{pages}', String(pages.length)))));
  expect(brokenClauses(pdf.value.bytes, 2)).toEqual([]);
  return pdf.value.bytes;
}

describe('every letter on paper', () => {
  it.each(allLetters)('$name', async ({ facts, kind }) => {
    const built = buildLetter(facts);
    if (!built.ok) throw new Error(JSON.stringify(built.error));
    const bytes = await checkLetter(built.value);
    const annexes = (built.value.annex === null ? 0 : 1) + (built.value.annexes?.length ?? 0);
    expect(new PdfFile(bytes).pages(), 'the letter itself takes one page').toHaveLength(1 + annexes);
    if (kind === 'payment-plan' || expectedCodes(built.value).length === 0) return;
    expect(codesIn(bytes)[0]?.text.split('\n')[7]).toBe(`EUR${decimalFromCents(built.value.claim.cents)}`);
  });
  it.each(everyModel)('the page of the design: %s', async (_name, model) => {
    await checkLetter(model);
  });
});

describe('long letters', () => {
  const long = (count: number): LetterModel => ({
    ...demand,
    blocks: [paragraph('**Kort.**'), ...demand.blocks.filter((block) => block.kind === 'payment'), paragraph('Slot.', 'nextStep')],
    annexes: [
      {
        title: 'Bijlage',
        blocks: Array.from({ length: count }, (_, index) => [
          { kind: 'heading', text: `Factuur ${index + 1}` } as const,
          { kind: 'table', table: table([['Van', 60, 'left'], ['Tot', 60, 'left'], ['Rente', 30]], Array.from({ length: 1 + ((index * 7) % 23) }, (_row, row) => [`${row + 1}`, 'x', '1,00']), { label: 'Samen', value: '9,00' }) } as const,
        ]).flat(),
      },
    ],
  });
  it.each([1, 2, 3, 5, 8, 13, 21, 34])('an annex of %i calculations never leaves a head behind', async (count) => {
    await checkLetter(long(count));
  });
  it('a paragraph longer than a page goes on over pages, with at least two lines on each', async () => {
    const words = Array.from({ length: 1600 }, (_, index) => `woord${index + 1}`).join(' ');
    const model: LetterModel = { ...demand, annexes: [{ title: 'Toelichting', blocks: [paragraph(words)] }] };
    const pdf = await renderLetter(fonts, model);
    if (!pdf.ok) throw new Error(pdf.error.code);
    const text = await pdfText(pdf.value.bytes);
    expect(text).toContain('woord1600');
    expect(pdf.value.pages).toBeGreaterThan(2);
    const perPage = Map.groupBy((await seenTexts(pdf.value.bytes)).filter(({ text: piece, page }) => page > 1 && piece.includes('woord')), ({ page }) => page);
    for (const lines of perPage.values()) expect(lines.length).toBeGreaterThanOrEqual(2);
  });
  it('a text that would push the payment box off the first page is refused', async () => {
    const [opening, ...others] = demand.blocks;
    if (opening === undefined) throw new Error('no blocks');
    const answer = await renderLetter(fonts, { ...demand, blocks: [opening, ...Array.from({ length: 9 }, () => paragraph('Lange tekst. '.repeat(40))), ...others] });
    expect(answer).toMatchObject({ ok: false, error: { code: 'letter-too-long' } });
  });
});

describe('paper of the company itself, and marks', () => {
  const pixel = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
  const onPaper = (first: string, following: string): LetterModel => ({ ...demand, letterhead: { ...demand.letterhead, background: { first, following } }, annexes: [{ title: 'Bijlage', blocks: [paragraph('Tekst.')] }] });
  it('stands in place of our head and foot, and says who writes to those who cannot see it', async () => {
    const pdf = await renderLetter(fonts, onPaper(pixel, pixel));
    if (!pdf.ok) throw new Error(pdf.error.code);
    const [first = '', second = ''] = (await pdfText(pdf.value.bytes)).split('\f');
    expect(first).not.toContain('Verwarming, koeling en elektra');
    expect(first).not.toContain('KvK 99000214');
    expect(first).toContain('Pagina 1 van 2');
    expect(second).toContain('Aanmaning A-2026-0064, 20 november 2026');
    const file = new PdfFile(pdf.value.bytes);
    const words = file.ids.map((id) => file.object(id).value).flatMap((value) => (value instanceof Map && value.has('Alt') ? [file.text(value.get('Alt'))] : []));
    expect(words).toContainEqual(expect.stringContaining('Veenpluis Installatietechniek B.V., Verwarming, koeling en elektra, Turfstekerspad 18'));
  });
  it('is left out where the printer holds printed paper, and page 2 gets our head again', async () => {
    const pdf = await renderLetter(fonts, onPaper('', ''));
    if (!pdf.ok) throw new Error(pdf.error.code);
    expect(Buffer.from(pdf.value.bytes).toString('latin1')).not.toContain('/Subtype /Image');
    const [first = '', second = ''] = (await pdfText(pdf.value.bytes)).split('\f');
    expect(first).not.toContain('Verwarming, koeling en elektra');
    expect(second).toContain('Veenpluis Installatietechniek B.V. Aanmaning A-2026-0064, 20 november 2026');
    expect(brokenClauses(pdf.value.bytes, 2)).toEqual([]);
  });
  it('fold marks and a punch mark stand where they are asked for, on the first page only', async () => {
    const marksOf = async (marks: LetterModel['marks']): Promise<readonly (readonly number[])[]> => {
      const pdf = await renderLetter(fonts, { ...notice, ...(marks === undefined ? {} : { marks }) });
      if (!pdf.ok) throw new Error(pdf.error.code);
      const file = new PdfFile(pdf.value.bytes);
      return file.pages().map((page) =>
        operationsOf(file.contentOf(page)).flatMap(({ operator, operands }) => (operator === 'm' && Math.abs(Number(operands[0]) * mmPerPoint - 4.5) < 0.01 ? [Math.round(Number(operands[1]) * mmPerPoint * 10) / 10] : [])),
      );
    };
    expect(await marksOf(undefined)).toEqual([[107, 202], []]);
    expect(await marksOf({ folds: true, punch: true })).toEqual([[107, 202, 148.5], []]);
    expect(await marksOf({ folds: false, punch: false })).toEqual([[], []]);
  });
  it('is refused by name when it cannot be read', async () => {
    const answer = await renderLetter(fonts, onPaper('data:image/png;base64,AAAA', ''));
    expect(answer).toMatchObject({ ok: false, error: { code: 'letter-paper-unreadable' } });
    expect(await renderLetter(fonts, onPaper('picture:absent', ''))).toMatchObject({ ok: false, error: { code: 'letter-paper-unreadable' } });
  });
});
