import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLetterFonts } from '../../src-main/adapters/node/pdf/letterFonts.ts';
import { prepareLetter, renderBatch, renderLetter, renderWindowTest } from '../../src-main/adapters/node/pdf/renderLetters.ts';
import { buildLetter } from '../../src-main/domain/letters/buildLetter.ts';
import type { LetterFacts } from '../../src-main/domain/letters/letterFacts.ts';
import type { LetterModel } from '../../src-shared/letter.ts';
import { cents } from '../../src-shared/money.ts';
import {
  belgianBusiness,
  belgianConsumer,
  letterOne,
  letterOneInEnglish,
  longNames,
  manyInvoices,
  secondReminder,
  withCreditNote,
} from './letterSamples.ts';
import { pngOf } from './pngOf.ts';
import { codeOnPage, describeWithTools, type PlacedWord, run, textOfPdf, withPdfFile, wordsOfPdf } from './pdfTools.ts';

const fonts = openLetterFonts(join(import.meta.dirname, '..', '..', 'resources', 'fonts'));

function modelOf(facts: LetterFacts): LetterModel {
  const model = buildLetter(facts);
  if (!model.ok) throw new Error(JSON.stringify(model.error));
  return model.value;
}
const made = new Map<LetterFacts, { readonly bytes: Uint8Array; readonly pages: number }>();
async function pdfOf(facts: LetterFacts): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const known = made.get(facts);
  if (known !== undefined) return known;
  const pdf = await renderLetter(fonts, modelOf(facts));
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.error));
  made.set(facts, pdf.value);
  return pdf.value;
}
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const everyLetter: readonly (readonly [string, LetterFacts])[] = [
  ['letter 01', letterOne],
  ['letter 01 in English', letterOneInEnglish],
  ['second reminder', secondReminder],
  ['Belgian consumer', belgianConsumer],
  ['Belgian business', belgianBusiness],
  ['credit note', withCreditNote],
  ['thirty invoices', manyInvoices(30)],
  ['long names', longNames],
];

describe('the same letter', () => {
  it('gives the same bytes, also on fonts opened anew and after other letters', async () => {
    const first = await pdfOf(letterOne);
    await pdfOf(manyInvoices(46));
    const again = await renderLetter(openLetterFonts(join(import.meta.dirname, '..', '..', 'resources', 'fonts')), modelOf(letterOne));
    expect(again.ok && hash(again.value.bytes)).toBe(hash(first.bytes));
  });
  it('gives other bytes when a cent differs', async () => {
    const dearer = {
      ...letterOne,
      items: letterOne.items.map((item) => ({ ...item, total: cents(item.total + 1), open: cents(item.open + 1) })),
    };
    expect(hash((await pdfOf(dearer)).bytes)).not.toBe(hash((await pdfOf(letterOne)).bytes));
  });
});

describe('what cannot be set is refused before anything is drawn', () => {
  it('characters that the type does not have, named with their number', () => {
    const prepared = prepareLetter(fonts, modelOf({ ...letterOne, customer: { ...letterOne.customer, name: '山田 Trading ☐' } }));
    expect(prepared).toMatchObject({ ok: false, error: { code: 'letter-characters-missing' } });
    expect(!prepared.ok && prepared.error.params['characters']).toBe('山 (U+5C71), 田 (U+7530), ☐ (U+2610)');
  });
  it('an address that does not fit the window, never cut', () => {
    const street = Array.from({ length: 8 }, (_, index) => `Afdeling ${index + 1}`).join('\n');
    expect(prepareLetter(fonts, modelOf({ ...letterOne, customer: { ...letterOne.customer, street } }))).toMatchObject({
      ok: false,
      error: { code: 'letter-address-too-large' },
    });
    const unbroken = { ...letterOne.customer, name: 'B'.repeat(90) };
    expect(prepareLetter(fonts, modelOf({ ...letterOne, customer: unbroken }))).toMatchObject({
      ok: false,
      error: { code: 'letter-address-too-large' },
    });
  });
  it('a picture that is none', async () => {
    const model = modelOf({
      ...letterOne,
      sender: { ...letterOne.sender, logo: `data:image/png;base64,${Buffer.from('not a picture').toString('base64')}` },
    });
    expect(await renderLetter(fonts, model)).toMatchObject({ ok: false, error: { code: 'letter-logo-unreadable' } });
  });
  it('names from all over Europe are accepted', () => {
    const name = 'Łukasz Škoda, Çağlar & Ærø Ĳsbrand ’t Hooft «Ð» Ştefan Čapek';
    expect(prepareLetter(fonts, modelOf({ ...letterOne, customer: { ...letterOne.customer, name } })).ok).toBe(true);
  });
});

