import { describe, expect, it } from 'vitest';
import { invoiceCopySheet } from '../../src-main/domain/printing/invoiceCopySheet.ts';
import { readUblCopy } from '../../src-main/features/printing/readUblCopy.ts';
import { textsOfSheet } from '../../src-shared/sheet.ts';
import { frameIn } from './sheetSamples.ts';

/** An invented invoice with everything that a copy shows. */
const invoice = `<?xml version="1.0" encoding="UTF-8"?>
<ubl:Invoice xmlns:ubl="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:ID>2026-0387</cbc:ID><cbc:IssueDate>2026-10-14</cbc:IssueDate><cbc:DueDate>2026-11-13</cbc:DueDate>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cbc:BuyerReference>Inkoop 12</cbc:BuyerReference>
  <cac:OrderReference><cbc:ID>PO-7731</cbc:ID></cac:OrderReference>
  <cac:AccountingCustomerParty><cac:Party>
    <cac:PartyName><cbc:Name>Korenhof</cbc:Name></cac:PartyName>
    <cac:PostalAddress><cbc:StreetName>Molenpad 7</cbc:StreetName><cbc:CityName>Heeg</cbc:CityName><cbc:PostalZone>8621 ZX</cbc:PostalZone><cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyLegalEntity><cbc:RegistrationName>Bakkerij Korenhof &amp; Zonen B.V.</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingCustomerParty>
  <cac:Delivery><cbc:ActualDeliveryDate>2026-10-12</cbc:ActualDeliveryDate></cac:Delivery>
  <cac:PaymentMeans><cbc:PaymentID>2026-0387</cbc:PaymentID><cac:PayeeFinancialAccount><cbc:ID>NL91ABNA0417164300</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
  <cac:TaxTotal><cbc:TaxAmount currencyID="EUR">303.09</cbc:TaxAmount>
    <cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">1400.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">294.00</cbc:TaxAmount><cac:TaxCategory><cbc:Percent>21</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal>
    <cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">101.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">9.09</cbc:TaxAmount><cac:TaxCategory><cbc:Percent>9.00</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal>
  </cac:TaxTotal>
  <cac:TaxTotal><cbc:TaxAmount currencyID="DKK">2261.00</cbc:TaxAmount></cac:TaxTotal>
  <cac:LegalMonetaryTotal><cbc:LineExtensionAmount>1511.00</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount>1501.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount>1804.09</cbc:TaxInclusiveAmount><cbc:AllowanceTotalAmount>10.00</cbc:AllowanceTotalAmount><cbc:PrepaidAmount>100.00</cbc:PrepaidAmount><cbc:PayableRoundingAmount>0.01</cbc:PayableRoundingAmount><cbc:PayableAmount>1704.10</cbc:PayableAmount></cac:LegalMonetaryTotal>
  <cac:InvoiceLine><cbc:InvoicedQuantity unitCode="EA">1</cbc:InvoicedQuantity><cbc:LineExtensionAmount>1410.00</cbc:LineExtensionAmount><cac:Item><cbc:Description>inclusief voorrijden</cbc:Description><cbc:Name>Onderhoud rijskast</cbc:Name><cac:ClassifiedTaxCategory><cbc:Percent>21.0</cbc:Percent></cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount>1410.0000</cbc:PriceAmount></cac:Price></cac:InvoiceLine>
  <cac:InvoiceLine><cbc:InvoicedQuantity unitCode="EA">4</cbc:InvoicedQuantity><cbc:LineExtensionAmount>101.00</cbc:LineExtensionAmount><cac:Item><cbc:Name>Lesboek</cbc:Name><cac:ClassifiedTaxCategory><cbc:Percent>9</cbc:Percent></cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount>25.25</cbc:PriceAmount></cac:Price></cac:InvoiceLine>
</ubl:Invoice>`;

describe('a copy from the stored UBL', () => {
  it('has every amount of the invoice as the file has it', () => {
    const facts = readUblCopy(invoice, '2026-0387.xml');
    expect(facts).toMatchObject({
      kind: 'invoice',
      number: '2026-0387',
      issueDate: '2026-10-14',
      dueDate: '2026-11-13',
      deliveryDate: '2026-10-12',
      buyer: ['Bakkerij Korenhof & Zonen B.V.', 'Molenpad 7', '8621 ZX Heeg', 'NL'],
      total: 180_410,
      paid: 10_000,
      charges: -1000,
      rounding: 1,
      withoutVat: 150_100,
      vat: [
        { basisPoints: 2100, base: 140_000, amount: 29_400 },
        { basisPoints: 900, base: 10_100, amount: 909 },
      ],
    });
    expect(facts?.lines.map((line) => [line.description, line.quantity, line.unitPrice, line.vatBasisPoints, line.amount])).toEqual([
      ['Onderhoud rijskast: inclusief voorrijden', '1', '1410.0000', 2100, 141_000],
      ['Lesboek', '4', '25.25', 900, 10_100],
    ]);
    expect(facts?.ubl).toEqual({ fileName: '2026-0387.xml', text: invoice });
  });
  it('adds up on the page', () => {
    const facts = readUblCopy(invoice, 'x.xml');
    if (facts === null) throw new Error('not read');
    const text = textsOfSheet(invoiceCopySheet(frameIn('nl'), facts)).join('\n').replaceAll('\u00a0', ' ');
    for (const part of ['1.410,00', '1.511,00', '−10,00', '1.501,00', 'Afronding', '0,01', '1.804,10', '−100,00', '€ 1.704,10']) expect(text).toContain(part);
  });
  it('reads a credit note, and leaves the lines out when one of them cannot be read', () => {
    const credit = invoice.replaceAll('ubl:Invoice ', 'ubl:CreditNote ').replace('</ubl:Invoice>', '</ubl:CreditNote>').replaceAll('InvoiceLine', 'CreditNoteLine').replaceAll('InvoicedQuantity', 'CreditedQuantity');
    expect(readUblCopy(credit, 'x.xml')).toMatchObject({ kind: 'creditNote', lines: [{ quantity: '1' }, { quantity: '4' }] });
    expect(readUblCopy(invoice.replace('>101.00</cbc:LineExtensionAmount>', '>one</cbc:LineExtensionAmount>'), 'x.xml')?.lines).toEqual([]);
  });
  it.each([
    ['a document type', invoice.replace('<ubl:Invoice', '<!DOCTYPE Invoice [<!ENTITY a "b">]><ubl:Invoice')],
    ['another kind of file', '<Document><a/></Document>'],
    ['broken XML', invoice.slice(0, 900)],
    ['no amount', invoice.replace(/<cbc:PayableAmount>[^<]*<\/cbc:PayableAmount>/, '')],
    ['elements nested without end', `${'<a>'.repeat(2000)}${'</a>'.repeat(2000)}`],
    ['a text without end', `<Invoice><ID>${'x'.repeat(30_000)}</ID></Invoice>`],
  ])('is not made from %s', (_name, xml) => {
    expect(readUblCopy(xml, 'x.xml')).toBeNull();
  });
});
