import type { HandoverPartyFields } from '../../src-shared/contract/handover.ts';

/** Invented parties that take claims over. */
export const bailiff: HandoverPartyFields = {
  kind: 'bailiff',
  name: 'Duin & Zn',
  attention: '',
  street: 'Griffiestraat 4',
  postcode: '1011 AA',
  city: 'Amsterdam',
  country: 'NL',
  email: 'dossiers@duin.example',
  phone: '',
  registration: '',
};
export const agency: HandoverPartyFields = { ...bailiff, kind: 'agency', name: 'Wilgenroos', email: 'intake@wilgenroos.example' };