describeWithTools('text of the PDF', ['pdftotext'], () => {
  it('holds the figures of letter 01 in reading order', async () => {
    const text = textOfPdf((await pdfOf(letterOne)).bytes);
    const order = [
      'Bakkerij Korenhof & Zonen B.V.',
      'H-2026-0211',
      'Betalingsherinnering: drie facturen, samen € 3.169,50',
      'Geachte mevrouw De Boer,',
      '1.815,00',
      '484,00',
      '1.270,50 −400,00 870,50',
      'Totaal € 3.169,50',
      'vrijdag 27 november 2026',
      'NL91 ABNA 0417 1643 00',
      'Klopt er iets niet',
      'Volgende stap.',
      'Met vriendelijke groet,',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
  it('has no word of cost or interest in a first reminder', async () => {
    expect(textOfPdf((await pdfOf(letterOne)).bytes)).not.toMatch(/rente|intrest|kosten|incasso/i);
  });
  it('keeps the blanks where bold and plain text meet, and never tears a structured communication apart', async () => {
    const text = textOfPdf((await pdfOf(belgianConsumer)).bytes);
    expect(text).toContain('tijd tot en met woensdag 9 december 2026.');
    expect(text).toContain('+++202/6001/18717+++');
  });
  it('counts its pages, also when there is only one', async () => {
    expect(textOfPdf((await pdfOf(letterOne)).bytes)).toContain('Pagina 1 van 1');
    const thirty = await pdfOf(manyInvoices(30));
    expect(thirty.pages).toBe(2);
    expect(textOfPdf(thirty.bytes)).toContain('Pagina 2 van 2');
  });
  it('carries the total over when 46 invoices need more than one page, and ends on the sum of the box', async () => {
    const facts = manyInvoices(46);
    const { bytes, pages } = await pdfOf(facts);
    const text = textOfPdf(bytes);
    expect(pages).toBe(3);
    for (const item of facts.items) expect(text).toContain(item.number);
    const carried = /Subtotaal, vervolg op de volgende pagina ([\d.,]+)/.exec(text)?.[1];
    expect(carried).toBeDefined();
    expect(text).toContain(`Subtotaal van de vorige pagina ${carried ?? ''}`);
    // 46 × 100.00 + 23.17 × (0 + … + 45) − 7 × 25.00
    expect(text).toContain('Totaal € 28.405,95');
    const words = wordsOfPdf(bytes);
    const lastPage = words.filter((word) => word.page === 3 && /^2026-0\d{3}$/.test(word.text));
    expect(lastPage.length).toBeGreaterThanOrEqual(4);
  });
});

describeWithTools('place of the address', ['pdftotext'], () => {
  const frames = {
    NL: { visible: { left: 30, top: 46.5, right: 110, bottom: 80.5 }, possible: { left: 20, top: 43.5, right: 120, bottom: 83.5 } },
    BE: { visible: { left: 105, top: 42, right: 190, bottom: 66 }, possible: { left: 95, top: 31, right: 200, bottom: 77 } },
  } as const;
  type Frame = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  const inside = (word: PlacedWord, frame: Frame): boolean =>
    word.left >= frame.left && word.right <= frame.right && word.top >= frame.top && word.bottom <= frame.bottom;
  const touches = (word: PlacedWord, frame: Frame): boolean =>
    word.left < frame.right && word.right > frame.left && word.top < frame.bottom && word.bottom > frame.top;

  it.each<[string, LetterFacts, 'NL' | 'BE']>([
    ['Dutch letter', letterOne, 'NL'],
    ['Dutch letter with long names', longNames, 'NL'],
    ['Dutch letter to another country', { ...letterOne, customer: { ...letterOne.customer, country: 'DE', language: 'en' } }, 'NL'],
    ['Belgian consumer', belgianConsumer, 'BE'],
    ['Belgian business', belgianBusiness, 'BE'],
    [
      'Belgian letter to another country',
      {
        ...belgianBusiness,
        customer: { ...belgianBusiness.customer, country: 'NL', postcode: '8621 ZX' },
        contact: { ...belgianBusiness.contact, name: 'Anne-Catherine Vanden Bussche-Vandermeersch' },
      },
      'BE',
    ],
  ])('%s: the whole address is always visible, and nothing else can come into the window', async (_name, facts, country) => {
    const model = modelOf(facts);
    const { visible, possible } = frames[country];
    const words = wordsOfPdf((await pdfOf(facts)).bytes).filter((word) => word.page === 1 && touches(word, possible));
    // The box of a word is as high as the font; a millimetre of it above and below is empty.
    const trimmed = words.map((word) => ({ ...word, top: word.top + 0.9, bottom: word.bottom - 0.9 }));
    const seen = words
      .map((word) => word.text)
      .join(' ')
      .replace(/[\s\u00a0]+/g, ' ');
    expect(seen).toBe(model.address.join(' ').replace(/[\s\u00a0]+/g, ' '));
    expect(trimmed.filter((word) => !inside(word, visible))).toEqual([]);
  });
  it('moves by the offsets of the company and nothing else moves with it', async () => {
    const moved = wordsOfPdf((await pdfOf({ ...letterOne, sender: { ...letterOne.sender, windowOffset: { x: 3, y: -2 } } })).bytes);
    const still = wordsOfPdf((await pdfOf(letterOne)).bytes);
    const place = (words: readonly PlacedWord[], text: string): PlacedWord | undefined => words.find((word) => word.text === text);
    expect((place(moved, 'Bakkerij')?.left ?? 0) - (place(still, 'Bakkerij')?.left ?? 0)).toBeCloseTo(3, 1);
    expect((place(moved, 'Bakkerij')?.top ?? 0) - (place(still, 'Bakkerij')?.top ?? 0)).toBeCloseTo(-2, 1);
    expect(place(moved, 'H-2026-0211')).toEqual(place(still, 'H-2026-0211'));
  });
  it('shows window, folds and rulers on the test page', async () => {
    const labels = {
      title: 'Vensterproef',
      instruction: ['Druk af op 100% en vouw op de lijnen.'],
      alwaysVisible: 'altijd zichtbaar',
      mayBecomeVisible: 'kan zichtbaar worden',
      fold: 'vouw op',
    };
    const pdf = await renderWindowTest(fonts, modelOf(letterOne), labels);
    expect(pdf.ok && pdf.value.pages).toBe(1);
    const text = pdf.ok ? textOfPdf(pdf.value.bytes) : '';
    for (const part of ['Vensterproef', 'altijd zichtbaar', 'vouw op 107 mm', 'vouw op 202 mm', 'Bakkerij Korenhof'])
      expect(text).toContain(part);
  });
  it('keeps the amounts of a table apart, also where they are very large', async () => {
    const facts = {
      ...letterOne,
      items: letterOne.items.map((item) => ({
        ...item,
        total: cents(999_999_999),
        received: cents(111_111_111),
        open: cents(888_888_888),
      })),
    };
    const cells = wordsOfPdf((await pdfOf(facts)).bytes).filter((word) => /^[−\d.,]+$/.test(word.text) && word.text.length > 9);
    const rows = Map.groupBy(cells, (word) => word.top.toFixed(1));
    for (const row of rows.values()) {
      const inOrder = row.toSorted((a, b) => a.left - b.left);
      inOrder.slice(1).forEach((word, index) => expect(word.left - (inOrder[index]?.right ?? 0)).toBeGreaterThan(1.5));
    }
    expect([...rows.values()].some((row) => row.length === 3)).toBe(true);
  });
  it('keeps every word of every letter on the page and inside the text block', async () => {
    for (const [name, facts] of everyLetter) {
      const outside = wordsOfPdf((await pdfOf(facts)).bytes).filter((word) => word.left < 34.9 || word.right > 188.1 || word.bottom > 295);
      expect({ name, outside }).toEqual({ name, outside: [] });
    }
  });
});

describe('a logo', () => {
  // A wide red and transparent picture, 40 by 10 pixels.
  const logo = pngOf(40, 10, (x) => [200, 30, 30, x < 20 ? 255 : 0]);
  const withLogo: LetterFacts = { ...letterOne, sender: { ...letterOne.sender, logo } };

  it('takes the place of the tile, and the same bytes come out again', async () => {
    const first = await renderLetter(fonts, modelOf(withLogo));
    const again = await renderLetter(fonts, modelOf(withLogo));
    expect(first.ok && again.ok && hash(first.value.bytes) === hash(again.value.bytes)).toBe(true);
    expect(first.ok && hash(first.value.bytes)).not.toBe(hash((await pdfOf(letterOne)).bytes));
  });
  it('is stored once, however many letters show it', async () => {
    const sizeOf = async (count: number): Promise<number> => {
      const batch = await renderBatch(
        fonts,
        Array.from({ length: count }, () => modelOf(withLogo)),
        () => undefined,
      );
      return batch.ok ? Buffer.from(batch.value.bytes).toString('latin1').split('/Subtype /Image').length - 1 : -1;
    };
    expect(await sizeOf(5)).toBe(await sizeOf(1));
  });
});

describeWithTools('payment code on paper', ['pdftoppm', 'zbarimg'], () => {
  it.each(everyLetter)('%s: reads at 150 dpi as exactly the text of the model', async (_name, facts) => {
    const model = modelOf(facts);
    const box = model.blocks.find((block) => block.kind === 'payment');
    expect(codeOnPage((await pdfOf(facts)).bytes, 150).replace(/\n$/, '')).toBe(box?.kind === 'payment' ? box.payment.epcText : '');
  });
  it('asks the rest after a part payment: 1 000 less 400 is 600', async () => {
    const [item] = letterOne.items;
    if (item === undefined) throw new Error('no item');
    const facts = { ...letterOne, items: [{ ...item, total: cents(100_000), received: cents(40_000), open: cents(60_000) }] };
    expect(codeOnPage((await pdfOf(facts)).bytes, 150)).toContain('\nEUR600.00\n');
  });
  it('reads with the longest name and text that the guideline allows', async () => {
    const facts: LetterFacts = {
      ...letterOne,
      sender: { ...letterOne.sender, accountName: 'Ü'.repeat(70) },
      items: letterOne.items.map((item) => ({ ...item, number: `${item.number}-${'8'.repeat(30)}` })),
    };
    expect(codeOnPage((await pdfOf(facts)).bytes, 150)).toContain('EUR3169.50');
  });
});

describeWithTools('the file itself', ['qpdf', 'pdfinfo', 'pdffonts'], () => {
  it.each(everyLetter)('%s: sound, tagged, in its language, every font embedded', async (_name, facts) => {
    const model = modelOf(facts);
    withPdfFile((await pdfOf(facts)).bytes, (path) => {
      expect(run('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors found');
      const info = run('pdfinfo', [path]);
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(run('pdfinfo', ['-meta', path])).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</);
      expect(info).toContain(model.title);
      expect(info).toMatch(/CreationDate:.*2026/);
      const listed = run('pdffonts', [path])
        .split('\n')
        .slice(2)
        .filter((line) => line.trim() !== '');
      expect(listed.length).toBeGreaterThanOrEqual(2);
      for (const line of listed) expect(line).toMatch(/IBMPlexSans.*\s+yes\s+yes\s+yes/);
      expect(run('pdfinfo', ['-struct-text', path])).toContain(model.salutation);
    });
  });
  it('prints many letters in one file, each on a front page', async () => {
    const models = [letterOne, manyInvoices(30), belgianConsumer].map(modelOf);
    const seen: number[] = [];
    const batch = await renderBatch(fonts, models, (done) => seen.push(done));
    if (!batch.ok) throw new Error(batch.error.code);
    expect(batch.value.pages).toBe(5);
    expect(seen).toEqual([1, 2, 3]);
    const firstPages = wordsOfPdf(batch.value.bytes)
      .filter((word) => ['H-2026-0211', 'H1-2026-0086'].includes(word.text) && word.top < 80 && word.left < 150 && word.top > 40)
      .map((word) => word.page);
    expect([...new Set(firstPages)]).toEqual([1, 3, 5]);
    withPdfFile(batch.value.bytes, (path) => expect(run('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors found'));
  });
});
