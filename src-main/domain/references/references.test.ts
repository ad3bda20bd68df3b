import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findBetalingskenmerken,
  formatBetalingskenmerk,
  isValidBetalingskenmerk,
  makeBetalingskenmerk,
  parseBetalingskenmerk,
} from './betalingskenmerk.ts';
import {
  findCreditorReferences,
  formatCreditorReference,
  isValidCreditorReference,
  makeCreditorReference,
  parseCreditorReference,
  sameCreditorReference,
} from './creditorReference.ts';
import { bbanOfDutchIban, belgianIban, dutchIban, formatIban, isValidIban, looksLikeIban } from './iban.ts';
import { findOgms, formatOgm, isValidOgm, makeOgm, parseOgm } from './ogm.ts';
import { presentId, structuredReference } from './structuredReference.ts';

describe('Belgian structured communication', () => {
  it.each([
    ['0909337554', '+++090/9337/55493+++'],
    ['0108068171', '+++010/8068/17183+++'],
    ['1905063212', '+++190/5063/21290+++'],
    ['2402838428', '+++240/2838/42818+++'],
    ['1794467610', '+++179/4467/61008+++'],
    ['2026000042', '+++202/6000/04236+++'],
    ['0000000001', '+++000/0000/00101+++'],
    ['0000000097', '+++000/0000/09797+++'],
    ['0000000194', '+++000/0000/19497+++'],
    ['9999999999', '+++999/9999/99948+++'],
  ])('turns base %s into %s and back', (base, written) => {
    const digits = makeOgm(base);
    expect(digits === null ? null : formatOgm(digits)).toBe(written);
    expect(parseOgm(written)).toEqual({ digits, isValid: true });
    expect(parseOgm(written.replaceAll('+', '*'))).toEqual({ digits, isValid: true });
  });

  it.each(['000/0035/05158', '324/3587/32507', '112/4554/46812', '321/5678/90876', '142/1234/56789', '000/0000/09700'])(
    'keeps %s and says that its check fails',
    (written) => {
      expect(parseOgm(written)?.isValid).toBe(false);
    },
  );

  it('finds one in free text, and bare digits only when the check fits and nothing touches them', () => {
    expect(findOgms('betreft +++090/9337/55493+++ dank')).toEqual([{ digits: '090933755493', isValid: true }]);
    expect(findOgms('112/4554/46812')).toEqual([{ digits: '112455446812', isValid: false }]);
    expect(findOgms('090933755493')).toEqual([{ digits: '090933755493', isValid: true }]);
    expect(findOgms('112455446812')).toEqual([]);
    expect(findOgms('1090933755493')).toEqual([]);
  });

  it('makes none for zero and for eleven digits', () => {
    expect(makeOgm('0000000000')).toBeNull();
    expect(makeOgm('12345678901')).toBeNull();
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), fc.nat(11), fc.integer({ min: 1, max: 9 }), (base, place, shift) => {
        const digits = makeOgm(String(base)) ?? '';
        const wrong = digits.slice(0, place) + String((Number(digits[place]) + shift) % 10) + digits.slice(place + 1);
        return isValidOgm(digits) && !isValidOgm(wrong);
      }),
    );
  });
});

describe('Dutch betalingskenmerk', () => {
  it.each([
    '5000056789012345',
    '8850426741301240',
    '1067931951601240',
    '4082412175836145',
    '8202600000000042',
    '0123456789012345',
    '9000000000000001',
    '12234534622567',
    '271234567',
    '4812345678',
    '09123456789',
    '701234567890',
    '8112345678901',
    '1234567',
  ])('accepts %s', (digits) => {
    expect(isValidBetalingskenmerk(digits)).toBe(true);
  });

  it.each(['9001123412341234', '1070123412341234', '1234567899874563', '4420043232693268', '1111222233334444'])(
    'keeps %s and says that its check fails',
    (digits) => {
      expect(parseBetalingskenmerk(digits)).toEqual({ digits, isValid: false });
    },
  );

  it('knows no references of 8 and 15 digits', () => {
    expect(parseBetalingskenmerk('12345678')).toBeNull();
    expect(parseBetalingskenmerk('123456789012345')).toBeNull();
  });

  it('makes, groups and finds one', () => {
    expect(makeBetalingskenmerk('202600000000042')).toBe('8202600000000042');
    expect(formatBetalingskenmerk('5000056789012345')).toBe('5000 0567 8901 2345');
    expect(findBetalingskenmerken('kenmerk 5000 0567 8901 2345, niet 1111222233334444')).toEqual(['5000056789012345']);
  });
});

