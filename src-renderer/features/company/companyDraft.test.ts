import { describe, expect, it } from 'vitest';
import { emptyProfile, hasProblems, isRegistrationNumber, problemsOf, tidyProfile } from './companyDraft.ts';

const profile = { ...emptyProfile('nl'), name: 'Timmerwerf Voorbeeld' };

describe('the profile of the own company', () => {
  it('needs only a name', () => {
    expect(hasProblems(problemsOf(profile))).toBe(false);
    expect(problemsOf(emptyProfile('nl')).name).toBe(true);
  });
  it('refuses an IBAN whose check digits are wrong', () => {
    expect(problemsOf({ ...profile, ibans: ['NL00TRMN0200114407'] }).iban).toBe(true);
  });
  it('checks the digits of a Belgian enterprise number and the length of a KvK number', () => {
    expect(isRegistrationNumber('0123.456.749', 'BE')).toBe(true);
    expect(isRegistrationNumber('0123.456.740', 'BE')).toBe(false);
    expect(isRegistrationNumber('12345678', 'NL')).toBe(true);
    expect(isRegistrationNumber('1234567', 'NL')).toBe(false);
  });
  it('tells a full e-mail address from a part of one', () => {
    expect(problemsOf({ ...profile, email: 'post@voorbeeld.example' }).email).toBe(false);
    expect(problemsOf({ ...profile, email: 'post@voorbeeld' }).email).toBe(true);
  });
  it('takes the name of the company as the name of the account when none is given', () => {
    expect(tidyProfile({ ...profile, ibans: [''] })).toMatchObject({ accountName: 'Timmerwerf Voorbeeld', ibans: [] });
  });
});
