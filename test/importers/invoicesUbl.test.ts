import { expect, it } from 'vitest';
import { normaliseIdentifier } from '../../src-shared/identifiers/normaliseIdentifier.ts';
import type { ParsedDocument } from '../../src-main/domain/receivable/parsedDocument.ts';
import { ubl } from '../../src-main/features/imports/invoiceFormats/ubl.ts';
import { readContext } from '../../src-main/features/imports/sourceFile.ts';
import { decimalFromCents } from '../../src-shared/money.ts';
import { describeShared } from '../sharedFiles.ts';
import { type ExpectedDocument, expectedOf, invoiceSamples, isUblInvoice, readInvoiceSample } from './invoiceSamples.ts';

/** A document in the words of the sample index. */
function inIndexWords(document: ParsedDocument): Omit<ExpectedDocument, 'textDueDate' | 'split' | 'dueDateSource' | 'prepaid'> {
  const ibans = document.accounts.flatMap((account) => account.iban ?? []);
  const isFact = document.dueDateOrigin === 'stated' || document.dueDateOrigin === 'payment-means';
  return {
    type: document.docType,
    typeCode: document.typeCode,
    number: document.number,
    issueDate: document.issueDate ?? '',
    dueDate: isFact ? document.dueDate : null,
    currency: document.currency ?? '',
    payable: decimalFromCents(document.payable),
    receivableEffect: decimalFromCents(document.receivableEffect),
    customerName: document.customer.name ?? '',
    customerTradeName: document.customer.tradeName,
    customerVat: document.customer.vat,
    customerLegalId: document.customer.legalId,
    customerEndpoint: document.customer.endpoint,
    iban: ibans[0] ?? null,
    ibanValid: document.accounts.find((account) => account.iban !== null)?.isValidIban ?? null,
    ibans,
    accountsAsWritten: document.accounts.map((account) => account.asWritten),
    paymentReference: document.paymentReference,
    paymentMeansCodes: [...document.paymentMeansCodes],
    billingReferences: document.creditsInvoices.map((reference) => reference.number),
    orderReference: document.orderReferenceAsWritten,
    buyerReference: document.buyerReferenceAsWritten,
    paymentTermsText: [...document.paymentTerms],
    deliveryDate: document.deliveryDate,
    sellerName: document.seller?.name ?? '',
    sellerVat: document.seller?.vat ?? null,
    attachments: document.attachments.map(({ filename, mime, byteCount, startsWithPdf }) => ({
      filename,
      mime,
      bytes: byteCount,
      startsWithPdf,
    })),
    customizationId: document.customizationId,
  };
}

function readSample(file: string): ParsedDocument {
  const result = ubl.parse(readInvoiceSample(file), readContext);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const [document, ...others] = result.value;
  expect(others).toEqual([]);
  if (document === undefined) throw new Error('no document');
  return document;
}

describeShared('public UBL samples', 'invoices/fixtures', () => {
  const samples = invoiceSamples().filter(isUblInvoice);
  it('are all here', () => expect(samples.length).toBe(30));

  for (const sample of samples) {
    it(`reads ${sample.file} as its index says`, () => {
      const { textDueDate, split, dueDateSource, prepaid, ...expected } = expectedOf(sample);
      const document = readSample(sample.file);
      expect(inIndexWords(document)).toEqual({
        ...expected,
        sellerVat: expected.sellerVat === null ? null : normaliseIdentifier(expected.sellerVat),
      });
      if (dueDateSource === 'DueDate') expect(document.dueDateOrigin).toBe('stated');
      if (dueDateSource === 'PaymentMeans/PaymentDueDate') expect(document.dueDateOrigin).toBe('payment-means');
      if (textDueDate !== undefined) expect(document.textDueDate).toBe(textDueDate);
      if (prepaid !== null) expect(decimalFromCents(document.paid)).toBe(prepaid);
      expect(document.total).toBe(document.open + document.paid);
      if (split !== undefined) {
        const parts = document.accounts.map(({ iban, role, amount }) => ({
          account: iban,
          role,
          amount: amount === null ? null : decimalFromCents(amount),
        }));
        expect(parts).toEqual(split);
      }
    });
  }

  it('refuses invoice responses, CII invoices and audit files by their own names', () => {
    const codes = invoiceSamples()
      .filter((sample) => /\.(?:xml|xaf)$/.test(sample.file) && !isUblInvoice(sample))
      .map((sample) => {
        const result = ubl.parse(readInvoiceSample(sample.file), readContext);
        return [sample.file, result.ok ? 'read' : result.error.map((one) => one.code).join()];
      });
    expect(Object.fromEntries(codes)).toEqual({
      'cen-cii-business-01.xml': 'invoice-cii',
      'cen-cii-example1.xml': 'invoice-cii',
      'peppol-ir-paid.xml': 'invoice-response-message',
      'peppol-ir-rejected.xml': 'invoice-response-message',
      'xaf32-banana-2018.xaf': 'invoice-audit-file',
      'xaf32-exact-online-2016.xml': 'invoice-audit-file',
      'xaf32-official-test.xml': 'invoice-audit-file',
      'zugferd-cii-overpaid.xml': 'invoice-cii',
    });
  });

  it('takes the due date from words only where none is stated, and says so', () => {
    const withWords = readSample('peppol-vat-z-gbp.xml');
    expect([withWords.dueDate, withWords.dueDateOrigin]).toEqual(['2018-09-29', 'terms-text']);
    const both = readSample('ublbe-05-cash-discount.xml');
    expect([both.dueDate, both.dueDateOrigin, both.textDueDate]).toEqual(['2018-05-09', 'stated', '2018-04-17']);
  });

  it('warns when an invoice is due on its own date while the text gives more time', () => {
    expect(readSample('cen-ubl-two-ibans-nl.xml').problems.map((one) => one.code)).toContain('invoice-due-sooner-than-terms');
  });

  it('drops the filler that stands for a missing purchase order', () => {
    expect(readSample('odoo-bis3-be-ogm.xml').orderReference).toBeNull();
  });

  it('holds the claim that is split over an ordinary and a blocked account', () => {
    expect(readSample('nlcius-gaccount.xml').collectHolds.map((hold) => hold.reason)).toEqual(['split-account']);
  });
});
