/** Files of our own invention: invoices, lists and statements of fictional companies. */
import type { File } from './importWorld.ts';
import { ownIban } from './importWorld.ts';

export type InvoiceFacts = {
  readonly number: string;
  readonly total: string;
  readonly customer?: string;
  readonly vat?: string;
  readonly issueDate?: string;
  readonly dueDate?: string | null;
  readonly prepaid?: string;
  readonly currency?: string;
  readonly credits?: string;
  readonly isCredit?: boolean;
  readonly means?: string;
  readonly email?: string;
  readonly contact?: string;
  readonly sellerVat?: string;
  readonly sellerName?: string;
  readonly postcode?: string;
  readonly country?: string;
  readonly reference?: string;
  readonly legalId?: { readonly scheme: string; readonly value: string };
};

const minus = (total: string, prepaid: string): string => (Number(total) - Number(prepaid)).toFixed(2);

/** An UBL invoice or credit note as an accounting program writes it. */
export function ublFile(facts: InvoiceFacts): File {
  const root = facts.isCredit === true ? 'CreditNote' : 'Invoice';
  const currency = facts.currency ?? 'EUR';
  const customer = facts.customer ?? 'Bouwbedrijf De Hoek B.V.';
  const due = facts.dueDate === undefined ? '2026-02-14' : facts.dueDate;
  const vat = (number: string | undefined): string =>
    number === undefined
      ? ''
      : `<cac:PartyTaxScheme><cbc:CompanyID>${number}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`;
  const contact =
    facts.email === undefined && facts.contact === undefined
      ? ''
      : `<cac:Contact><cbc:Name>${facts.contact ?? ''}</cbc:Name><cbc:ElectronicMail>${facts.email ?? ''}</cbc:ElectronicMail></cac:Contact>`;
  const legalId =
    facts.legalId === undefined ? '' : `<cbc:CompanyID schemeID="${facts.legalId.scheme}">${facts.legalId.value}</cbc:CompanyID>`;
  const content = `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:ID>${facts.number}</cbc:ID><cbc:IssueDate>${facts.issueDate ?? '2026-01-15'}</cbc:IssueDate>${due === null || root === 'CreditNote' ? '' : `<cbc:DueDate>${due}</cbc:DueDate>`}
<cbc:${root}TypeCode>${facts.isCredit === true ? '381' : '380'}</cbc:${root}TypeCode><cbc:DocumentCurrencyCode>${currency}</cbc:DocumentCurrencyCode>
${facts.credits === undefined ? '' : `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${facts.credits}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>`}
<cac:AccountingSupplierParty><cac:Party>${vat(facts.sellerVat ?? 'NL123456782B12')}<cac:PartyLegalEntity><cbc:RegistrationName>${facts.sellerName ?? 'Voorbeeld Studio B.V.'}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PostalAddress><cbc:StreetName>Dorpsstraat 12</cbc:StreetName><cbc:CityName>Utrecht</cbc:CityName><cbc:PostalZone>${facts.postcode ?? '3511 AB'}</cbc:PostalZone><cac:Country><cbc:IdentificationCode>${facts.country ?? 'NL'}</cbc:IdentificationCode></cac:Country></cac:PostalAddress>${vat(facts.vat)}<cac:PartyLegalEntity><cbc:RegistrationName>${customer}</cbc:RegistrationName>${legalId}</cac:PartyLegalEntity>${contact}</cac:Party></cac:AccountingCustomerParty>
<cac:PaymentMeans><cbc:PaymentMeansCode>${facts.means ?? '30'}</cbc:PaymentMeansCode>${facts.reference === undefined ? '' : `<cbc:PaymentID>${facts.reference}</cbc:PaymentID>`}<cac:PayeeFinancialAccount><cbc:ID>${ownIban}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
<cac:LegalMonetaryTotal><cbc:TaxInclusiveAmount currencyID="${currency}">${facts.total}</cbc:TaxInclusiveAmount>${facts.prepaid === undefined ? '' : `<cbc:PrepaidAmount currencyID="${currency}">${facts.prepaid}</cbc:PrepaidAmount>`}<cbc:PayableAmount currencyID="${currency}">${minus(facts.total, facts.prepaid ?? '0')}</cbc:PayableAmount></cac:LegalMonetaryTotal>
</${root}>`;
  return { name: `${facts.number}.xml`, content };
}

