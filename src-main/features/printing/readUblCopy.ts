/**
 * What a copy of an invoice shows, read from the UBL 2.1 file that was taken in (Invoice and CreditNote; terms of EN 16931 in brackets).
 * Amounts are shown as the file has them; nothing is computed anew but the total before what was paid in advance.
 */
import { parsePlainDate } from '../../../src-shared/dates.ts';
import { addCents, type Cents, parseDecimalCents, subtractCents, zeroCents } from '../../../src-shared/money.ts';
import type { CopyLine, CopyVat, InvoiceCopyFacts } from '../../domain/printing/invoiceCopySheet.ts';
import { nodesAt, textAt, type XmlNode } from '../../domain/xmlTree.ts';
import { readXmlTree } from './readXmlTree.ts';

/** An amount with more than two decimals, or none at all, is not shown. */
function amountAt(node: XmlNode, path: string): Cents | null {
  const text = textAt(node, path);
  return text === '' ? null : parseDecimalCents(text);
}

function basisPointsAt(node: XmlNode, path: string): number | null {
  const found = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(textAt(node, path));
  if (found === null) return null;
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0').slice(0, 2));
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

function buyerOf(root: XmlNode): readonly string[] {
  const [party] = nodesAt(root, 'AccountingCustomerParty/Party');
  if (party === undefined) return [];
  const country = textAt(party, 'PostalAddress/Country/IdentificationCode');
  return [
    textAt(party, 'PartyLegalEntity/RegistrationName', 'PartyName/Name'),
    joined(textAt(party, 'PostalAddress/StreetName'), textAt(party, 'PostalAddress/AdditionalStreetName')),
    joined(textAt(party, 'PostalAddress/PostalZone'), textAt(party, 'PostalAddress/CityName')),
    country,
  ].filter((line) => line !== '');
}

const quantityNames = ['InvoicedQuantity', 'CreditedQuantity'] as const;

/** BG-25: a line whose amount cannot be read makes the whole list useless, as it would no longer add up. */
function linesOf(root: XmlNode): readonly CopyLine[] {
  const nodes = [...nodesAt(root, 'InvoiceLine'), ...nodesAt(root, 'CreditNoteLine')];
  const lines = nodes.flatMap((node): readonly CopyLine[] => {
    const amount = amountAt(node, 'LineExtensionAmount');
    if (amount === null) return [];
    const name = textAt(node, 'Item/Name');
    const description = textAt(node, 'Item/Description');
    return [
      {
        description: description === '' || description === name ? name : joined(`${name}:`, description),
        quantity: textAt(node, ...quantityNames),
        unitPrice: textAt(node, 'Price/PriceAmount'),
        vatBasisPoints: basisPointsAt(node, 'Item/ClassifiedTaxCategory/Percent'),
        amount,
      },
    ];
  });
  return lines.length === nodes.length ? lines : [];
}

/** BG-23 in the currency of the invoice; the second tax total of BT-111 is in that of the books. */
function vatOf(root: XmlNode, currency: string): readonly CopyVat[] {
  return nodesAt(root, 'TaxTotal/TaxSubtotal').flatMap((node) => {
    const written = nodesAt(node, 'TaxAmount')[0]?.attributes['currencyID'];
    const base = amountAt(node, 'TaxableAmount');
    const amount = amountAt(node, 'TaxAmount');
    if (base === null || amount === null || (written !== undefined && written !== currency)) return [];
    return [{ basisPoints: basisPointsAt(node, 'TaxCategory/Percent'), base, amount }];
  });
}

/** The copy, or null where the file is no readable UBL invoice or credit note with a number, a date and an amount. `fileName` is what the file is called inside the PDF. */
export function readUblCopy(xml: string, fileName: string): InvoiceCopyFacts | null {
  const root = readXmlTree(xml);
  if (root === null || (root.name !== 'Invoice' && root.name !== 'CreditNote')) return null;
  const issueDate = parsePlainDate(textAt(root, 'IssueDate'));
  const payable = amountAt(root, 'LegalMonetaryTotal/PayableAmount');
  const number = textAt(root, 'ID');
  if (issueDate === null || payable === null || number === '') return null;
  const total = (name: string): Cents | null => amountAt(root, `LegalMonetaryTotal/${name}`);
  const paid = total('PrepaidAmount') ?? zeroCents;
  const rounding = total('PayableRoundingAmount');
  const charges = subtractCents(total('ChargeTotalAmount') ?? zeroCents, total('AllowanceTotalAmount') ?? zeroCents);
  const currency = textAt(root, 'DocumentCurrencyCode') || 'EUR';
  return {
    kind: root.name === 'CreditNote' ? 'creditNote' : 'invoice',
    number,
    issueDate,
    dueDate: parsePlainDate(textAt(root, 'DueDate', 'PaymentMeans/PaymentDueDate')),
    deliveryDate: parsePlainDate(textAt(root, 'Delivery/ActualDeliveryDate')),
    currency,
    buyer: buyerOf(root),
    orderReference: textAt(root, 'OrderReference/ID'),
    buyerReference: textAt(root, 'BuyerReference'),
    paymentReference: textAt(root, 'PaymentMeans/PaymentID'),
    account: textAt(root, 'PaymentMeans/PayeeFinancialAccount/ID'),
    lines: linesOf(root),
    vat: vatOf(root, currency),
    charges: charges === 0 ? null : charges,
    withoutVat: total('TaxExclusiveAmount'),
    rounding: rounding === 0 ? null : rounding,
    total: addCents(payable, paid),
    paid,
    ubl: { fileName, text: xml },
  };
}
