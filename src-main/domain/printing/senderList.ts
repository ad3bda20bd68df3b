/**
 * The list that goes to the counter with registered letters, as a page to be stamped and as CSV. The layouts of the carriers' own upload
 * files are not public; this one has the columns that both ask for at the counter, barcode empty until it is stuck on.
 */
import type { LetterBlock, LetterLanguage } from '../../../src-shared/letter.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import { csvCell } from '../csvCell.ts';
import { cleanText } from '../letters/cleanText.ts';
import { printTextsIn } from './printTexts.ts';
import { columnOf, factsBlock, noTotal, plainTable, type SheetFrame, sheetIn } from './sheetFrame.ts';

export type Carrier = 'PostNL' | 'bpost';
/** Who carries registered letters that are posted in a country. */
export const carrierIn = (senderCountry: string): Carrier => (senderCountry === 'BE' ? 'bpost' : 'PostNL');

const countryOf: Readonly<Record<Carrier, string>> = { PostNL: 'NL', bpost: 'BE' };

export type RegisteredLetter = {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  /** ISO 3166, two letters. */
  readonly country: string;
  /** Our reference on the letter. */
  readonly reference: string;
  /** Empty until the label of the carrier is on it. */
  readonly barcode: string;
};

const cellsOf = (letter: RegisteredLetter, index: number): readonly string[] => [
  String(index + 1),
  cleanText(letter.barcode),
  cleanText(letter.name),
  cleanText(letter.street),
  cleanText(letter.postcode),
  cleanText(letter.city),
  cleanText(letter.country),
  cleanText(letter.reference),
];

/** CSV with a byte order mark, semicolons and CRLF, as spreadsheets of both countries open it. A cell never becomes a formula. */
export function senderListCsv(letters: readonly RegisteredLetter[], language: LetterLanguage): string {
  const { senderList: words } = printTextsIn(language);
  const heads = [words.number, words.barcode, words.name, words.street, words.postcode, words.city, words.country, words.reference];
  const lines = [heads, ...letters.map(cellsOf)].map((cells) => cells.map(csvCell).join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** The page for the counter: every item, their number, and room for stamp and signature. */
export function senderListSheet(frame: SheetFrame, { letters, carrier }: { readonly letters: readonly RegisteredLetter[]; readonly carrier: Carrier }): SheetModel {
  const { senderList: words } = printTextsIn(frame.language);
  const columns = [
    columnOf(words.number, 8, 'left'),
    { ...columnOf(words.barcode, 32, 'left'), least: 32 },
    columnOf(words.name, 36, 'left'),
    columnOf(words.street, 28, 'left'),
    columnOf(words.postcode, 15, 'left'),
    columnOf(words.city, 18, 'left'),
    columnOf(words.reference, 15, 'left'),
  ];
  const rows = letters.map((letter, index) => {
    const [number = '', barcode = '', name = '', street = '', postcode = '', city = '', country = '', reference = ''] = cellsOf(letter, index);
    return [number, barcode, name, street, postcode, country === '' || country === countryOf[carrier] ? city : `${city} (${country})`, reference];
  });
  const sender = [frame.issuer.name, ...frame.issuer.lines].map(cleanText).filter((line) => line !== '');
  const signatures: LetterBlock = {
    kind: 'signatures',
    parties: [
      { name: words.sender, role: cleanText(frame.issuer.name) },
      { name: words.received, role: words.counter },
    ],
    placeAndDate: words.placeAndDate,
    signature: words.signature,
  };
  return sheetIn(frame, {
    subject: words.title(carrier, letters.length),
    stamp: '',
    blocks: [factsBlock([[words.sender, sender.join(', ')], [words.count, String(letters.length)]]), plainTable(columns, rows, noTotal), signatures],
    note: '',
    attachments: [],
  });
}