describe('ISO 11649 creditor reference', () => {
  it.each(['RF18539007547034', 'RF712348231', 'RF741', 'RF25A', 'RF16INV20260001', 'RF022026000042', 'RF40123456789012345678901'])(
    'accepts %s and makes it again from its body',
    (text) => {
      expect(isValidCreditorReference(text)).toBe(true);
      expect(isValidCreditorReference(text.toLowerCase())).toBe(true);
      expect(makeCreditorReference(text.slice(4))).toBe(text);
    },
  );

  it.each(['RF19539007547034', 'RF18 539007547035', 'RF001234', 'RF181234567890123456789012'])('refuses %s', (text) => {
    expect(parseCreditorReference(text)?.isValid ?? false).toBe(false);
  });

  it('takes leading zeros, case and blanks for nothing', () => {
    expect(sameCreditorReference('RF18539007547034', 'rf18 0000 0000 0539 0075 4703 4')).toBe(true);
    expect(sameCreditorReference('RF18539007547034', 'RF712348231')).toBe(false);
  });

  it('finds one in free text, in groups too, without swallowing the word behind it', () => {
    expect(findCreditorReferences('Betaling RF18 5390 0754 7034 dank')).toEqual(['RF18539007547034']);
    expect(findCreditorReferences('xRF712348231')).toEqual([]);
    expect(formatCreditorReference('RF18539007547034')).toBe('RF18 5390 0754 7034');
  });
});

describe('account numbers', () => {
  it('knows a right IBAN from a wrong one', () => {
    expect(isValidIban('NL91 ABNA 0417 1643 00')).toBe(true);
    expect(isValidIban('BE68539007547034')).toBe(true);
    expect(isValidIban('NL92ABNA0417164300')).toBe(false);
    expect(isValidIban('BE685390075470341')).toBe(false);
    expect(looksLikeIban('NL00BANK0123456789')).toBe(true);
  });

  it('goes from the old national numbers to an IBAN and back', () => {
    expect(dutchIban('ABNA', '0417164300')).toBe('NL91ABNA0417164300');
    expect(dutchIban('ABNA', '417164300')).toBe('NL91ABNA0417164300');
    expect(bbanOfDutchIban('NL91ABNA0417164300')).toBe('0417164300');
    expect(belgianIban('539-0075470-34')).toBe('BE68539007547034');
    expect(belgianIban('539-0075470-35')).toBeNull();
    expect(formatIban('NL91ABNA0417164300')).toBe('NL91 ABNA 0417 1643 00');
  });
});

describe('references in a place of their own', () => {
  it('takes the issuer from the bank, or from the shape when the bank names none', () => {
    expect(structuredReference('+++090/9337/55493+++', null)).toEqual({ issuer: 'BBA', text: '090933755493', isValid: true });
    expect(structuredReference('RF18 5390 0754 7034', null)).toEqual({ issuer: 'ISO', text: 'RF18539007547034', isValid: true });
    expect(structuredReference('5000056789012345', null)).toEqual({ issuer: 'CUR', text: '5000056789012345', isValid: true });
    expect(structuredReference('4654654654654654', 'BBA')).toEqual({ issuer: 'BBA', text: '4654654654654654', isValid: false });
    expect(structuredReference('factuur 12', null)).toEqual({ issuer: null, text: 'factuur 12', isValid: null });
    expect(structuredReference(' ', 'CUR')).toBeNull();
  });

  it('reads the words for "none" as none, wrapped ones too', () => {
    for (const word of ['NOTPROVIDED', 'NOT PROVIDED', 'NOTPROVIDE D', 'NONREF', '-', '', ' unknown ']) expect(presentId(word)).toBeNull();
    expect(presentId(' 2026-0042 ')).toBe('2026-0042');
  });
});