/** A list of open items as a spreadsheet saves it. */
export function openItemsFile(
  rows: readonly (readonly [number: string, customer: string, code: string, date: string, due: string, total: string, open: string])[],
  name = 'openstaand.csv',
): File {
  const lines = rows.map((row) => row.join(';'));
  return {
    name,
    content: ['Factuurnummer;Klantnaam;Debiteurnummer;Factuurdatum;Vervaldatum;Bedrag incl. btw;Openstaand', ...lines].join('\r\n'),
  };
}

export type Movement = {
  readonly date: string;
  /** Of a CAMT statement; the date itself when not given. */
  readonly valueDate?: string;
  readonly cents: number;
  readonly name?: string;
  readonly iban?: string;
  readonly text?: string;
  readonly ref?: string;
};
export type StatementFile = {
  readonly name?: string;
  readonly number: string;
  readonly opening: number;
  readonly movements: readonly Movement[];
  readonly iban?: string;
  readonly currency?: string;
};

const decimal = (cents: number): string => `${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
const side = (cents: number): string => (cents < 0 ? 'DBIT' : 'CRDT');

/** A CAMT.053 statement that adds up. */
export function camtFile({ name, number, opening, movements, iban = ownIban, currency = 'EUR' }: StatementFile): File {
  const closing = movements.reduce((sum, movement) => sum + movement.cents, opening);
  const days = movements.map((movement) => movement.date).sort();
  const balance = (code: string, cents: number, date: string): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${decimal(cents)}</Amt><CdtDbtInd>${side(cents)}</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>`;
  const entries = movements.map(
    ({ date, valueDate = date, cents, name: party = 'Bouwbedrijf De Hoek', iban: counter = 'NL02TEST0300065264', text = 'betaling', ref }) => {
      const role = cents < 0 ? 'Cdtr' : 'Dbtr';
      return `<Ntry><Amt Ccy="${currency}">${decimal(cents)}</Amt><CdtDbtInd>${side(cents)}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${date}</Dt></BookgDt><ValDt><Dt>${valueDate}</Dt></ValDt>${ref === undefined ? '' : `<AcctSvcrRef>${ref}</AcctSvcrRef>`}<NtryDtls><TxDtls><RltdPties><${role}><Nm>${party}</Nm></${role}><${role}Acct><Id><IBAN>${counter}</IBAN></Id></${role}Acct></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
    },
  );
  const content = `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>M${number}</MsgId><CreDtTm>2026-02-01T08:00:00</CreDtTm></GrpHdr><Stmt><Id>S${number}</Id><ElctrncSeqNb>${number}</ElctrncSeqNb><CreDtTm>2026-02-01T08:00:00</CreDtTm><Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>${currency}</Ccy></Acct>${balance('OPBD', opening, days[0] ?? '2026-01-01')}${balance('CLBD', closing, days.at(-1) ?? '2026-01-01')}${entries.join('')}</Stmt></BkToCstmrStmt></Document>`;
  return { name: name ?? `camt-${number}.xml`, content };
}

/** The same statement as MT940. */
export function mt940File({ name, number, opening, movements, iban = ownIban, currency = 'EUR' }: StatementFile): File {
  const closing = movements.reduce((sum, movement) => sum + movement.cents, opening);
  const days = movements.map((movement) => movement.date).sort();
  const short = (date: string): string => date.slice(2).replaceAll('-', '');
  const amount = (cents: number): string => decimal(cents).replace('.', ',');
  const balance = (cents: number, date: string): string => `${cents < 0 ? 'D' : 'C'}${short(date)}${currency}${amount(cents)}`;
  const lines = movements.flatMap(
    ({ date, cents, name: party = 'Bouwbedrijf De Hoek', iban: counter = 'NL02TEST0300065264', text = 'betaling' }) => [
      `:61:${short(date)}${short(date).slice(2)}${cents < 0 ? 'D' : 'C'}${amount(cents)}NTRFNONREF`,
      `:86:/CNTP/${counter}/TESTNL2A/${party}///REMI/USTD//${text}/`,
    ],
  );
  const content = [
    ':20:TERMIJN',
    `:25:${iban}${currency}`,
    `:28C:${number}`,
    `:60F:${balance(opening, days[0] ?? '2026-01-01')}`,
    ...lines,
    `:62F:${balance(closing, days.at(-1) ?? '2026-01-01')}`,
    '-',
  ].join('\r\n');
  return { name: name ?? `mt940-${number}.sta`, content };
}
