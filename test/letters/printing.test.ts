import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsOfSheet } from '../../src-shared/sheet.ts';
import { workingSheet } from '../../src-main/domain/printing/workingSheet.ts';
import { euros, interest, paid } from '../law/questions.ts';
import { frameIn, invoiceCopy, mailProof, registeredLetters } from './sheetSamples.ts';
import { formatDecimal, invoiceCopySheet } from '../../src-main/domain/printing/invoiceCopySheet.ts';
import { checkMailSize, mailSizeLimits, sizeInMail } from '../../src-main/domain/printing/mailSize.ts';
import { senderListCsv, senderListSheet } from '../../src-main/domain/printing/senderList.ts';
import { sendingProofSheet } from '../../src-main/domain/printing/sendingProofSheet.ts';

const stamps = { nl: 'Kopie', fr: 'Copie', en: 'Copy', de: 'Kopie' } as const;

describe('a copy of an invoice', () => {
  it.each(['nl', 'fr', 'en', 'de'] as const)('%s: is marked as a copy on the page, in the title and on every following page', (language) => {
    const sheet = invoiceCopySheet(frameIn(language), invoiceCopy);
    expect(sheet.stamp).toBe(stamps[language]);
    expect(sheet.title.startsWith(`${stamps[language]}: `)).toBe(true);
    expect(sheet.runningHead.right).toBe(sheet.title);
    expect(sheet.note).not.toBe('');
  });
  it('shows the amounts of the invoice and what is left after what was paid in advance', () => {
    const text = textsOfSheet(invoiceCopySheet(frameIn('nl'), invoiceCopy)).join('\n').replaceAll('\u00a0', ' ');
    for (const part of ['Bakkerij Korenhof & Zonen B.V., Molenpad 7', '1.100,00', '37,50', 'Btw 21% over 1.400,00', '294,00', '−100,00', '€ 1.704,09']) expect(text).toContain(part);
  });
  it('carries the invoice itself as a file', () => {
    expect(invoiceCopySheet(frameIn('fr'), invoiceCopy).attachments).toEqual([
      expect.objectContaining({ name: '2026-0387.xml', mime: 'application/xml', relationship: 'Alternative', text: invoiceCopy.ubl?.text }),
    ]);
    expect(invoiceCopySheet(frameIn('fr'), { ...invoiceCopy, ubl: null }).attachments).toEqual([]);
  });
  it('writes quantities and prices as the language does', () => {
    expect(formatDecimal('12345.6000', 'nl', 2)).toBe('12.345,60');
    expect(formatDecimal('12345.6789', 'en', 2)).toBe('12,345.6789');
    expect(formatDecimal('8.0', 'de', 0)).toBe('8');
    expect(formatDecimal('-2', 'fr', 0)).toBe('−2');
    expect(formatDecimal('two', 'nl', 0)).toBe('two');
  });
});

describe('what is known of the way of a message', () => {
  it('stands in order of time, with the fingerprint of what was sent', () => {
    const texts = textsOfSheet(sendingProofSheet(frameIn('nl'), mailProof)).map((text) => text.replaceAll('\u00a0', ' '));
    expect(texts.indexOf('Goedgekeurd')).toBeLessThan(texts.indexOf('Aangenomen door de mailserver'));
    expect(texts).toContain('20-11-2026 09:12:40 +01:00');
    expect(texts).toContain('a9f0c1d2 e3b4a596 8778695a 4b3c2d1e 0f1e2d3c 4b5a6978 8796a5b4 c3d2e1f0');
  });
  it('never claims that a message was received or read', () => {
    for (const language of ['nl', 'fr', 'en', 'de'] as const)
      for (const channel of ['letter', 'registered', 'email'] as const) expect(sendingProofSheet(frameIn(language), { ...mailProof, channel }).note).toMatch(/geen bewijs|ontvangstbewijs|ne prouve pas|accusé|no proof|proof of receipt|kein Nachweis|Zugangsnachweis/);
  });
});

describe('a calculation as a sheet', () => {
  // Letter 04 of the design: a rate that changes, a payment in between.
  const amount = interest({ from: '2026-06-13', to: '2026-11-21', principalCents: euros('6655.00'), payments: [paid('2026-09-15', '2460.00')] });
  const sheet = workingSheet(frameIn('nl'), [{ heading: 'Rente over factuur 2026-0198', amount }], { ruleText: (rule) => rule, remarks: ['Let op.'] });
  const rows = sheet.blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows.map(({ cells }) => cells.join('|')) : []));

  it('shows every line of the working with its last day as people count it', () => {
    expect(rows).toEqual([
      'interest-trade-nl|13-06-2026|30-06-2026|18|6.655,00|10,15%|33,31',
      'interest-trade-nl|01-07-2026|15-09-2026|77|6.655,00|10,40%|146,01',
      'payment-to-interest|15-09-2026|||179,32||−179,32',
      'payment-to-principal|15-09-2026|||6.655,00||−2.280,68',
      'interest-trade-nl|16-09-2026|20-11-2026|66|4.374,32|10,40%|82,26',
    ]);
  });
  it('says what the sum is, and names every source once', () => {
    const texts = textsOfSheet(sheet).map((text) => text.replaceAll('\u00a0', ' '));
    expect(texts.slice(texts.indexOf('Samen, vóór aftrek van betalingen'))).toContain('€ 261,58');
    const sources = sheet.blocks.flatMap((block) => (block.kind === 'list' ? [block.items.map((item) => item.map((run) => run.text).join(''))] : []))[0] ?? [];
    expect(sources.length).toBe(new Set(sources).size);
    expect(sources.length).toBeGreaterThan(0);
  });
});

describe('the list for the counter', () => {
  it('has a row per letter, quotes what must be quoted and never makes a formula', () => {
    const [first, second] = registeredLetters(2);
    if (first === undefined || second === undefined) throw new Error('no letters');
    const csv = senderListCsv([{ ...first, name: '=1+1;"x"' }, second], 'nl');
    expect(csv.startsWith('\ufeffNr.;Barcode;Naam;')).toBe(true);
    expect(csv.split('\r\n')[1]).toBe(`1;;"'=1+1;""x""";Molenpad 1;8621 ZX;Heeg;NL;I-2026-0001`);
    expect(csv.split('\r\n')).toHaveLength(4);
  });
  it('names a country only where it is another than that of the carrier', () => {
    const texts = textsOfSheet(senderListSheet(frameIn('nl'), { letters: registeredLetters(5), carrier: 'PostNL' }));
    expect(texts).toContain('Heeg (DE)');
    expect(texts).not.toContain('Heeg (NL)');
    expect(texts).toContain('Verzendlijst aangetekend, PostNL: 5 stukken');
  });
});

describe('the size of a mail', () => {
  it('counts a file as it travels: base64 with line breaks', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const travelling = Buffer.from(bytes).toString('base64').replace(/.{1,76}/g, '$&\r\n');
        expect(sizeInMail(bytes.length)).toBe(travelling.length);
      }),
    );
  });
  it('refuses what is over the limit, with both sizes', () => {
    const limitMb = mailSizeLimits.usual;
    expect(checkMailSize({ bodyBytes: 4000, attachmentBytes: [7_000_000], limitMb })).toBeNull();
    expect(checkMailSize({ bodyBytes: 4000, attachmentBytes: [4_000_000, 4_000_000], limitMb })).toEqual({ code: 'mail-too-large', params: { size: 11, limit: 10 } });
  });
});
