import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLetterFonts } from '../../src-main/adapters/node/pdf/letterFonts.ts';
import { renderLetter } from '../../src-main/adapters/node/pdf/renderLetters.ts';
import { opaquePng } from '../../src-renderer/ui/pdf/opaquePng.ts';
import { brokenClauses } from './pdfaClauses.ts';
import { demand } from './pdfModels.ts';
import { PdfFile } from './pdfObjects.ts';

describe('paper of the company as a picture', () => {
  const pixels = { width: 3, height: 2, data: new Uint8ClampedArray([255, 0, 0, 255, 0, 0, 255, 128, 9, 9, 9, 0, 1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255]) };
  it('lies behind the letter pixel for pixel, on white where it is transparent, and the letter keeps to PDF/A', async () => {
    const first = `data:image/png;base64,${Buffer.from(await opaquePng(pixels)).toString('base64')}`;
    const pdf = await renderLetter(openLetterFonts(join(import.meta.dirname, '..', '..', 'resources', 'fonts')), {
      ...demand,
      letterhead: { ...demand.letterhead, background: { first, following: '' } },
    });
    if (!pdf.ok) throw new Error(pdf.error.code);
    expect(brokenClauses(pdf.value.bytes, 2)).toEqual([]);
    const file = new PdfFile(pdf.value.bytes);
    const pictures = file.ids.map((id) => file.object(id)).flatMap(({ value, stream }) => (value instanceof Map && file.name(value.get('Subtype')) === 'Image' ? [{ value, stream }] : []));
    expect(pictures).toHaveLength(1);
    const [picture] = pictures;
    expect([picture?.value.get('Width'), picture?.value.get('Height'), picture?.value.has('SMask')]).toEqual([3, 2, false]);
    const { inflateSync } = await import('node:zlib');
    const rows = inflateSync(picture?.stream ?? Buffer.alloc(0));
    // Filter 2: each row is the difference to the one above.
    expect([...rows.subarray(0, 10)]).toEqual([2, 255, 0, 0, 127, 127, 255, 255, 255, 255]);
    const second = [...rows.subarray(11, 20)].map((difference, index) => (difference + (rows[index + 1] ?? 0)) & 0xff);
    expect(second).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
