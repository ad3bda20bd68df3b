import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeShared, sharedPath } from '../../../../test/sharedFiles.ts';
import { parseBelgianEnterpriseNumber } from '../../../../src-shared/identifiers/belgianEnterpriseNumber.ts';
import { parseDutchVat, parseKvkNumber, parseOin, parseRsin } from '../../../../src-shared/identifiers/dutchIdentifiers.ts';
import { parseBic } from '../../../../src-shared/identifiers/bic.ts';
import { parseIban } from './iban.ts';
import { parseParticipantId } from './participantId.ts';
import { parseBetalingskenmerk, parseCreditorReference, parseStructuredCommunication } from './paymentReferences.ts';
import { parseVatNumber } from '../../../../src-shared/identifiers/vatNumber.ts';

const pair = z.object({ valid: z.array(z.string()), invalid: z.array(z.string()) });
const vectorsShape = z.looseObject({
  nlVat: pair,
  be: pair,
  iban: pair,
  rf: pair,
  ogm: pair,
  betalingskenmerk: pair,
  kvk: pair,
  rsin: pair,
  oin: pair,
  bic: pair,
  peppolParticipant: pair,
  customerTypeFromVat: z.object({ legalEntity: z.array(z.string()), soleTraderNewForm: z.array(z.string()) }),
});

describeShared('published identifiers', 'invoices/identifiers.vectors.json', () => {
  const vectors = vectorsShape.parse(JSON.parse(readFileSync(sharedPath('invoices/identifiers.vectors.json'), 'utf8')));
  const parsers = {
    nlVat: (text: string) => parseDutchVat(text),
    be: parseBelgianEnterpriseNumber,
    iban: parseIban,
    rf: parseCreditorReference,
    ogm: parseStructuredCommunication,
    betalingskenmerk: parseBetalingskenmerk,
    kvk: parseKvkNumber,
    rsin: parseRsin,
    oin: parseOin,
    bic: parseBic,
    peppolParticipant: parseParticipantId,
  } as const;
  for (const [name, parse] of Object.entries(parsers) as [keyof typeof parsers, (text: string) => unknown][]) {
    it(`accepts every valid ${name} and refuses every invalid one`, () => {
      expect(vectors[name].valid.filter((text) => parse(text) === null)).toEqual([]);
      expect(vectors[name].invalid.filter((text) => parse(text) !== null)).toEqual([]);
    });
  }

  it('tells a legal entity from a sole trader by the family of the Dutch VAT number', () => {
    for (const text of vectors.customerTypeFromVat.legalEntity) expect(parseDutchVat(text)?.family).toBe('legal-entity');
    for (const text of vectors.customerTypeFromVat.soleTraderNewForm) expect(parseDutchVat(text)?.family).toBe('sole-trader');
  });
});

describe('a VAT number', () => {
  it('of Belgium without its country is not taken for one', () => expect(parseVatNumber('0202239951')).toBeNull());
  it('of Belgium in the old form of nine digits gets its zero', () => expect(parseVatNumber('BE 428.759.497')).toBe('BE0428759497'));
  it('of Germany is judged by its shape', () => {
    expect(parseVatNumber('DE163372785')).toBe('DE163372785');
    expect(parseVatNumber('DE16337278')).toBeNull();
  });
  it('of an unknown country is refused', () => expect(parseVatNumber('ZZ123456789')).toBeNull());
});

describe('a company number', () => {
  it('of eight zeros is none', () => expect(parseKvkNumber('00000000')).toBeNull());
  it('of ten zeros is none', () => expect(parseBelgianEnterpriseNumber('0000000000')).toBeNull());
});
