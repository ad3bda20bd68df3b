import { decimalFromCents, cents, type Cents, negateCents } from '../../../src-shared/money.ts';
import { demoAccounts, demoCompany } from './demoCompany.ts';
import type { DemoInvoice } from './demoHistory.ts';
import { printedOgm } from './identifiers.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const element = (name: string, content: string, attributes = ''): string => `<${name}${attributes}>${content}</${name}>`;
const value = (name: string, text: string): string => element(`cbc:${name}`, escape(text));
const money = (name: string, amount: Cents): string => element(`cbc:${name}`, decimalFromCents(amount), ' currencyID="EUR"');

type Party = {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: 'NL' | 'BE';
  readonly vat: string | null;
  readonly legalId: string | null;
  readonly number: string | null;
  readonly contact: { readonly name: string; readonly email: string };
};

function party(side: 'Supplier' | 'Customer', of: Party): string {
  const scheme = of.country === 'NL' ? '0106' : '0208';
  const body = [
    of.legalId === null ? '' : element('cbc:EndpointID', of.legalId, ` schemeID="${scheme}"`),
    of.number === null ? '' : element('cac:PartyIdentification', value('ID', of.number)),
    element('cac:PartyName', value('Name', of.name)),
    element(
      'cac:PostalAddress',
      value('StreetName', of.street) + value('CityName', of.city) + value('PostalZone', of.postcode) + element('cac:Country', value('IdentificationCode', of.country)),
    ),
    of.vat === null ? '' : element('cac:PartyTaxScheme', value('CompanyID', of.vat) + element('cac:TaxScheme', value('ID', 'VAT'))),
    element(
      'cac:PartyLegalEntity',
      value('RegistrationName', of.name) + (of.legalId === null ? '' : element('cbc:CompanyID', of.legalId, ` schemeID="${scheme}"`)),
    ),
    element('cac:Contact', value('Name', of.contact.name) + value('ElectronicMail', of.contact.email)),
  ];
  return element(`cac:Accounting${side}Party`, element('cac:Party', body.join('')));
}

const supplier: Party = {
  name: demoCompany.name,
  street: demoCompany.street,
  postcode: demoCompany.postcode,
  city: demoCompany.city,
  country: 'NL',
  vat: demoCompany.vatNumber,
  legalId: demoCompany.registrationNumber,
  number: null,
  contact: { name: demoCompany.signerName, email: demoCompany.email },
};

function totals(invoice: DemoInvoice): string {
  const percent = invoice.customer.country === 'NL' ? 21 : 0;
  const net = cents(Math.round((invoice.total * 100) / (100 + percent)));
  const vat = cents(invoice.total - net);
  const category = element(
    'cac:TaxCategory',
    value('ID', percent === 21 ? 'S' : 'AE') + value('Percent', String(percent)) + element('cac:TaxScheme', value('ID', 'VAT')),
  );
  return [
    element('cac:TaxTotal', money('TaxAmount', vat) + element('cac:TaxSubtotal', money('TaxableAmount', net) + money('TaxAmount', vat) + category)),
    element('cac:LegalMonetaryTotal', money('LineExtensionAmount', net) + money('TaxExclusiveAmount', net) + money('TaxInclusiveAmount', invoice.total) + money('PayableAmount', invoice.total)),
  ].join('');
}

/** One invoice or credit note as a Peppol BIS Billing 3.0 document. */
export function writeUbl(invoice: DemoInvoice): string {
  const isCredit = invoice.credits !== null;
  const root = isCredit ? 'CreditNote' : 'Invoice';
  const customer: Party = { ...invoice.customer, contact: { name: invoice.customer.contactName, email: invoice.customer.email } };
  const body = [
    value('CustomizationID', 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0'),
    value('ProfileID', 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'),
    value('ID', invoice.number),
    value('IssueDate', invoice.issueDate),
    isCredit ? value('CreditNoteTypeCode', '381') : value('DueDate', invoice.dueDate) + value('InvoiceTypeCode', '380'),
    value('DocumentCurrencyCode', 'EUR'),
    value('BuyerReference', invoice.customer.number),
    invoice.orderReference === null ? '' : element('cac:OrderReference', value('ID', invoice.orderReference)),
    invoice.credits === null ? '' : element('cac:BillingReference', element('cac:InvoiceDocumentReference', value('ID', invoice.credits))),
    party('Supplier', supplier),
    party('Customer', customer),
    isCredit ? '' : paymentMeans(invoice),
    totals(invoice),
  ];
  const namespaces = `xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${namespaces}>${body.join('')}</${root}>\n`;
}

function paymentMeans(invoice: DemoInvoice): string {
  const account = invoice.customer.country === 'NL' ? demoAccounts.nl : demoAccounts.be;
  return element(
    'cac:PaymentMeans',
    value('PaymentMeansCode', '30') + value('PaymentID', invoice.ogm === null ? invoice.number : printedOgm(invoice.ogm)) + element('cac:PayeeFinancialAccount', value('ID', account)),
  );
}

/** Many invoices as one open-items list: number, dates, customer, amount. For ledgers of a size at which one file each makes no sense. */
export function writeInvoiceTable(invoices: readonly DemoInvoice[]): string {
  const head = 'Klantnummer;Naam;Btw-nummer;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Betalingskenmerk';
  const decimal = (amount: Cents): string => decimalFromCents(amount).replace('.', ',');
  const row = (invoice: DemoInvoice): string =>
    [
      invoice.customer.number,
      invoice.customer.name,
      invoice.customer.vat ?? '',
      invoice.number,
      invoice.issueDate,
      invoice.dueDate,
      decimal(invoice.credits === null ? invoice.total : negateCents(invoice.total)),
      invoice.ogm ?? '',
    ].join(';');
  return `${[head, ...invoices.map(row)].join('\r\n')}\r\n`;
}
