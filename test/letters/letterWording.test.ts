/** Words that a careful reader in each language would stumble over, and sums that must be said once. */
import { describe, expect, it } from 'vitest';
import { attentionIn } from '../../src-main/domain/letters/attention.ts';
import { buildLetter } from '../../src-main/domain/letters/buildLetter.ts';
import type { ClaimFacts, LetterFacts } from '../../src-main/domain/letters/letterFacts.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { type LetterModel, textsOfLetter } from '../../src-shared/letter.ts';
import { zeroCents } from '../../src-shared/money.ts';
import { belgianConsumerDemand } from './claimSamples.ts';
import { belgianConsumer } from './letterSamples.ts';

function built(facts: LetterFacts): LetterModel {
  const result = buildLetter(facts);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const textOf = (facts: LetterFacts): string => textsOfLetter(built(facts)).join('\n').replaceAll('\u00a0', ' ');

describe('the line that names a person', () => {
  it.each([
    ['de heer P. Van den Broeck', 'fr', 'M. P. Van den Broeck'],
    ['mevrouw A. de Boer, crediteuren', 'fr', 'Mme A. de Boer, crediteuren'],
    ['t.a.v. dhr. P. Hoekstra', 'de', 'Herrn P. Hoekstra'],
    ['de heer P. Hoekstra', 'en', 'Mr P. Hoekstra'],
    ['Madame L. Dardenne', 'fr', 'Madame L. Dardenne'],
    ['Madame L. Dardenne', 'nl', 'mevrouw L. Dardenne'],
    ['à l’attention de Monsieur L. Dardenne', 'fr', 'Monsieur L. Dardenne'],
    ['de penningmeester', 'fr', 'penningmeester'],
    ['de penningmeester', 'nl', 'de penningmeester'],
    ['De Boer & Zonen', 'fr', 'De Boer & Zonen'],
    ['Frau Dr. Weber', 'de', 'Frau Dr. Weber'],
    ['Accounts Payable', 'en', 'Accounts Payable'],
  ] as const)('%s in a letter in %s: %s', (line, language, expected) => {
    expect(attentionIn(line, language)).toBe(expected);
  });
});

describe('a demand without interest and costs', () => {
  const bare: ClaimFacts = { ...belgianConsumerDemand, claim: { ...belgianConsumerDemand.claim, interest: [], costs: null, payments: [], laterCosts: null, perDay: zeroCents } };
  it('says its sum once in the list, not again below it', () => {
    const { blocks } = built(bare);
    expect(blocks.filter((block) => block.kind === 'sums')).toEqual([]);
    expect(blocks.filter((block) => block.kind === 'table')).toHaveLength(1);
  });
});

describe('from when a Belgian consumer owes interest', () => {
  it('a larger creditor announces it from the end of the term of the free reminder, never from its sending', () => {
    if (belgianConsumer.belgianClause === null) throw new Error('sample');
    const larger = { ...belgianConsumer, belgianClause: { ...belgianConsumer.belgianClause, interestFrom: 'term' } } as const;
    expect(textOf(larger)).toContain('vanaf de dag na deze termijn');
    expect(textOf(larger)).not.toContain('vanaf de dag na verzending');
    expect(textOf(belgianConsumer)).toContain('vanaf de dag na verzending');
  });
  it('a demand says the same as its working', () => {
    const first = belgianConsumerDemand.claim.interest[0]?.accrued.working[0]?.from ?? plainDate('2026-11-20');
    expect(textOf(belgianConsumerDemand)).toContain('vanaf de dag na de eerste herinnering');
    const claim = { ...belgianConsumerDemand.claim, chargesFrom: first };
    expect(textOf({ ...belgianConsumerDemand, claim })).toContain('vanaf de dag na de termijn van de eerste herinnering');
  });
  it('an agreed rate counts from there too, not from the due date', () => {
    const claim = { ...belgianConsumerDemand.claim, interestKind: 'contractual' as const };
    expect(textOf({ ...belgianConsumerDemand, claim })).not.toContain('na de vervaldag');
  });
});
