import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankEntryId, DocumentId, OwnAccountId } from '../../../src-shared/ids.ts';
import { cents } from '../../../src-shared/money.ts';
import {
  booksAdjusted,
  claimBooked,
  creditNoteIssued,
  creditNoteSetOff,
  differenceAccepted,
  directDebitReturned,
  invoiceIssued,
  isBalanced,
  leftoverAccepted,
  moneyReceived,
  openItemImported,
  type Posting,
  receiptAllocated,
  refundPaid,
  reversed,
  writtenOff,
} from './posting.ts';

const documentId = 1 as DocumentId;
const otherDocumentId = 2 as DocumentId;
const bankEntryId = 3 as BankEntryId;
const ownAccountId = 4 as OwnAccountId;
const short = (postings: readonly Posting[]): readonly string[] =>
  postings.map(
    (posting) => `${posting.account}(${posting.documentId ?? posting.bankEntryId ?? posting.ownAccountId ?? ''}) ${posting.cents}`,
  );

/** Every event of the ledger, over one amount. */
const allEvents = (amount: number): readonly (readonly Posting[])[] => {
  const amountCents = cents(amount);
  const imported = openItemImported({ documentId, totalCents: cents(amount * 2), openCents: amountCents });
  return [
    invoiceIssued({ documentId, totalCents: amountCents }),
    creditNoteIssued({ documentId, totalCents: amountCents }),
    creditNoteSetOff({ creditNoteId: otherDocumentId, invoiceId: documentId, amountCents }),
    imported.onIssueDate,
    imported.onListDate,
    moneyReceived({ ownAccountId, bankEntryId, amountCents }),
    receiptAllocated({ bankEntryId, documentId, amountCents }),
    differenceAccepted({ documentId, account: 'payment-difference', amountCents }),
    leftoverAccepted({ bankEntryId, account: 'bank-charges', amountCents }),
    refundPaid({ ownAccountId, source: { kind: 'document', documentId }, amountCents }),
    refundPaid({ ownAccountId, source: { kind: 'receipt', bankEntryId }, amountCents }),
    directDebitReturned({ documentId, ownAccountId, amountCents }),
    claimBooked({ documentId, income: 'interest-income', amountCents }),
    writtenOff({ documentId, amountCents }),
    booksAdjusted({ documentId, changeCents: amountCents }),
  ];
};

describe('what is booked', () => {
  it('debits the receivable and credits sales for an invoice of 121.00', () => {
    expect(short(invoiceIssued({ documentId, totalCents: cents(12_100) }))).toEqual(['receivable(1) 12100', 'sales() -12100']);
  });

  it('gives a credit note of 21.00 a negative receivable', () => {
    expect(short(creditNoteIssued({ documentId, totalCents: cents(2_100) }))).toEqual(['sales() 2100', 'receivable(1) -2100']);
  });

  it('moves a set-off from the credit note to the invoice', () => {
    const postings = creditNoteSetOff({ creditNoteId: otherDocumentId, invoiceId: documentId, amountCents: cents(2_100) });
    expect(short(postings)).toEqual(['receivable(2) 2100', 'receivable(1) -2100']);
  });

  it('books an open item of 121 with 80 open at its total and takes off 41 on the list date', () => {
    const { onIssueDate, onListDate } = openItemImported({ documentId, totalCents: cents(12_100), openCents: cents(8_000) });
    expect(short(onIssueDate)).toEqual(['receivable(1) 12100', 'sales() -12100']);
    expect(short(onListDate)).toEqual(['opening() 4100', 'receivable(1) -4100']);
  });

  it('books nothing on the list date for an item that is still fully open', () => {
    expect(openItemImported({ documentId, totalCents: cents(500), openCents: cents(500) }).onListDate).toEqual([]);
  });

  it('parks money in as unmatched on its bank line and assigns it from there', () => {
    expect(short(moneyReceived({ ownAccountId, bankEntryId, amountCents: cents(10_000) }))).toEqual([
      'bank(4) 10000',
      'unmatched(3) -10000',
    ]);
    expect(short(receiptAllocated({ bankEntryId, documentId, amountCents: cents(10_000) }))).toEqual([
      'unmatched(3) 10000',
      'receivable(1) -10000',
    ]);
  });

  it('opens the invoice again when a direct debit comes back', () => {
    expect(short(directDebitReturned({ documentId, ownAccountId, amountCents: cents(100) }))).toEqual([
      'receivable(1) 100',
      'bank(4) -100',
    ]);
  });

  it('refuses a negative amount where the event has a direction of its own', () => {
    expect(() => invoiceIssued({ documentId, totalCents: cents(-1) })).toThrow(RangeError);
    expect(() => refundPaid({ ownAccountId, source: { kind: 'receipt', bankEntryId }, amountCents: cents(-1) })).toThrow(RangeError);
  });
});

describe('what always holds', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000_000 });

  it('balances every event at any amount', () => {
    fc.assert(fc.property(amount, (value) => allEvents(value).every(isBalanced)));
  });

  it('never writes a line of zero cents', () => {
    fc.assert(fc.property(amount, (value) => allEvents(value).every((postings) => postings.every((posting) => posting.cents !== 0))));
  });

  it('gives each line exactly the key of its account', () => {
    const keyed = allEvents(1).flat();
    expect(keyed.length).toBeGreaterThan(20);
    for (const posting of keyed) {
      expect(posting.documentId !== null).toBe(posting.account === 'receivable');
      expect(posting.bankEntryId !== null).toBe(posting.account === 'unmatched');
      expect(posting.ownAccountId !== null).toBe(posting.account === 'bank');
    }
  });

  it('cancels an entry with its reversal, account by account', () => {
    fc.assert(
      fc.property(amount, (value) => {
        for (const postings of allEvents(value)) {
          const undone = reversed(postings);
          expect(undone.map((posting) => posting.account)).toEqual(postings.map((posting) => posting.account));
          expect(postings.every((posting, index) => posting.cents + (undone[index]?.cents ?? Number.NaN) === 0)).toBe(true);
          expect(reversed(undone)).toEqual(postings);
        }
      }),
    );
  });
});
