import type { Handlers } from '../../../src-shared/contract/index.ts';
import { ok } from '../../../src-shared/result.ts';
import { discountTerms, forget, habitCountsFrom, learnedFacts, saveDiscountTerm } from '../../ledger/cash/learned.ts';
import { policyChangedAt, readMatchingPolicy, saveMatchingPolicy } from '../../ledger/cash/matchingPolicy.ts';
import { customerNames } from '../../ledger/presence.ts';
import type { MatchingContext } from './matchingContext.ts';

type Methods = 'matching.policy' | 'matching.savePolicy' | 'matching.learned' | 'matching.forget' | 'matching.discountTerms' | 'matching.saveDiscountTerm';

const done = ok({ done: true as const });
const isHabit = (kind: string): boolean => kind !== 'account' && kind !== 'name';

/** What the program may do by itself, and what it learned. */
export const learningMethods: Handlers<MatchingContext, Methods> = {
  'matching.policy': ({ ledger }) => ok({ policy: readMatchingPolicy(ledger.read), changedAt: policyChangedAt(ledger.read) }),
  'matching.savePolicy': ({ ledger, clock, events }, { policy }) => {
    ledger.write((db) => saveMatchingPolicy(db, policy, clock.now()));
    events.emit({ type: 'ledgerChanged', areas: ['bank', 'settings'] });
    return done;
  },
  'matching.learned': ({ ledger }) =>
    ok({ facts: learnedFacts(ledger.read).map((fact) => ({ ...fact, key: fact.key.slice(0, 500), counts: !isHabit(fact.kind) || fact.times >= habitCountsFrom })) }),
  'matching.forget': ({ ledger, clock, events }, fact) => {
    const forgotten = ledger.write((db) => forget(db, { ...fact, at: clock.now() }));
    if (!forgotten.ok) return forgotten;
    events.emit({ type: 'ledgerChanged', areas: ['bank', 'customers', 'dunning'] });
    return done;
  },
  'matching.discountTerms': ({ ledger }) => {
    const names = customerNames(ledger.read);
    return ok({ terms: [...discountTerms(ledger.read)].slice(0, 5000).map(([customerId, term]) => ({ customerId, customerName: names.get(customerId) ?? '', ...term })) });
  },
  'matching.saveDiscountTerm': ({ ledger, clock, events }, { customerId, term }) => {
    const saved = ledger.write((db) => saveDiscountTerm(db, { customerId, term, at: clock.now() }));
    if (!saved.ok) return saved;
    events.emit({ type: 'ledgerChanged', areas: ['customers', 'bank'] });
    return done;
  },
};
