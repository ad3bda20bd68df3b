/**
 * The customers of a ledger together with those an import adds: who a document belongs to, and which fields of a known customer it
 * updates. What a person changed by hand is never touched again.
 */
import type { PlainDateText } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { type ContactFacts, type CustomerDraft, type CustomerFacts, hasLegalForm, identifiersOf, nameKey } from './customerDraft.ts';

export type KnownCustomer = CustomerFacts & {
  readonly id: CustomerId;
  readonly matchKey: string;
  readonly termDays: number | null;
  readonly editedFields: readonly string[];
  /** Issue date of its newest document; null without any. */
  readonly newestOn: PlainDateText | null;
};

/** A customer in the book: `id` is null for one that the import will add. `place` numbers the customers of one book. */
export type BookedCustomer = {
  readonly place: number;
  readonly id: CustomerId | null;
  readonly termDays: number | null;
  readonly editedFields: ReadonlySet<string>;
  readonly before: CustomerFacts | null;
  now: CustomerFacts;
  newestOn: PlainDateText | null;
  readonly contacts: ContactFacts[];
};

export type CustomerBook = {
  /** The customer of a draft; one is added when nobody fits. */
  readonly find: (draft: CustomerDraft) => BookedCustomer;
  /** Takes over what a new or changed document of a day says about its customer; an older one than the newest only fills what is empty. */
  readonly learn: (customer: BookedCustomer, draft: CustomerDraft, issuedOn: PlainDateText) => void;
  readonly all: () => readonly BookedCustomer[];
};

type Index = Map<string, BookedCustomer[]>;

function remember(index: Index, key: string, customer: BookedCustomer): void {
  if (key === '') return;
  const found = index.get(key);
  if (found === undefined) index.set(key, [customer]);
  else if (!found.includes(customer)) found.push(customer);
}

const numberKey = (number: string): string => number.trim().toUpperCase();
const postcodeKey = (postcode: string): string => postcode.replace(/\s/g, '').toUpperCase();

/** Two identifiers of one kind that differ. */
function contradicts(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const kinds = new Map([...one].map((identifier) => [identifier.split(':', 1)[0], identifier]));
  return [...other].some((identifier) => {
    const same = kinds.get(identifier.split(':', 1)[0]);
    return same !== undefined && same !== identifier;
  });
}

/** Namesakes: a person's name at two post codes is two people; a company may have moved. */
function areNamesakes(one: CustomerFacts, other: CustomerFacts): boolean {
  const [here, there] = [postcodeKey(one.postcode), postcodeKey(other.postcode)];
  return here !== '' && there !== '' && here !== there && !hasLegalForm(one.name) && !hasLegalForm(other.name);
}

/** Which fields of a known customer a document changes. Addresses move as a block; everything else only fills what is empty. */
function learned(customer: BookedCustomer, draft: CustomerDraft, issuedOn: PlainDateText): CustomerFacts {
  const { now, editedFields, newestOn } = customer;
  // History that is taken in later must not bring back an old address or an old name.
  const isCurrent = newestOn === null || issuedOn >= newestOn;
  const { facts } = draft;
  const mayChange = (field: keyof CustomerFacts): boolean => !editedFields.has(field);
  const filled = <F extends 'vatNumber' | 'registrationNumber' | 'email' | 'phone' | 'number'>(field: F): string =>
    now[field] === '' && mayChange(field) ? facts[field] : now[field];
  const isMove = (isCurrent || now.street === '') && facts.street !== '' && facts.city !== '' && mayChange('street') && mayChange('postcode') && mayChange('city');
  const isOtherName =
    isCurrent &&
    nameKey(facts.name) !== nameKey(now.name) &&
    !now.name.startsWith(facts.name) &&
    facts.name !== facts.number &&
    facts.name !== facts.vatNumber;
  return {
    ...now,
    name: isOtherName && mayChange('name') ? facts.name : now.name,
    number: filled('number'),
    vatNumber: filled('vatNumber'),
    registrationNumber: filled('registrationNumber'),
    email: filled('email'),
    phone: filled('phone'),
    ...(isMove ? { street: facts.street, postcode: facts.postcode, city: facts.city } : {}),
  };
}

export function createCustomerBook(known: readonly KnownCustomer[]): CustomerBook {
  const customers: BookedCustomer[] = [];
  const byIdentifier: Index = new Map();
  const byNumber: Index = new Map();
  const byName: Index = new Map();

  const enter = (customer: BookedCustomer): void => {
    for (const identifier of identifiersOf(customer.now)) remember(byIdentifier, identifier, customer);
    remember(byNumber, numberKey(customer.now.number), customer);
    remember(byName, nameKey(customer.now.name), customer);
  };
  const add = (customer: Omit<BookedCustomer, 'place' | 'contacts'>): BookedCustomer => {
    const booked = { ...customer, place: customers.length, contacts: [] };
    customers.push(booked);
    enter(booked);
    return booked;
  };
  for (const { id, matchKey: _matchKey, termDays, editedFields, newestOn, ...facts } of known) {
    add({ id, termDays, editedFields: new Set(editedFields), before: facts, now: facts, newestOn });
  }

  const search = (draft: CustomerDraft): BookedCustomer | undefined => {
    const { facts } = draft;
    const identifiers = identifiersOf(facts);
    const number = numberKey(facts.number);
    const fits = (customer: BookedCustomer): boolean => !contradicts(identifiers, identifiersOf(customer.now));
    const sameIdentifier = [...identifiers].flatMap((identifier) => byIdentifier.get(identifier) ?? []).filter(fits);
    if (sameIdentifier.length > 0) return sameIdentifier.find((customer) => numberKey(customer.now.number) === number) ?? sameIdentifier[0];
    const sameNumber = number === '' || !draft.isNumberOurs ? undefined : byNumber.get(number)?.find(fits);
    if (sameNumber !== undefined) return sameNumber;
    return byName.get(nameKey(facts.name))?.find((customer) => {
      const otherNumber = numberKey(customer.now.number);
      const isOtherNumber = number !== '' && otherNumber !== '' && number !== otherNumber;
      return fits(customer) && !isOtherNumber && !areNamesakes(facts, customer.now);
    });
  };

  return {
    find: (draft) => search(draft) ?? add({ id: null, termDays: null, editedFields: new Set(), before: null, now: draft.facts, newestOn: null }),
    learn(customer, draft, issuedOn) {
      customer.now = learned(customer, draft, issuedOn);
      if (customer.newestOn === null || issuedOn > customer.newestOn) customer.newestOn = issuedOn;
      enter(customer);
      const { contact } = draft;
      if (contact === null) return;
      const isSame = (other: ContactFacts): boolean =>
        contact.email === ''
          ? other.name.toLowerCase() === contact.name.toLowerCase()
          : other.email.toLowerCase() === contact.email.toLowerCase();
      if (!customer.contacts.some(isSame)) customer.contacts.push(contact);
    },
    all: () => customers,
  };
}
