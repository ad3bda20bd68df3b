import { plainDate } from '../../src-shared/dates.ts';
import { cents } from '../../src-shared/money.ts';
import type { LetterLanguage } from '../../src-shared/letter.ts';
import type { InvoiceCopyFacts } from '../../src-main/domain/printing/invoiceCopySheet.ts';
import type { RegisteredLetter } from '../../src-main/domain/printing/senderList.ts';
import type { SendingProofFacts } from '../../src-main/domain/printing/sendingProofSheet.ts';
import type { SheetFrame } from '../../src-main/domain/printing/sheetFrame.ts';

/** Invented companies and customers. */
export const frameIn = (language: LetterLanguage): SheetFrame => ({
  issuer: {
    name: 'Veenpluis Installatietechniek B.V.',
    lines: ['Turfstekerspad 18', '8441 ZX Heerenveen', 'KvK 99000214', 'btw NL999000214B01', 'debiteuren@veenpluis.example'],
  },
  language,
  languageTag: language,
  date: plainDate('2026-11-20'),
});

export const invoiceCopy: InvoiceCopyFacts = {
  kind: 'invoice',
  number: '2026-0387',
  issueDate: plainDate('2026-10-14'),
  dueDate: plainDate('2026-11-13'),
  deliveryDate: plainDate('2026-10-12'),
  currency: 'EUR',
  buyer: ['Bakkerij Korenhof & Zonen B.V.', 'Molenpad 7', '8621 ZX Heeg'],
  orderReference: 'PO-7731',
  buyerReference: '',
  paymentReference: '2026-0387',
  account: 'NL91 ABNA 0417 1643 00',
  lines: [
    { description: 'Onderhoud rijskast en ovenafzuiging, inclusief voorrijden', quantity: '1', unitPrice: '1100.00', vatBasisPoints: 2100, amount: cents(110_000) },
    { description: 'Filters', quantity: '8.0', unitPrice: '37.5000', vatBasisPoints: 2100, amount: cents(30_000) },
    { description: 'Lesboek hygiëne', quantity: '4', unitPrice: '25.25', vatBasisPoints: 900, amount: cents(10_100) },
  ],
  vat: [
    { basisPoints: 2100, base: cents(140_000), amount: cents(29_400) },
    { basisPoints: 900, base: cents(10_100), amount: cents(909) },
  ],
  rounding: null,
  charges: null,
  withoutVat: cents(150_100),
  total: cents(180_409),
  paid: cents(10_000),
  ubl: { fileName: '2026-0387.xml', text: '<Invoice><ID>2026-0387</ID></Invoice>' },
};

export const manyLines: InvoiceCopyFacts = {
  ...invoiceCopy,
  lines: Array.from({ length: 120 }, (_, index) => ({
    description: index % 9 === 4 ? `Artikel ${index + 1}: een lange omschrijving die over twee regels loopt omdat de klant dat zo wilde` : `Artikel ${index + 1}`,
    quantity: '2',
    unitPrice: '10.00',
    vatBasisPoints: 2100,
    amount: cents(2000),
  })),
};

export const mailProof: SendingProofFacts = {
  reference: 'A-2026-0064',
  letterName: 'Aanmaning',
  date: plainDate('2026-11-20'),
  channel: 'email',
  recipient: 'De heer P. Hoekstra',
  address: ['hoekstra@vlasbrug.example'],
  subject: 'Aanmaning: facturen 2026-0288 en 2026-0301',
  events: [
    { kind: 'accepted', at: '2026-11-20T09:14:05.120+01:00', detail: '250 2.0.0 Ok: queued as 4F1C2' },
    { kind: 'approved', at: '2026-11-20T09:12:40+01:00', detail: '' },
  ],
  messageId: '<3f1c9d2e@veenpluis.example>',
  sha256: 'a9f0c1d2e3b4a5968778695a4b3c2d1e0f1e2d3c4b5a69788796a5b4c3d2e1f0',
};

export const registeredLetters = (count: number): readonly RegisteredLetter[] =>
  Array.from({ length: count }, (_, index) => ({
    name: index % 5 === 2 ? `Stichting Beheer en Exploitatie Sportpark De Lange Akker ${index + 1}` : `Klant ${index + 1} B.V.`,
    street: `Molenpad ${index + 1}`,
    postcode: `86${String(21 + (index % 70)).padStart(2, '0')} ZX`,
    city: 'Heeg',
    country: index === 3 ? 'DE' : 'NL',
    reference: `I-2026-${String(index + 1).padStart(4, '0')}`,
    barcode: '',
  }));
