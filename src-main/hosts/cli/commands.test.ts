import { describe, expect, it } from 'vitest';
import { zCompanyProfile } from '../../../src-shared/contract/administrations.ts';
import { helpText } from './commands.ts';

describe('the help of one command', () => {
  it('names every field of the file that init reads, and the list of all commands does not', () => {
    for (const field of Object.keys(zCompanyProfile.shape)) expect(helpText('init')).toMatch(new RegExp(`^ {8}${field}(:|$)`, 'm'));
    expect(helpText('')).not.toContain('windowOffset');
  });
});
