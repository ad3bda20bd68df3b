import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { createCustomerBook, type KnownCustomer } from './customerBook.ts';
import { type CustomerDraft, type CustomerFacts, hasLegalForm, isPayableMailbox } from './customerDraft.ts';

const facts = (given: Partial<CustomerFacts>): CustomerFacts => ({
  name: 'De Hoek B.V.',
  number: '',
  kind: 'business',
  country: 'NL',
  language: 'nl',
  street: '',
  postcode: '',
  city: '',
  vatNumber: '',
  registrationNumber: '',
  email: '',
  phone: '',
  ...given,
});
const draft = (given: Partial<CustomerFacts>, isNumberOurs = true): CustomerDraft => ({ facts: facts(given), isNumberOurs, contact: null });
const known = (id: number, given: Partial<CustomerFacts>, editedFields: readonly string[] = []): KnownCustomer => ({
  ...facts(given),
  id: id as CustomerId,
  matchKey: `k${id}`,
  termDays: null,
  newestOn: plainDate('2026-02-01'),
  editedFields,
});

describe('who a document belongs to', () => {
  it('trusts a checked identifier over the name', () => {
    const book = createCustomerBook([known(1, { vatNumber: 'NL123456782B90' }), known(2, { name: 'Hoek Bouw' })]);
    expect(book.find(draft({ name: 'Hoek Bouw', vatNumber: 'NL123456782B90' })).id).toBe(1);
  });

  it('takes a Belgian VAT number and an enterprise number as one', () => {
    const book = createCustomerBook([known(1, { name: 'Pauwels', country: 'BE', vatNumber: 'BE0123456749' })]);
    expect(book.find(draft({ name: 'Drukkerij P.', country: 'BE', registrationNumber: '0123.456.749' })).id).toBe(1);
  });

  it('does not match on an identifier that fails its check', () => {
    const book = createCustomerBook([known(1, { vatNumber: 'NL000000000B00' })]);
    expect(book.find(draft({ name: 'Anders', vatNumber: 'NL000000000B00' })).id).toBeNull();
  });

  it('keeps namesakes with contradicting identifiers or numbers apart', () => {
    const book = createCustomerBook([known(1, { vatNumber: 'NL123456782B90', number: '1001' })]);
    expect(book.find(draft({ vatNumber: 'NL111222333B01' })).id).toBeNull();
    expect(book.find(draft({ number: '1002' })).id).toBeNull();
  });

  it('takes one name at two post codes as two people, and as one company that moved', () => {
    const people = createCustomerBook([known(1, { name: 'J. de Vries', postcode: '3511 AB' })]);
    expect(people.find(draft({ name: 'J. de Vries', postcode: '9712 CP' })).id).toBeNull();
    expect(people.find(draft({ name: 'J. de Vries', postcode: '3511ab' })).id).toBe(1);
    const companies = createCustomerBook([known(1, { postcode: '3511 AB' })]);
    expect(companies.find(draft({ name: 'De Hoek BV', postcode: '9712 CP' })).id).toBe(1);
  });

  it('ignores a number that is not from the books of the user', () => {
    const book = createCustomerBook([known(1, { name: 'Een', number: '1001' })]);
    expect(book.find(draft({ name: 'Twee', number: '1001' }, false)).id).toBeNull();
  });
});

const later = plainDate('2026-03-01');

describe('what a document teaches about its customer', () => {
  it('moves an address as a whole and fills only what is empty', () => {
    const book = createCustomerBook([known(1, { street: 'Oud 1', postcode: '1000 AA', city: 'Ede', email: 'een@hoek.example' })]);
    const customer = book.find(draft({}));
    book.learn(customer, draft({ street: 'Nieuw 2', postcode: '2000 BB', city: 'Epe', email: 'twee@hoek.example', phone: '030 123' }), later);
    expect(customer.now).toMatchObject({
      street: 'Nieuw 2',
      postcode: '2000 BB',
      city: 'Epe',
      email: 'een@hoek.example',
      phone: '030 123',
    });
  });

  it('keeps address and name when an older invoice is taken in afterwards, and fills what is empty', () => {
    const book = createCustomerBook([known(1, { number: '1', street: 'Nieuw 2', postcode: '2000 BB', city: 'Epe' })]);
    const old = draft({ number: '1', name: 'De Hoek Oud B.V.', street: 'Oud 1', postcode: '1000 AA', city: 'Ede', phone: '030 123' });
    const customer = book.find(old);
    book.learn(customer, old, plainDate('2025-06-01'));
    expect(customer.now).toMatchObject({ name: 'De Hoek B.V.', street: 'Nieuw 2', postcode: '2000 BB', city: 'Epe', phone: '030 123' });
    book.learn(customer, old, later);
    expect(customer.now).toMatchObject({ name: 'De Hoek Oud B.V.', street: 'Oud 1' });
  });

  it('never touches a field that a person changed', () => {
    const book = createCustomerBook([known(1, { number: '1', street: 'Mijn 1' }, ['street', 'email', 'name'])]);
    const customer = book.find(draft({ number: '1', name: 'Andere naam' }));
    book.learn(customer, draft({ number: '1', name: 'Andere naam', street: 'Nieuw 2', city: 'Epe', email: 'x@hoek.example' }), later);
    expect(customer.now).toEqual(facts({ number: '1', street: 'Mijn 1' }));
  });

  it('keeps the longer name when a list cuts it off', () => {
    const book = createCustomerBook([known(1, { number: '1', name: 'Stichting Vrienden van de Oude Haven' })]);
    const customer = book.find(draft({ number: '1', name: 'Stichting Vrienden van de' }));
    book.learn(customer, draft({ number: '1', name: 'Stichting Vrienden van de' }), later);
    expect(customer.now.name).toBe('Stichting Vrienden van de Oude Haven');
  });
});

it('knows a legal form in any spelling', () => {
  expect(['De Hoek B.V.', 'DE HOEK BV', 'Lenoir SRL', 'Gemeente Ede'].map(hasLegalForm)).toEqual([true, true, true, true]);
  expect(['J. de Vries', 'Bvandaal', ''].map(hasLegalForm)).toEqual([false, false, false]);
});

it('knows the mailboxes of people who pay', () => {
  expect(['facturen@x.example', 'AP@x.example', 'accounts.payable@x.example', 'compta-nord@x.example'].map(isPayableMailbox)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['jan@x.example', 'apple@x.example', 'info@x.example'].map(isPayableMailbox)).toEqual([false, false, false]);
});
