import { describe, expect, it } from 'vitest';
import { columnMappingSchema, proposeMapping } from './columnMapping.ts';
import { headerSignature, normaliseHeader, type TableField } from './headerSynonyms.ts';

function propose(layout: Readonly<Record<string, string>>) {
  const headers = Object.keys(layout);
  const row = (line: number, suffix: string) => ({
    line,
    cells: Object.values(layout).map((text) => ({ text: text.replace('#', suffix), kind: 'text' as const })),
  });
  return { headers, proposal: proposeMapping({ file: 'x', headers, rows: [row(2, '1'), row(3, '2'), row(4, '3')], delimiter: ';' }) };
}
function named(layout: Readonly<Record<string, string>>): Partial<Record<TableField, string>> {
  const { headers, proposal } = propose(layout);
  return Object.fromEntries(Object.entries(proposal.mapping.columns).map(([field, column]) => [field, headers[column]]));
}

describe('the columns of lists as bookkeeping packages name them', () => {
  it('Dutch user interface', () => {
    expect(
      named({
        Relatie: 'Denkbeeld #',
        'Onze ref.': 'x',
        'Uw ref.': 'y',
        Factuurdatum: '2#-01-2026',
        Vervaldatum: '2#-02-2026',
        Factuurnr: '1#',
        Bedrag: '10,00',
        Openstaand: '5,00',
      }),
    ).toMatchObject({
      customerName: 'Relatie',
      invoiceDate: 'Factuurdatum',
      dueDate: 'Vervaldatum',
      invoiceNumber: 'Factuurnr',
      amountTotal: 'Bedrag',
      amountOpen: 'Openstaand',
    });
  });
  it('one with a balance as open amount', () => {
    expect(
      named({
        Relatienr: '1#',
        Relatie: 'Denkbeeld',
        Boekstuk: '2026#',
        Boekdatum: '2#-01-2026',
        Vervaldatum: '2#-02-2026',
        Bedrag: '100,00',
        Saldo: '#0,00',
        Dagboek: 'V',
      }),
    ).toMatchObject({
      customerCode: 'Relatienr',
      customerName: 'Relatie',
      invoiceNumber: 'Boekstuk',
      invoiceDate: 'Boekdatum',
      amountTotal: 'Bedrag',
      amountOpen: 'Saldo',
      journal: 'Dagboek',
    });
  });
  it('one with English field names', () => {
    expect(
      named({
        AccountCode: '1#',
        AccountName: 'Denkbeeld',
        InvoiceNumber: '2026#',
        InvoiceDate: '2026-01-2#',
        DueDate: '2026-02-2#',
        AmountDC: '10.00',
        OutstandingDC: '5.00',
        Type: 'x',
      }),
    ).toMatchObject({
      customerCode: 'AccountCode',
      invoiceNumber: 'InvoiceNumber',
      amountTotal: 'AmountDC',
      amountOpen: 'OutstandingDC',
      documentType: 'Type',
    });
  });
  it('one row per line with a due amount', () => {
    expect(
      named({
        '*ContactName': 'Denkbeeld',
        EmailAddress: 'a@b.example',
        '*InvoiceNumber': '#',
        '*InvoiceDate': '2#/01/2026',
        '*DueDate': '2#/02/2026',
        Total: '10.00',
        InvoiceAmountPaid: '5.00',
        InvoiceAmountDue: '5.00',
        Currency: 'EUR',
      }),
    ).toMatchObject({
      customerName: '*ContactName',
      email: 'EmailAddress',
      invoiceNumber: '*InvoiceNumber',
      amountTotal: 'Total',
      amountPaid: 'InvoiceAmountPaid',
      amountOpen: 'InvoiceAmountDue',
    });
  });
  it('the earlier name where two columns could hold the open amount', () => {
    expect(
      named({
        Number: '#',
        'Customer Name': 'D',
        'Amount Due': '10.00',
        'Amount Paid': '5.00',
        'Amount Remaining': '5.00',
        'Due Date (UTC)': '2026-02-2#',
      }),
    ).toMatchObject({
      amountOpen: 'Amount Remaining',
      dueDate: 'Due Date (UTC)',
    });
  });
  it('French user interface of a Belgian package', () => {
    expect(
      named({
        'Compte client': '4#',
        'Nom du client': 'Verzinsel',
        'N° de facture': '#',
        'Date facture': '2#/01/2026',
        'Date d’échéance': '2#/02/2026',
        'Montant TVAC': '10,00',
        'Reste dû': '5,00',
      }),
    ).toMatchObject({
      customerCode: 'Compte client',
      invoiceNumber: 'N° de facture',
      dueDate: 'Date d’échéance',
      amountTotal: 'Montant TVAC',
      amountOpen: 'Reste dû',
    });
  });
});

describe('a proposed mapping', () => {
  it('finds e-mail, VAT and account numbers by their content under meaningless names', () => {
    expect(
      named({ Factuurnummer: '#', Klant: 'D', Kolom1: 'a#@b.example', Kolom2: 'NL004495445B01', Kolom3: 'NL91 ABNA 0417 1643 00' }),
    ).toMatchObject({
      email: 'Kolom1',
      vatNumber: 'Kolom2',
      iban: 'Kolom3',
    });
  });
  it('takes no date column for a word, and no word column for an amount', () => {
    const { proposal } = propose({ Factuurnummer: '#', Klant: 'D', Betaald: 'nee', Vervaldatum: 'x' });
    expect([proposal.mapping.columns.amountPaid, proposal.mapping.columns.dueDate]).toEqual([undefined, undefined]);
  });
  it('asks about every weak name that money or a date depends on', () => {
    const { proposal } = propose({ Factuurnummer: '#', Klant: 'D', Datum: '2#-01-2026', Bedrag: '1,00' });
    expect(proposal.confidence).toMatchObject({ invoiceNumber: 'strong', invoiceDate: 'weak', amountTotal: 'weak' });
    expect(proposal.questions.map((one) => one.params['field'])).toEqual(['invoiceDate', 'amountTotal']);
  });
  it('survives being stored and read back', () => {
    const { proposal } = propose({ Factuurnummer: '#', Klant: 'D', Vervaldatum: '2#-01-2026', Openstaand: '1,00' });
    expect(columnMappingSchema.parse(JSON.parse(JSON.stringify(proposal.mapping)))).toEqual(proposal.mapping);
  });
});

describe('headers', () => {
  it('are the same layout whatever their case, accents and blanks', () => {
    expect(headerSignature(['N° Facture', 'Échéance '])).toBe(headerSignature(['nr facture', 'echeance']));
    expect(headerSignature(['a', 'b'])).not.toBe(headerSignature(['b', 'a']));
  });
  it('have # and n° for number', () => expect([normaliseHeader('Invoice #'), normaliseHeader('N° TVA')]).toEqual(['invoicenr', 'nrtva']));
});
