import { describe, expect, it } from 'vitest';
import { paymentServiceOf } from './paymentService.ts';

describe('payouts of payment services', () => {
  it.each([
    ['Stichting Mollie Payments', 'Mollie Settlement 1234567.2611.03', 'Mollie'],
    ['STICHTING MOLLIE PAYMENTS', 'Uitbetaling', 'Mollie'],
    ['Stripe Payments Europe Limited', 'STRIPE PAYOUT', 'Stripe'],
    ['Adyen N.V.', 'TX9876543XT batch 17, shop', 'Adyen'],
    ['PayPal (Europe) S.à r.l.', 'PAYPAL uitbetaling 1009', 'PayPal'],
  ])('of %s are recognised by %s', (counterName, remittance, provider) => expect(paymentServiceOf({ counterName, remittance })).toEqual({ provider, isSettlement: true }));

  it('are told from a single order that the service passes on', () =>
    expect(paymentServiceOf({ counterName: 'Stichting Mollie Payments', remittance: 'Factuur 2026-0042' })).toEqual({ provider: 'Mollie', isSettlement: false }));

  it.each([
    ['Kraanvogel Installaties', 'Betaling factuur 2026-0042'],
    ['Molliebouw BV', 'settlement 12345'],
    [null, 'overleg met Stripe over de factuur'],
    [null, ''],
  ])('are not seen in a payment of %s with %s', (counterName, remittance) => expect(paymentServiceOf({ counterName, remittance })).toBeNull());

  it('in a very long text are looked for in bounded time', () => {
    const begin = performance.now();
    for (let round = 0; round < 100; round += 1) paymentServiceOf({ counterName: 'MOLLIE '.repeat(5_000), remittance: 'MOLLIE '.repeat(5_000) });
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});
