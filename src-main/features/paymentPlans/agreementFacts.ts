/** What the agreement of a payment plan says: as it was made, whatever came in since, so that it can be printed again at any time. */
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { subtractCents } from '../../../src-shared/money.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { LetterItem, PaymentPlanFacts } from '../../domain/letters/letterFacts.ts';
import { letterParties } from '../../domain/letters/letterParties.ts';
import { noticeDays } from '../../domain/paymentPlans/planPhase.ts';
import type { ReadableDb } from '../../ledger/connection.ts';
import { customerFields } from '../../ledger/customers/customerRead.ts';
import { newestBooking, readDunningFacts } from '../../ledger/followUp/dunningFactsRead.ts';
import { readContacts } from '../../ledger/followUp/followUp.ts';
import { planItems, type StoredPlan } from '../../ledger/customers/paymentPlans.ts';
import { readProfile } from '../../ledger/settings.ts';

function itemsOf(db: ReadableDb, plan: StoredPlan, description: string): readonly LetterItem[] {
  const planned = new Map(plan.documents.map((one) => [one.documentId, one.open]));
  return planItems(db, plan.planId).map(({ documentId, number, issueDate, dueDate, total, paymentReference }) => {
    const open = planned.get(documentId) ?? total;
    return { kind: 'invoice', number, issueDate, dueDate, total, open, received: subtractCents(total, open), paymentReference: paymentReference ?? '', description };
  });
}

/** Facts of the agreement. `not-found` for a lost customer. */
export function agreementFacts(db: ReadableDb, plan: StoredPlan): Result<PaymentPlanFacts, AppError> {
  const { customerId, agreedOn } = plan;
  const customer = customerFields(db, customerId)?.fields;
  if (customer === undefined) return err(appError('not-found', { what: 'customer', id: customerId }));
  const profile = readProfile(db);
  const contacts = readContacts(db, customerId);
  // A sole trader can be treated as a consumer: then the letter is the one to a consumer.
  const kind = readDunningFacts(db, { today: agreedOn, customerId }).customers[0]?.kind ?? customer.kind;
  return ok({
    step: 'payment-plan',
    channel: 'letter',
    reference: plan.reference,
    today: agreedOn,
    bookedUntil: newestBooking(db, agreedOn),
    ...letterParties({ profile, customer, contacts, kind, language: customer.language }),
    currency: plan.currency,
    items: itemsOf(db, plan, profile.tagline),
    enclosesInvoices: false,
    own: { subject: '', opening: '', note: '' },
    instalments: plan.instalments.map(({ dueOn, cents }) => ({ dueOn, amount: cents })),
    agreedOn,
    signBy: plan.signBy,
    // Only who manages a company is named as speaking for it; who pays the invoices may not.
    debtor: { person: contacts.find((known) => known.role === 'management')?.name ?? '', registrationNumber: customer.registrationNumber, isSoleTrader: false },
    graceDays: noticeDays,
    isInterestWaived: plan.isInterestWaived,
    interestKind: kind === 'consumer' ? 'statutory' : 'trade',
  });
}
