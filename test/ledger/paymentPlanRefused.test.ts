/** With whom no payment plan is made: who may not be asked by us any more is not asked for instalments either. */
import { expect, it } from 'vitest';
import { addHandover, saveHandoverParty } from '../../src-main/ledger/customers/handover.ts';
import { openForPlan } from '../../src-main/ledger/customers/paymentPlans.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { aardappel, cashWorld } from './cashWorld.ts';
import { codeOf, now, valueOf } from './ledgers.ts';

const today = plainDate('2026-11-21');
const handOver = ({ ledger }: ReturnType<typeof cashWorld>): void =>
  ledger.write((db) => {
    const fields = { kind: 'agency', name: 'Incasso Voorbeeld', attention: '', street: 'Kade 9', postcode: '1234 AB', city: 'Voorbeeldstad', country: 'NL', email: '', phone: '', registration: '' } as const;
    const partyId = valueOf(saveHandoverParty(db, { partyId: null, fields, isStandard: false, at: now }));
    addHandover(db, { customerId: aardappel, party: { partyId, fields, isStandard: false }, on: today, at: now });
  });

it.each([
  ['insolvent', 'plan-insolvent', (world: ReturnType<typeof cashWorld>) => world.run(`UPDATE customer SET insolvent_on = '2026-11-18' WHERE id = ${aardappel}`)],
  ['handed over', 'plan-handed-over', handOver],
] as const)('no plan is proposed or made with a customer who is %s', (_how, code, change) => {
  const world = cashWorld();
  const documentIds = [world.invoice(70_000, { number: '2026-0042', due: '2026-10-05' })];
  const open = () => openForPlan(world.ledger.read, { customerId: aardappel, documentIds, today });
  expect(open().ok).toBe(true);
  change(world);
  expect(codeOf(open())).toBe(code);
});
