/** From when a consumer may be charged: the plan, the claim and the letter count the same day, and the later one where it is not certain. */
import { describe, expect, it } from 'vitest';
import { earliestAfter } from '../../src-main/domain/dunning/stepSchedule.ts';
import { chargesAfter, freeTermOf } from '../../src-main/domain/law/freeLetterTerm.ts';
import { letterClaim } from '../../src-main/features/dunning/letterClaim.ts';
import { customerClaims } from '../../src-main/features/law/customerClaims.ts';
import { readLawSettings, saveLawSettings } from '../../src-main/features/law/lawSettings.ts';
import { readRateFile } from '../../src-main/features/law/readRates.ts';
import { invoiceIssued } from '../../src-main/domain/posting/posting.ts';
import { sentAbout } from '../../src-main/ledger/law/claimFactsRead.ts';
import { addDays, plainDate } from '../../src-shared/dates.ts';
import type { CustomerId } from '../../src-shared/ids.ts';
import { cents } from '../../src-shared/money.ts';
import { addDocument, book, seedParties } from '../ledger/builders.ts';
import { memoryLedger, now, valueOf } from '../ledger/ledgers.ts';
import { shippedText } from './lawRates.ts';

const letter = (sentOn: string, channel: 'letter' | 'email' = 'letter') => ({ sentOn: plainDate(sentOn), channel });
const customer = 1 as CustomerId;

describe('two fourteen-day letters about the same invoice', () => {
  it('give the debtor the longer term: the last one counts, and one from before default counts for nothing', () => {
    const both = [letter('2026-10-01'), letter('2026-10-20')];
    expect(freeTermOf('NL', both, plainDate('2026-09-01'))).toEqual({ letter: both[1], chargesFrom: chargesAfter('NL', letter('2026-10-20')) });
    expect(freeTermOf('NL', both, plainDate('2026-10-10'))?.letter).toEqual(both[1]);
    expect(freeTermOf('NL', both, plainDate('2026-11-10'))).toBeNull();
    expect(freeTermOf('NL', both, null)).toBeNull();
  });

  it('are counted alike by the claim, the letter and the plan', () => {
    const ledger = memoryLedger();
    seedParties(ledger);
    const table = valueOf(readRateFile(shippedText()));
    const documentId = ledger.write((db) => {
      db.sqlite.prepare(`UPDATE customer SET kind = 'consumer' WHERE id = ?`).run(customer);
      saveLawSettings(db, { settings: { ...readLawSettings(db), isTermAgreed: true }, at: now });
      const id = addDocument(db, { customerId: customer, kind: 'invoice', issueDate: plainDate('2026-08-01'), total: cents(1_000_00) });
      book(db, { kind: 'invoice', on: plainDate('2026-08-01'), postings: invoiceIssued({ documentId: id, totalCents: cents(1_000_00) }) });
      for (const on of ['2026-10-01', '2026-10-20']) {
        const message = db.sqlite
          .prepare(
            `INSERT INTO message (customer_id, step, planned_on, channel, language, recipient, recipient_name, reference, pay_by, reason, edits, cents, state, subject, text, content_sha256, approved_at, sent_at, sent_on, attempts)
             VALUES (1, 'demand-1', ?, 'letter', 'nl', '', '', ?, ?, '{}', '{}', 0, 'sent', 's', 't', 'h', ?, ?, ?, 1)`,
          )
          .run(on, on, on, now, now, on).lastInsertRowid;
        db.sqlite.prepare('INSERT INTO message_document (message_id, document_id, open) VALUES (?, ?, 100000)').run(Number(message), id);
      }
      return id;
    });
    const first = chargesAfter('NL', letter('2026-10-20'));
    const claimedOn = (today: ReturnType<typeof plainDate>) => {
      const claims = valueOf(customerClaims(ledger.read, { customerId: customer, today, table, documents: null }));
      const asked = letterClaim({ claims, settings: readLawSettings(ledger.read), consumerCap: null, customerId: customer, today, channel: 'letter', sent: sentAbout(ledger.read, customer), items: [], announced: new Set() });
      return { claims: claims.costs.claimCents, letter: asked.costs?.amount.amountCents ?? 0, from: asked.chargesFrom };
    };
    expect(claimedOn(addDays(first, -1))).toEqual({ claims: 0, letter: 0, from: null });
    expect(claimedOn(first)).toEqual({ claims: 15_000, letter: 15_000, from: first });
    const handled = ['2026-10-01', '2026-10-20'].map((on) => ({ documentId, stepKey: 'demand-1', on: plainDate(on), channel: 'letter' as const, payBy: null }));
    expect(earliestAfter(handled, { kind: 'consumer', country: 'NL' })).toBe(first);
  });
});

describe('a term that ends on a day that banks rest', () => {
  it('ends on the working day after it, for the claim as for the plan', () => {
    // Posted on Thursday 1 October: delivered on Saturday, fourteen days end on Saturday 17 October.
    expect(chargesAfter('NL', letter('2026-10-01'))).toBe('2026-10-20');
    expect(chargesAfter('BE', letter('2026-11-20'))).toBe('2026-12-09');
  });
});
