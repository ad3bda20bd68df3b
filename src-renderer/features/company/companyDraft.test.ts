import { describe, expect, it } from 'vitest';
import { emptyProfile, hasProblems, isRegistrationNumber, neededForLetters, problemsOf, tidyProfile } from './companyDraft.ts';

const profile = { ...emptyProfile('nl'), name: 'Timmerwerf Voorbeeld' };
const iban = 'NL62TEST0987654321';

describe('the profile of the own company', () => {
  it('needs only a name', () => {
    expect(hasProblems(problemsOf(profile))).toBe(false);
    expect(problemsOf(emptyProfile('nl')).fields.name).toBe(true);
    expect(problemsOf({ ...profile, name: '   ' }).fields.name).toBe(true);
  });
  it('refuses an IBAN whose check digits are wrong, and the same one twice', () => {
    expect(problemsOf({ ...profile, ibans: ['NL00TRMN0200114407'] }).ibans).toEqual(['invalid']);
    expect(problemsOf({ ...profile, ibans: [iban, '', iban] }).ibans).toEqual([null, null, 'double']);
    expect(hasProblems(problemsOf({ ...profile, ibans: [iban, iban] }))).toBe(true);
  });
  it('checks the digits of a Belgian enterprise number and the length of a KvK number', () => {
    expect(isRegistrationNumber('0123.456.749', 'BE')).toBe(true);
    expect(isRegistrationNumber('0123.456.740', 'BE')).toBe(false);
    expect(isRegistrationNumber('12345678', 'NL')).toBe(true);
    expect(isRegistrationNumber('1234567', 'NL')).toBe(false);
  });
  it.each([
    ['vatNumber', 'BE 0123.456.749', 'NL123456789B01'],
    ['email', 'post@voorbeeld.example', 'post@voorbeeld'],
    ['website', 'www.voorbeeld.example/over-ons', 'onze site'],
    ['website', 'https://voorbeeld.example', 'post@voorbeeld.example'],
    ['bic', 'testnl2a', 'TESTNL2'],
    ['accentColour', '#0B5A5E', 'groen'],
  ] as const)('tells a right %s from a wrong one: %s, not %s', (field, right, wrong) => {
    expect(problemsOf({ ...profile, [field]: right }).fields[field]).toBe(false);
    expect(problemsOf({ ...profile, [field]: wrong }).fields[field]).toBe(true);
  });
  it('takes the name of the company as the name of the account when none is given', () => {
    expect(tidyProfile({ ...profile, ibans: [''] })).toMatchObject({ accountName: 'Timmerwerf Voorbeeld', ibans: [] });
  });
  it('never makes an account name longer than a payment code may carry', () => {
    expect(tidyProfile({ ...profile, name: 'V'.repeat(120) }).accountName).toHaveLength(70);
  });
  it('saves codes in one form', () => {
    expect(tidyProfile({ ...profile, bic: 'test nl 2a', accentColour: '#05E' })).toMatchObject({
      bic: 'TESTNL2A',
      accentColour: '#0055ee',
    });
  });
  it('says what letters still need', () => {
    expect(neededForLetters(profile)).toEqual(['address', 'registration', 'iban', 'signer', 'reach']);
    const complete = {
      ...profile,
      street: 'Dorpsstraat 1',
      city: 'Voorbeeld',
      registrationNumber: '12345678',
      ibans: [iban],
      signerName: 'A. de Boer',
      phone: '010',
    };
    expect(neededForLetters(complete)).toEqual([]);
  });
});
