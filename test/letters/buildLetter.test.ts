import { describe, expect, it } from 'vitest';
import { buildLetter, editableTexts } from '../../src-main/domain/letters/buildLetter.ts';
import { templateFor } from '../../src-main/domain/letters/templates/composeFromTemplate.ts';
import { belgianIndemnity, interestPerDay } from '../../src-main/domain/letters/belgianCharges.ts';
import { parseAddressee } from '../../src-main/domain/letters/attention.ts';
import { contrastToWhite, readableAccent } from '../../src-shared/accentColour.ts';
import type { ReminderFacts } from '../../src-main/domain/letters/letterFacts.ts';
import { formatDeadline, formatLetterEuro, formatLongDate, formatTableDate } from '../../src-main/domain/letters/letterFormats.ts';
import { letterParts, validateLetter } from '../../src-main/domain/letters/validateLetter.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { type LetterBlock, type LetterModel, textsOfLetter } from '../../src-shared/letter.ts';
import { cents } from '../../src-shared/money.ts';
import {
  belgianBusiness,
  belgianConsumer,
  letterOne,
  letterOneInEnglish,
  manyInvoices,
  secondReminder,
  withCreditNote,
} from './letterSamples.ts';

function built(facts: ReminderFacts): LetterModel {
  const result = buildLetter(facts);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const refusal = (facts: ReminderFacts): string => {
  const result = buildLetter(facts);
  return result.ok ? 'accepted' : result.error.code;
};
const textOf = (model: LetterModel): string => textsOfLetter(model).join('\n').replaceAll('\u00a0', ' ');
const payment = (model: LetterModel): Extract<LetterBlock, { kind: 'payment' }>['payment'] => {
  const block = model.blocks.find((one) => one.kind === 'payment');
  if (block?.kind !== 'payment') throw new Error('no payment box');
  return block.payment;
};
const costWords = /rente|intrest|interest|kosten|incasso|costs?\b|fee\b|deurwaarder|court|boete/i;

describe('first reminder to a business (letter 01)', () => {
  const text = textOf(built(letterOne));

  it('asks the exact sum of what is open after the part payment, in text, box and code', () => {
    const box = payment(built(letterOne));
    expect(box.amount).toBe('€\u00a03.169,50');
    expect(box.epcText).toBe(
      'BCD\n002\n1\nSCT\n\nVeenpluis Installatietechniek B.V.\nNL91ABNA0417164300\nEUR3169.50\n\n\n2026-0387 2026-0391 2026-0398',
    );
    expect(text).toContain('samen € 3.169,50 open');
    expect(text).toContain('−400,00');
    expect(text).toContain('870,50');
  });
  it('is a service message: a question, three options, and no cost, interest or threat', () => {
    expect(text).toContain('Is bij u alles in orde met deze facturen?');
    for (const option of ['Klopt er iets niet', 'een latere datum', 'betalen in delen', 'Hebt u al betaald'])
      expect(text).toContain(option);
    for (const facts of [letterOne, letterOneInEnglish, belgianBusiness]) expect(textOf(built(facts))).not.toMatch(costWords);
  });
  it('names the day to pay by and the next step with its date', () => {
    expect(text).toContain('uiterlijk op vrijdag 27 november 2026');
    expect(text).toContain('ontvangt u op 1 december 2026 een tweede herinnering');
  });
  it('sets only the sum and the deadline in bold in the text above the box', () => {
    const bold = built(letterOne)
      .blocks.slice(0, 3)
      .flatMap((block) =>
        block.kind === 'paragraph' ? block.runs.filter((run) => run.bold).map((run) => run.text.replaceAll('\u00a0', ' ')) : [],
      );
    expect(bold).toEqual(['€ 3.169,50', 'vrijdag 27 november 2026']);
  });
  it('writes the address as the post wants it', () => {
    expect(built(letterOne).address).toEqual([
      'Bakkerij Korenhof & Zonen B.V.',
      't.a.v. mevrouw A. de Boer, crediteuren',
      'Molenpad 7',
      '8621\u00a0ZX\u00a0\u00a0HEEG',
    ]);
    const abroad = { ...letterOne, customer: { ...letterOne.customer, country: 'DE', postcode: '26789', city: 'Leer' } };
    expect(built(abroad).address.slice(-2)).toEqual(['26789 LEER', 'DUITSLAND']);
  });
});

describe('wording per language and country', () => {
  it('writes English amounts and dates in an English letter', () => {
    const text = textOf(built(letterOneInEnglish));
    expect(text).toContain('€3,169.50');
    expect(text).toContain('13 Nov 2026');
    expect(text).toContain('Please pay by Friday 27 November 2026.');
    expect(text).toContain('Dear Ms De Boer,');
  });
  it('uses the Belgian words for a Belgian customer and the window of Belgian envelopes for a Belgian sender', () => {
    const model = built(belgianBusiness);
    expect(model.window.side).toBe('right');
    expect(textOf(model)).toContain('Vervaldag');
    expect(textOf(model)).toContain('Begunstigde');
    expect(textOf(model)).toContain('Met vriendelijke groeten,');
    expect(model.languageTag).toBe('nl-BE');
  });
  it.each(['nl', 'fr', 'en', 'de'] as const)('writes to a customer who reads %s in that language', (language) => {
    expect(built({ ...letterOne, customer: { ...letterOne.customer, language } }).language).toBe(language);
    expect(built({ ...belgianBusiness, customer: { ...belgianBusiness.customer, language } }).language).toBe(language);
  });
  it('formats amounts and dates for all four languages', () => {
    const amount = cents(770_985);
    expect([
      formatLetterEuro(amount, 'nl'),
      formatLetterEuro(amount, 'en'),
      formatLetterEuro(amount, 'fr'),
      formatLetterEuro(amount, 'de'),
    ]).toEqual(['€\u00a07.709,85', '€7,709.85', '7\u00a0709,85\u00a0€', '7.709,85\u00a0€']);
    const date = plainDate('2026-08-01');
    expect([formatTableDate(date, 'nl'), formatTableDate(date, 'en'), formatTableDate(date, 'fr'), formatTableDate(date, 'de')]).toEqual([
      '01-08-2026',
      '1\u00a0Aug\u00a02026',
      '01/08/2026',
      '01.08.2026',
    ]);
    expect([formatLongDate(date, 'fr'), formatLongDate(date, 'de')]).toEqual(['1er\u00a0août\u00a02026', '1.\u00a0August\u00a02026']);
    expect(formatDeadline(plainDate('2026-12-04'), 'fr').replaceAll('\u00a0', ' ')).toBe('vendredi 4 décembre 2026');
    expect(formatLetterEuro(cents(-5), 'nl')).toBe('€\u00a0−0,05');
  });
});

describe('second reminder', () => {
  const text = textOf(built(secondReminder));

  it('names the first reminder by date, asks what is going on, and names the consequence without charging it', () => {
    expect(text).toContain('Op 20 november 2026 herinnerden wij u aan deze facturen; de betaling is nog niet binnen.');
    expect(text).toContain('Laat ons weten wat er speelt, of betaal uiterlijk op dinsdag 8 december 2026.');
    expect(text).toContain('wettelijke rente en incassokosten');
    expect(payment(built(secondReminder)).amount).toBe('€\u00a03.169,50');
  });
  it('keeps the right to performance alive under Dutch law, in Dutch with a translation for others', () => {
    expect(text).toContain('Wij behouden ons ondubbelzinnig ons recht op nakoming voor.');
    expect(textOf(built({ ...secondReminder, customer: letterOneInEnglish.customer }))).toContain(
      'recht op nakoming voor. (We unequivocally reserve our right to performance.)',
    );
    expect(textOf(built({ ...secondReminder, sender: belgianBusiness.sender, customer: belgianBusiness.customer }))).toContain(
      'onder voorbehoud van alle rechten',
    );
  });
  it('names no costs that could be charged at once to a Dutch consumer', () => {
    const consumer = textOf(built({ ...secondReminder, customer: { ...secondReminder.customer, kind: 'consumer' } }));
    expect(consumer).toContain('deze herinnering kost u niets');
    expect(consumer).toContain('ontvangt u op 15 december 2026 een veertiendagenbrief');
    expect(consumer).not.toContain('incassokosten');
  });
  it('is refused without the date of the first', () => {
    expect(refusal({ ...secondReminder, earlierMessageOn: null })).toBe('letter-earlier-message-missing');
  });
});

describe('free first reminder to a Belgian consumer (letter 05)', () => {
  const text = textOf(built(belgianConsumer));

  it('carries what the law asks: creditor with number, service, due date, balance, indemnity, term and its start', () => {
    for (const part of [
      'Deze herinnering is gratis',
      'Zonnedauw Verwarming BV, ondernemingsnummer 0999.204.171',
      'Onderhoud en herstelling van de gaswandketel',
      '2026/1187 van 14 oktober 2026, opeisbaar sinds 13 november 2026',
      '€ 784,40',
      'binnen 14 kalenderdagen',
      'derde werkdag na de verzending',
      'tot en met woensdag 9 december 2026',
      'artikel 7 van onze algemene voorwaarden',
      'en niets anders',
      '€ 65,00 + 5% van € 284,40',
      '€ 79,22',
      '10,5% per jaar',
      '€ 0,22 per dag',
      'alle bewijsstukken',
      'hoe u de schuld kunt betwisten',
      'wachten wij met verdere stappen',
    ])
      expect(text).toContain(part);
  });
  it('asks the balance and nothing more, with the structured communication of the invoice in line 11 of the code', () => {
    expect(payment(built(belgianConsumer)).epcText).toBe(
      'BCD\n002\n1\nSCT\n\nZonnedauw Verwarming BV\nBE68539007547034\nEUR784.40\n\n\n+++202/6001/18717+++',
    );
  });
  it('announces no indemnity and no interest when the terms have no clause', () => {
    const without = textOf(built({ ...belgianConsumer, belgianClause: null }));
    expect(without).not.toContain('schadevergoeding');
    expect(without).not.toContain('Nalatigheidsintrest');
  });
  it('starts the term on the day after sending when it goes by e-mail, so an earlier day is allowed', () => {
    const mailed: ReminderFacts = { ...belgianConsumer, channel: 'email', payBy: plainDate('2026-12-04') };
    expect(textOf(built(mailed))).toContain('op de dag na de verzending van deze e-mail');
    expect(refusal({ ...mailed, payBy: plainDate('2026-12-03') })).toBe('letter-deadline-too-early');
  });
  it('refuses a printed day inside the legal term of a posted letter', () => {
    expect(refusal({ ...belgianConsumer, payBy: plainDate('2026-12-08') })).toBe('letter-deadline-too-early');
  });
  it('refuses an invoice that does not say what was supplied', () => {
    expect(refusal({ ...belgianConsumer, items: belgianConsumer.items.map((item) => ({ ...item, description: ' ' })) })).toBe(
      'letter-description-missing',
    );
  });
  it('adds nothing to the sum in the second reminder either', () => {
    const second: ReminderFacts = {
      ...belgianConsumer,
      step: 'reminder-2',
      today: plainDate('2026-12-11'),
      bookedUntil: null,
      payBy: plainDate('2026-12-18'),
      earlierMessageOn: plainDate('2026-11-20'),
      nextStep: { step: 'demand-1', on: plainDate('2026-12-29') },
    };
    expect(built(second).claim.cents).toBe(78_440);
    expect(textOf(built(second))).toContain('waarover wij u op 20 november 2026 schreven');
  });
  it('computes the caps as the law does, rounded down', () => {
    const of = (amount: number): number => belgianIndemnity(cents(amount)).amount;
    expect([of(150_00), of(150_01), of(500_00), of(784_40), of(786_50), of(39_200_00), of(99_999_00)]).toEqual([
      20_00, 30_00, 65_00, 79_22, 79_32, 2_000_00, 2_000_00,
    ]);
    expect(interestPerDay(cents(78_440), '10.5')).toBe(22);
  });
});

describe('what is netted, referred to and listed', () => {
  it('nets a credit note in the sum, the box and the code', () => {
    const model = built(withCreditNote);
    expect(model.claim.cents).toBe(292_750);
    expect(payment(model).epcText).toContain('EUR2927.50');
    expect(textOf(model)).toContain('Creditnota C2026-0017');
    expect(textOf(model)).toContain('na verrekening van de creditnota');
  });
  it('makes no letter when credit notes leave nothing to pay', () => {
    const credit = { ...withCreditNote.items[3], total: cents(-316_950), open: cents(-316_950) };
    expect(refusal({ ...withCreditNote, items: [...letterOne.items, credit] as ReminderFacts['items'] })).toBe('letter-nothing-to-pay');
  });
  it('refers to customer and letter when there are more than three invoices, and moves more than ten to an annex', () => {
    const model = built(manyInvoices(30));
    expect(model.claim.reference).toBe('Klant 10428, brief H-2026-0211');
    expect(model.annex?.table.rows).toHaveLength(30);
    expect(model.annex?.table.rows.at(-1)?.runningTotal).toBe('12.978,95');
    expect(payment(model).amount).toBe('€\u00a012.978,95');
    expect(built(manyInvoices(10)).annex).toBeNull();
  });
  it('prints a valid structured reference of a single invoice: RF in line 10, and none that fails its check', () => {
    const single = (paymentReference: string): ReminderFacts => ({
      ...letterOne,
      items: letterOne.items.slice(0, 1).map((item) => ({ ...item, paymentReference })),
    });
    const rf = payment(built(single('RF18539007547034')));
    expect(rf.epcText.split('\n').slice(9)).toEqual(['RF18539007547034']);
    expect(rf.rows.some((row) => row.value.replaceAll('\u00a0', ' ') === 'RF18 5390 0754 7034')).toBe(true);
    expect(payment(built(single('+++202/6001/18718+++'))).epcText).toContain('\n2026-0387');
  });
});

describe('what stops a letter', () => {
  it.each<[string, Partial<ReminderFacts>, string]>([
    ['another currency', { currency: 'USD' }, 'letter-currency'],
    ['a deadline on a Saturday', { payBy: plainDate('2026-11-28') }, 'letter-deadline-free-day'],
    [
      'a deadline at Christmas',
      { payBy: plainDate('2026-12-25'), nextStep: { step: 'reminder-2', on: plainDate('2026-12-29') } },
      'letter-deadline-free-day',
    ],
    ['a deadline today', { payBy: plainDate('2026-11-20') }, 'letter-deadline-too-early'],
    ['a next step before the deadline', { nextStep: { step: 'reminder-2', on: plainDate('2026-11-27') } }, 'letter-block-missing'],
    ['a company without account', { sender: { ...letterOne.sender, iban: '' } }, 'letter-sender-incomplete'],
    ['a company without registration number', { sender: { ...letterOne.sender, registrationNumber: '' } }, 'letter-sender-incomplete'],
    ['nobody to ask', { contact: { name: 'Sanne Wiersma', phone: '', email: '' } }, 'letter-sender-incomplete'],
    ['a customer without town', { customer: { ...letterOne.customer, city: '' } }, 'letter-customer-incomplete'],
    [
      'amounts that do not add up',
      { items: letterOne.items.map((item) => ({ ...item, open: cents(item.open + 1) })) },
      'letter-item-invalid',
    ],
    [
      'an invoice that is not overdue',
      { items: letterOne.items.map((item) => ({ ...item, dueDate: plainDate('2026-11-20') })) },
      'letter-item-not-overdue',
    ],
    ['an account name of 71 characters', { sender: { ...letterOne.sender, accountName: 'a'.repeat(71) } }, 'payment-code-refused'],
    [
      'own words on interest in a first reminder',
      { own: { subject: '', opening: '', note: 'Anders komt er wettelijke rente bij.' } },
      'letter-wording-forbidden',
    ],
    [
      'own words on collection',
      { own: { subject: '', opening: 'Wij schakelen een incassobureau in.', note: '' } },
      'letter-wording-forbidden',
    ],
  ])('%s', (_name, change, code) => {
    expect(refusal({ ...letterOne, ...change })).toBe(code);
  });

  const without = (model: LetterModel, drop: (block: LetterBlock) => boolean): LetterModel => ({
    ...model,
    blocks: model.blocks.filter((block) => !drop(block)),
  });
  it.each<[string, (model: LetterModel) => LetterModel, (typeof letterParts)[number]]>([
    [
      'the amount',
      (model) => ({
        ...model,
        subject: 'Herinnering',
        blocks: model.blocks.map((block) => (block.kind === 'payment' ? { ...block, payment: { ...block.payment, amount: '' } } : block)),
      }),
      'amount',
    ],
    ['the list', (model) => without(model, (block) => block.kind === 'table'), 'invoices'],
    [
      'the due dates',
      (model) => ({
        ...model,
        blocks: model.blocks.map((block) =>
          block.kind === 'table'
            ? {
                ...block,
                table: {
                  ...block.table,
                  rows: block.table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => index !== 2) })),
                },
              }
            : block,
        ),
      }),
      'dueDates',
    ],
    ['the day to pay by', (model) => without(model, (block) => block.kind === 'paragraph' && block.role === 'request'), 'payBy'],
    ['the payment box', (model) => without(model, (block) => block.kind === 'payment'), 'amount'],
    ['the next step', (model) => without(model, (block) => block.kind === 'paragraph' && block.role === 'nextStep'), 'nextStep'],
    ['the contact', (model) => without(model, (block) => block.kind === 'paragraph' && block.role === 'options'), 'contact'],
    ['the question', (model) => without(model, (block) => block.kind === 'paragraph' && block.role === 'opening'), 'question'],
  ])('is not approved without %s', (_name, change, part) => {
    const result = validateLetter(change(built(letterOne)), letterOne);
    expect(result).toMatchObject({ ok: false, error: { code: 'letter-block-missing', params: { block: part } } });
  });
});

