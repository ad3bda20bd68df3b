/**
 * Payouts of payment services: one receipt for many orders with the fees taken off. They are recognised by the name of the payer and by how
 * a payout is described; such money is never that of one customer. What a service passes on one to one names the invoice instead.
 */
import type { MatchReceipt } from './matchTypes.ts';

export type PaymentService = {
  readonly provider: string;
  /** The text is that of a payout over many orders. */
  readonly isSettlement: boolean;
};

type Known = { readonly provider: string; readonly name: RegExp; readonly text: RegExp };

/** Names as they stand in capitals without marks. */
const services: readonly Known[] = [
  { provider: 'Mollie', name: /\bMOLLIE\b/, text: /\bMOLLIE\b.*\b\d{5,}|\bSETTLEMENT\b|\bUITBETALING\b/ },
  { provider: 'Stripe', name: /\bSTRIPE\b/, text: /\bSTRIPE\b|\bPAYOUT\b|\bPO [A-Z0-9]{6,}/ },
  { provider: 'Adyen', name: /\bADYEN\b/, text: /\bBATCH\b|\bTX[A-Z0-9]{6,}|\bSETTLEMENT\b/ },
  { provider: 'PayPal', name: /\bPAYPAL\b/, text: /\bPAYPAL\b|\bPP ABB/ },
  { provider: 'Buckaroo', name: /\bBUCKAROO\b/, text: /\bUITBETALING\b|\bPAYOUT\b|\bSETTLEMENT\b/ },
  { provider: 'Pay.nl', name: /\bPAY NL\b|\bTINTEL\b/, text: /\bUITBETALING\b|\bCLEARING\b|\bSETTLEMENT\b/ },
  { provider: 'MultiSafepay', name: /\bMULTISAFEPAY\b/, text: /\bUITBETALING\b|\bPAYOUT\b|\bSETTLEMENT\b/ },
  { provider: 'Klarna', name: /\bKLARNA\b/, text: /\bKLARNA\b.*\d{5,}|\bPAYOUT\b|\bSETTLEMENT\b/ },
  { provider: 'SumUp', name: /\bSUMUP\b/, text: /\bPAYOUT\b|\bUITBETALING\b|\bPID\b/ },
  { provider: 'Worldline', name: /\bWORLDLINE\b|\bINGENICO\b|\bCCV\b/, text: /\bBATCH\b|\bSETTLEMENT\b|\bAFREKENING\b|\bREF PAYMENT\b/ },
  { provider: 'Payconiq', name: /\bPAYCONIQ\b/, text: /\bPAYOUT\b|\bBATCH\b|\bSETTLEMENT\b|\bUITBETALING\b/ },
];

const limit = 300;
const plain = (text: string): string =>
  text
    .slice(0, limit)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ');

/** The payment service that pays, or whose payout the text describes; null for anybody else. */
export function paymentServiceOf(receipt: Pick<MatchReceipt, 'counterName' | 'remittance'>): PaymentService | null {
  const name = plain(receipt.counterName ?? '');
  const text = plain(receipt.remittance);
  for (const { provider, name: nameOf, text: textOf } of services) {
    if (nameOf.test(name)) return { provider, isSettlement: textOf.test(text) };
    // Without the name, only a text that begins with the service and says payout.
    if (nameOf.test(text.slice(0, 40)) && /\b(?:PAYOUT|SETTLEMENT|UITBETALING)\b/.test(text)) return { provider, isSettlement: true };
  }
  return null;
}
