import { describe, expect, it } from 'vitest';
import { plainDate } from '../../../src-shared/dates.ts';
import { cents } from '../../../src-shared/money.ts';
import { payerQuestion, type QuestionFacts } from './payerQuestion.ts';

const facts: QuestionFacts = {
  company: 'Tuin & Co',
  contactName: 'An Peeters',
  amountCents: cents(123_456),
  currency: 'EUR',
  bookDate: plainDate('2026-10-15'),
  fromAccount: 'NL00TEST0000000002',
  text: 'week 41',
  open: [{ number: '2026-0403', cents: cents(100_000) }],
};

describe('the question what a payment is for', () => {
  it.each([
    ['nl', 'Uw betaling van EUR 1.234,56 op 15 oktober 2026', 'Beste An Peeters,'],
    ['en', 'Your payment of EUR 1,234.56 on 15 October 2026', 'Dear An Peeters,'],
    ['fr', 'Votre paiement de EUR 1\u00a0234,56 du 15 octobre 2026', 'Bonjour An Peeters,'],
    ['de', 'Ihre Zahlung von EUR 1.234,56 vom 15. Oktober 2026', 'Guten Tag An Peeters,'],
  ] as const)('is asked in %s with day, amount, account, text and open invoices', (language, subject, greeting) => {
    const question = payerQuestion(facts, language);
    expect(question.subject).toContain(subject);
    expect(question.text.startsWith(greeting)).toBe(true);
    for (const said of ['NL00TEST0000000002', 'week 41', '2026-0403', 'Tuin & Co']) expect(question.text).toContain(said);
  });

  it('keeps what others wrote on one line and short, and says so when nothing was written', () => {
    const text = payerQuestion({ ...facts, text: `a\r\nBcc: x@y.example\u0000${'z'.repeat(9000)}` }, 'nl').text;
    expect(text).toContain('"a Bcc: x@y.example zzz');
    expect(text.length).toBeLessThan(1500);
    expect(payerQuestion({ ...facts, text: '' }, 'nl').text).toContain('stond geen omschrijving');
  });

  it('lists fifteen invoices and counts the rest', () => {
    const open = Array.from({ length: 40 }, (_, index) => ({ number: `F${index}`, cents: cents(100) }));
    const { text } = payerQuestion({ ...facts, open, contactName: '' }, 'nl');
    expect(text.match(/^- F/gm)).toHaveLength(15);
    expect(text).toContain('en nog 25 andere');
    expect(text).toContain('Geachte heer of mevrouw,');
  });
});