describe('own words of the user', () => {
  it('replace the opening but never the question, and stand before the closing', () => {
    const model = built({
      ...letterOne,
      own: {
        subject: 'Vraag over drie facturen',
        opening: 'Volgens ons staat er € 3.169,50 open.',
        note: 'Wij zijn op 26 november gesloten.',
      },
    });
    expect(model.subject).toBe('Vraag over drie facturen');
    expect(textOf(model)).toContain('Volgens ons staat er € 3.169,50 open. Is bij u alles in orde met deze facturen?');
    expect(model.blocks.at(-1)).toMatchObject({ kind: 'paragraph', role: 'note' });
  });
  it('start from ours, without the sentence that always follows', () => {
    const texts = editableTexts(templateFor(letterOne), letterOne);
    expect(texts.ok && texts.value.opening.replaceAll('\u00a0', ' ')).toMatch(/^Van de facturen hieronder .* open\.$/);
  });
  it('lose control and direction characters', () => {
    const model = built({ ...letterOne, own: { subject: 'Regel\u202eeen\r\nBcc: x', opening: '', note: '' } });
    expect(model.subject).toBe('Regeleen Bcc: x');
  });
});

describe('details', () => {
  it.each([
    ['mevrouw A. de Boer, crediteuren', { form: 'ms', surname: 'De Boer' }],
    ['t.a.v. de heer J.P. van den Berg', { form: 'mr', surname: 'Van den Berg' }],
    ['dhr. Jan Jansen', { form: 'mr', surname: 'Jansen' }],
    ['Mevrouw Vermeulen', { form: 'ms', surname: 'Vermeulen' }],
    ['crediteurenadministratie', null],
    ['mr. J. Jansen', null],
    ['', null],
  ])('reads whom %s names', (line, addressee) => {
    expect(parseAddressee(line)).toEqual(addressee);
  });
  it('darkens an accent until white can be read on it', () => {
    expect(readableAccent('#17565a')).toBe('#17565a');
    for (const colour of ['#ffe000', '#7fd4ff', '#ff7f00']) expect(contrastToWhite(readableAccent(colour))).toBeGreaterThanOrEqual(4.5);
    expect(readableAccent('red')).toBe('#1b1f22');
  });
});
