/** Seller, buyer and payee of a UBL document (`cac:Party`), read tolerantly: empty elements are absent, nothing is validated here. */
import { normaliseIdentifier } from '../../../../src-shared/identifiers/normaliseIdentifier.ts';
import { parseVatNumber } from '../../../../src-shared/identifiers/vatNumber.ts';
import { emptyParty, type ParsedAddress, type ParsedParty, type SchemedIdentifier } from '../../../domain/receivable/parsedDocument.ts';
import { ownText, type XmlElement, xmlChild, xmlChildren, xmlText } from '../readXml.ts';

const oneLine = (text: string | null): string | null => (text === null ? null : text.replace(/\s+/g, ' ').trim() || null);

/** The identifier at a path with its `schemeID`; an element with a scheme and no value is absent. */
function schemedIdentifier(element: XmlElement | null): SchemedIdentifier | null {
  const value = ownText(element);
  if (element === null || value === null) return null;
  const scheme = element.attributes['schemeID']?.trim();
  return { scheme: scheme === undefined || scheme === '' ? null : scheme, value };
}

/**
 * The VAT number: the tax scheme named VAT (others such as TAX or FC are no VAT numbers); where no scheme is named, only a number that
 * passes its check; in SI-UBL 1.x the legal id may carry it as `NL:VAT`.
 */
function vatOf(party: XmlElement, legalId: SchemedIdentifier | null): string | null {
  for (const taxScheme of xmlChildren(party, 'PartyTaxScheme')) {
    const number = xmlText(taxScheme, 'CompanyID');
    if (number === null) continue;
    const scheme = xmlText(taxScheme, 'TaxScheme', 'ID')?.toUpperCase() ?? null;
    if (scheme === 'VAT' || (scheme === null && parseVatNumber(number) !== null)) return normaliseIdentifier(number);
  }
  if (legalId !== null && /^[A-Z]{2}:VAT$/.test(legalId.scheme ?? '') && /^[A-Z]{2}/i.test(legalId.value)) {
    return normaliseIdentifier(legalId.value);
  }
  return null;
}

function addressOf(party: XmlElement): ParsedAddress | null {
  const element = xmlChild(party, 'PostalAddress') ?? xmlChild(party, 'PartyLegalEntity', 'RegistrationAddress');
  if (element === null) return null;
  const street = oneLine(xmlText(element, 'StreetName'));
  const house = oneLine(xmlText(element, 'BuildingNumber'));
  const box = oneLine(xmlText(element, 'Postbox'));
  const lines = xmlChildren(element, 'AddressLine').flatMap((line) => oneLine(xmlText(line, 'Line')) ?? []);
  const address = {
    street: street === null ? (box === null ? (lines[0] ?? null) : `Postbus ${box}`) : house === null ? street : `${street} ${house}`,
    additionalLine: oneLine(xmlText(element, 'AdditionalStreetName')) ?? (street === null ? (lines[1] ?? null) : (lines[0] ?? null)),
    postcode: oneLine(xmlText(element, 'PostalZone')),
    city: oneLine(xmlText(element, 'CityName')),
    country: oneLine(xmlText(element, 'Country', 'IdentificationCode')) ?? oneLine(xmlText(element, 'Country', 'Name')),
  };
  return Object.values(address).every((value) => value === null) ? null : address;
}

function personName(party: XmlElement): string | null {
  const person = xmlChild(party, 'Person');
  return oneLine(
    [xmlText(person, 'FirstName'), xmlText(person, 'MiddleName'), xmlText(person, 'FamilyName')].filter((part) => part !== null).join(' '),
  );
}

/** Reads `Party` inside AccountingSupplierParty or AccountingCustomerParty, or a PayeeParty, which is a party itself. */
export function readUblParty(holder: XmlElement | null): ParsedParty {
  const party = xmlChild(holder, 'Party') ?? holder;
  if (party === null) return emptyParty;
  const legalName = oneLine(xmlText(party, 'PartyLegalEntity', 'RegistrationName'));
  const tradeName = oneLine(xmlText(party, 'PartyName', 'Name'));
  const legalId = schemedIdentifier(xmlChild(party, 'PartyLegalEntity', 'CompanyID'));
  return {
    sourceId:
      xmlChildren(party, 'PartyIdentification').flatMap((identification) => xmlText(identification, 'ID') ?? [])[0] ??
      xmlText(holder, 'SupplierAssignedAccountID') ??
      xmlText(holder, 'CustomerAssignedAccountID'),
    name: legalName ?? tradeName ?? personName(party),
    tradeName,
    vat: vatOf(party, legalId),
    legalId,
    endpoint: schemedIdentifier(xmlChild(party, 'EndpointID')),
    email: xmlText(party, 'Contact', 'ElectronicMail'),
    phone: xmlText(party, 'Contact', 'Telephone'),
    contactName: oneLine(xmlText(party, 'Contact', 'Name')),
    address: addressOf(party),
    ownIban: null,
  };
}

/** Whether a payee is somebody else than the seller: factoring or a group cash pool. Identifiers decide before names. */
export function isOtherParty(payee: ParsedParty, seller: ParsedParty): boolean {
  if (payee.name === null && payee.legalId === null) return false;
  if (payee.legalId !== null && seller.legalId !== null) {
    return normaliseIdentifier(payee.legalId.value) !== normaliseIdentifier(seller.legalId.value);
  }
  const plain = (name: string | null): string => (name ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return payee.name !== null && plain(payee.name) !== plain(seller.name) && plain(payee.name) !== plain(seller.tradeName);
}
