import type { OutputOf } from '../../../src-shared/contract/index.ts';

export type Party = OutputOf<'handover.parties'>['parties'][number];
export type PartyFields = Party['fields'];
export const partyKinds = ['bailiff', 'agency', 'lawyer'] as const satisfies readonly PartyFields['kind'][];
export const partyCountries = ['NL', 'BE'] as const satisfies readonly PartyFields['country'][];
