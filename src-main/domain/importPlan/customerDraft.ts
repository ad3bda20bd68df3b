/**
 * A customer as one document describes it, and how it is recognised: by VAT, enterprise or KvK number first, then by the number in the
 * user's own books, then by name. Only identifiers that pass their check count, and two that contradict each other outweigh a name.
 */
import { comparableName } from '../receivable/documentDirection.ts';
import { parseBelgianEnterpriseNumber } from '../../../src-shared/identifiers/belgianEnterpriseNumber.ts';
import { parseKvkNumber, parseOin } from '../../../src-shared/identifiers/dutchIdentifiers.ts';
import { normaliseIdentifier } from '../../../src-shared/identifiers/normaliseIdentifier.ts';
import { parseVatNumber } from '../../../src-shared/identifiers/vatNumber.ts';
import type { ParsedDocument, ParsedParty } from '../receivable/parsedDocument.ts';
import { countryOf, languageOf, type LetterLanguage } from './countryOf.ts';

/** The fields of a customer that an import may fill. Empty text where nothing is known. */
export type CustomerFacts = {
  readonly name: string;
  readonly number: string;
  readonly kind: 'business' | 'consumer';
  readonly country: string;
  readonly language: LetterLanguage;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly vatNumber: string;
  readonly registrationNumber: string;
  readonly email: string;
  readonly phone: string;
};

export type ContactFacts = {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly role: 'accounts-payable' | 'other';
};

export type CustomerDraft = {
  readonly facts: CustomerFacts;
  /** The number comes from the user's own books, so it identifies. */
  readonly isNumberOurs: boolean;
  readonly contact: ContactFacts | null;
};

/** Identifiers with their kind in front, such as `be:0123456749`. Two of one kind that differ are two companies. */
export function identifiersOf(facts: {
  readonly vatNumber: string;
  readonly registrationNumber: string;
  readonly country: string;
}): ReadonlySet<string> {
  const found = new Set<string>();
  const vat = parseVatNumber(facts.vatNumber);
  if (vat !== null) found.add(vat.startsWith('BE') ? `be:${vat.slice(2)}` : `vat:${vat}`);
  const enterprise = facts.country === 'BE' ? parseBelgianEnterpriseNumber(facts.registrationNumber) : null;
  const kvk = parseKvkNumber(facts.registrationNumber);
  const oin = parseOin(facts.registrationNumber);
  if (enterprise !== null) found.add(`be:${enterprise}`);
  else if (kvk !== null) found.add(`kvk:${kvk}`);
  else if (oin !== null) found.add(`oin:${oin}`);
  return found;
}

/** A name for comparing; one that consists of a legal form only is compared as written. */
export const nameKey = (name: string): string => comparableName(name) || name.trim().toLowerCase();
/** Whether a name carries a legal form: without one it may be a person, of whom there can be two. */
export const hasLegalForm = (name: string): boolean =>
  /(?:^| )(?:bv|nv|sa|srl|sprl|bvba|vof|cv|gmbh|ag|ltd|sarl|stichting|vzw|asbl|vereniging|gemeente|provincie)(?= |$)/.test(
    name
      .toLowerCase()
      .replaceAll('.', '')
      .replace(/[^\p{L}\p{N}]+/gu, ' '),
  );

const text = (value: string | null | undefined, limit: number): string => (value ?? '').trim().slice(0, limit);

function registrationNumberOf(party: ParsedParty): string {
  for (const identifier of [party.legalId, party.endpoint]) {
    if (identifier === null) continue;
    const { scheme, value } = identifier;
    if (scheme === '0106' || scheme === 'NL:KVK') return parseKvkNumber(value) ?? '';
    if (scheme === '0208' || scheme === 'BE:CBE') return parseBelgianEnterpriseNumber(value) ?? '';
    if (scheme === '0190' || scheme === 'NL:OIN') return parseOin(value) ?? '';
  }
  return party.legalId?.scheme === null ? normaliseIdentifier(party.legalId.value).slice(0, 30) : '';
}

/** Mailboxes of people who pay, by what stands before the @, in the languages of the two countries. */
const payablePattern =
  /^(?:ap|invoices?|invoicing|inkoopfacturen|facturen|factuur|facturatie|fakturen|boekhouding|crediteuren|crediteurenadministratie|administratie|finance|accounting|accounts?[-_.]?payable|payables?|compta|comptabilite|facturation|factures?|fournisseurs|rechnungen|buchhaltung|kreditoren)(?:[-_.+0-9]|$)/;
export const isPayableMailbox = (email: string): boolean => payablePattern.test((email.split('@')[0] ?? '').toLowerCase());

const isEmail = (value: string): boolean => /^[^\s@<>]{1,64}@[^\s@<>]{1,120}\.[^\s@<>.]{2,24}$/.test(value);

function contactOf(party: ParsedParty): ContactFacts | null {
  const email = text(party.email, 160);
  const name = text(party.contactName, 120);
  const usable = isEmail(email) ? email : '';
  if (usable === '' && name === '') return null;
  return {
    name: name === '' ? usable.slice(0, 120) : name,
    email: usable,
    phone: text(party.phone, 40),
    role: isPayableMailbox(usable) ? 'accounts-payable' : 'other',
  };
}

/** Lists keep one kind of customer; an e-invoice to somebody without any number, or with none but an address, went to a person. */
function kindOf(party: ParsedParty, sourceKind: ParsedDocument['sourceKind']): CustomerFacts['kind'] {
  const isElectronic = sourceKind === 'ubl' || sourceKind === 'cii' || sourceKind === 'pdf';
  const hasNumber = party.vat !== null || party.legalId !== null || party.endpoint !== null;
  return isElectronic && !hasNumber && !hasLegalForm(party.name ?? '') ? 'consumer' : 'business';
}

export type DraftContext = { readonly ownCountry: string; readonly ownLanguage: LetterLanguage };

/** The customer of a document, or null when the document names nobody. */
export function customerDraft(document: ParsedDocument, context: DraftContext): CustomerDraft | null {
  const party = document.customer;
  const { sourceKind } = document;
  const isNumberOurs = sourceKind === 'table' || sourceKind === 'xaf' || sourceKind === 'manual';
  const number = isNumberOurs ? text(party.sourceId, 60) : '';
  const vat = party.vat === null ? '' : (parseVatNumber(party.vat) ?? normaliseIdentifier(party.vat)).slice(0, 30);
  const name = text(party.name ?? party.tradeName, 200) || number || vat;
  if (name === '') return null;
  const country = countryOf(party, context.ownCountry);
  const postcode = text(party.address?.postcode, 16);
  const contact = contactOf(party);
  const facts: CustomerFacts = {
    name,
    number,
    kind: kindOf(party, sourceKind),
    country,
    language: languageOf({ country, postcode, ownLanguage: context.ownLanguage }),
    street: text(party.address?.street, 160),
    postcode,
    city: text(party.address?.city, 100),
    vatNumber: vat,
    registrationNumber: registrationNumberOf(party),
    email: contact?.email ?? '',
    phone: text(party.phone, 40),
  };
  return { facts, isNumberOurs, contact };
}
