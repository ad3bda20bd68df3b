/**
 * A booking from its payment and what belongs to the booking itself. Every field is named, so that 100,000 of them are 100,000 flat
 * objects: taking them over with `...` makes each of them in two pieces and costs a tenth of the time of reading a file.
 */
import type { BankEntry, BankPayment } from '../../../domain/bankStatement.ts';

export type BookingParts = Omit<BankEntry, keyof BankPayment>;

export const bankEntry = (payment: BankPayment, booking: BookingParts): BankEntry => ({
  amount: payment.amount,
  currency: payment.currency,
  counterIban: payment.counterIban,
  counterAccount: payment.counterAccount,
  counterBic: payment.counterBic,
  counterName: payment.counterName,
  ultimateName: payment.ultimateName,
  ultimateId: payment.ultimateId,
  remittance: payment.remittance,
  structuredReferences: payment.structuredReferences,
  documentNumbers: payment.documentNumbers,
  endToEndId: payment.endToEndId,
  mandateId: payment.mandateId,
  creditorId: payment.creditorId,
  paymentInformationId: payment.paymentInformationId,
  returnReason: payment.returnReason,
  isReturn: payment.isReturn,
  purpose: payment.purpose,
  instructed: payment.instructed,
  bookDate: booking.bookDate,
  valueDate: booking.valueDate,
  isReversal: booking.isReversal,
  bankRef: booking.bankRef,
  customerRef: booking.customerRef,
  typeCode: booking.typeCode,
  batchSize: booking.batchSize,
  payments: booking.payments,
  clues: booking.clues,
  raw: booking.raw,
  origin: booking.origin,
});
