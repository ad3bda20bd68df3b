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

/** Words that begin many names and tell no company from another. */
const particles: ReadonlySet<string> = new Set(['the', 'het', 'een', 'van', 'der', 'den', 'les', 'des', 'and', 'firma']);

/** The first word of a name that can tell companies apart; null when there is none. */
const firstTellingWord = (name: string): string | null =>
  comparableName(name.slice(0, 140))
    .split(' ')
    .find((word) => word.length >= 3 && !particles.has(word)) ?? null;

/**
 * What the name of the seller says where no numbers can be compared: `alike` when its name or trade name begins with the same telling word
 * as an own name (a branch, a trade name, another spelling), `other` when it does not, `none` when the seller has no name.
 */
export function sellerNameSays(seller: ParsedParty, own: OwnCompany): 'alike' | 'other' | 'none' {
  const words = [seller.name, seller.tradeName].flatMap((name) => (name === null ? [] : (firstTellingWord(name) ?? [])));
  if (words.length === 0) return 'none';
  const ownWords = new Set(own.names.map(firstTellingWord));
  return words.some((word) => ownWords.has(word)) ? 'alike' : 'other';
}

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
