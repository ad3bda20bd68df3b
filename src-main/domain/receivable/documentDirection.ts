/** Whether a document was written by the user's own company (a receivable) or to it (a purchase invoice, which is left out). */
import type { ParsedDocument, ParsedParty } from './parsedDocument.ts';
import { parseBelgianEnterpriseNumber } from '../../../src-shared/identifiers/belgianEnterpriseNumber.ts';
import { normaliseIdentifier } from '../../../src-shared/identifiers/normaliseIdentifier.ts';

export type OwnCompany = {
  readonly names: readonly string[];
  readonly vat: string | null;
  /** KvK or KBO number. */
  readonly companyNumber: string | null;
};

export type DocumentDirection = 'sales' | 'purchase' | 'unknown';

/** The numbers by which a party can be recognised; a Belgian VAT number counts as its enterprise number. */
function numbersOf(party: ParsedParty): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const value of [party.vat, party.legalId?.value ?? null, party.endpoint?.value ?? null]) {
    if (value === null) continue;
    const number = normaliseIdentifier(value);
    numbers.add(number);
    const enterprise = parseBelgianEnterpriseNumber(number);
    if (enterprise !== null) numbers.add(enterprise);
  }
  return numbers;
}

/** A company name for comparing: lower case, without accents, legal form and punctuation. */
export const comparableName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[.,'’&+()/-]/g, ' ')
    .replace(/\b(?:b v|bv|n v|nv|s a|sa|srl|sprl|bvba|vof|v o f|cv|c v|comm v|gmbh|ltd|stichting|vzw|asbl)(?= |$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function isOwn(party: ParsedParty, own: OwnCompany): boolean {
  const numbers = numbersOf(party);
  const ownNumbers = [own.vat, own.companyNumber].flatMap((value) => {
    if (value === null) return [];
    const number = normaliseIdentifier(value);
    const enterprise = parseBelgianEnterpriseNumber(number);
    return enterprise === null ? [number] : [number, enterprise];
  });
  if (ownNumbers.some((number) => numbers.has(number))) return true;
  // Numbers on both sides that differ outweigh a name: a namesake in another town is another company.
  const bothHaveVat = party.vat !== null && own.vat !== null;
  if (bothHaveVat) return false;
  const ownNames = new Set(own.names.map(comparableName).filter((name) => name !== ''));
  return [party.name, party.tradeName].some((name) => name !== null && ownNames.has(comparableName(name)));
}

/** A list without sellers is taken as the user's own sales; an e-invoice is compared by VAT, KvK or KBO number first, by name last. */
export function documentDirection(document: ParsedDocument, own: OwnCompany): DocumentDirection {
  if (document.seller === null) return 'sales';
  if (isOwn(document.seller, own)) return 'sales';
  return isOwn(document.customer, own) ? 'purchase' : 'unknown';
}
