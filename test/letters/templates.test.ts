/** Templates: ours are whole, what a user takes away or breaks is named, and what he writes is in the letter. */
import { describe, expect, it } from 'vitest';
import { buildLetter } from '../../src-main/domain/letters/buildLetter.ts';
import { composeFromTemplate, templateFor } from '../../src-main/domain/letters/templates/composeFromTemplate.ts';
import { mailFromTemplate } from '../../src-main/domain/letters/buildMail.ts';
import { defaultTemplate } from '../../src-main/domain/letters/templates/defaultTemplate.ts';
import { fieldsIn, parseMarkup } from '../../src-main/domain/letters/templates/markup.ts';
import { isUsable, validateTemplate } from '../../src-main/domain/letters/templates/validateTemplate.ts';
import { letterKindOfStep } from '../../src-main/domain/letters/letterKindOfStep.ts';
import { presetLadders } from '../../src-main/domain/dunning/presetLadders.ts';
import { errorMessage } from '../../src-shared/locales/errorMessage.ts';
import { letterKinds, type LetterTemplate, piecesOf, type TemplateBlock, type TemplatePiece } from '../../src-shared/letterTemplate.ts';
import { mergeFields, mergeFieldsOf } from '../../src-shared/mergeFields.ts';
import { textsOfLetter } from '../../src-shared/letter.ts';
import { countries, customerKinds, languages } from './allLetters.ts';
import { demand, fourteenDays } from './claimSamples.ts';
import { belgianConsumer, letterOne } from './letterSamples.ts';

const everyTemplate = letterKinds.flatMap((kind) =>
  languages.flatMap((language) => countries.flatMap((country) => customerKinds.map((customerKind) => defaultTemplate(kind, language, { country, customerKind })))),
);
const demandTemplate = templateFor(demand);
const codes = (template: LetterTemplate): readonly string[] => validateTemplate(template).map((problem) => problem.code);
const without = (template: LetterTemplate, drop: (block: TemplateBlock) => boolean): LetterTemplate => ({ ...template, blocks: template.blocks.filter((block) => !drop(block)) });
const withRole = (role: string) => (block: TemplateBlock) => block.type === 'paragraph' && block.role === role;

/** The template with one piece rewritten. */
function rewritten(template: LetterTemplate, key: string, own: string): LetterTemplate {
  const change = (piece: TemplatePiece): TemplatePiece => (piece.key === key ? { ...piece, own } : piece);
  const blocks = template.blocks.map((block): TemplateBlock => {
    switch (block.type) {
      case 'paragraph':
      case 'points':
        return { ...block, pieces: block.pieces.map(change) };
      case 'amounts':
        return { ...block, note: block.note.map(change) };
      case 'heading':
        return { ...block, piece: change(block.piece) };
      case 'closing':
        return { ...block, greeting: change(block.greeting) };
      case 'own':
        return { ...block, heading: change(block.heading), text: change(block.text) };
      case 'salutation':
      case 'documents':
      case 'payment':
      case 'aging':
      case 'instalments':
      case 'signatures':
        return block;
    }
  });
  return { ...template, subject: change(template.subject), blocks };
}

describe('our templates', () => {
  it('exist for every letter, language, country and kind of customer, and have no problems', () => {
    expect(everyTemplate).toHaveLength(letterKinds.length * 4 * 2 * 2);
    for (const template of everyTemplate) expect(validateTemplate(template), `${template.kind} ${template.language} ${template.country}`).toEqual([]);
  });
  it('use only the fields that their kind of letter can fill', () => {
    expect(new Set(mergeFields).size).toBe(mergeFields.length);
    for (const kind of letterKinds) expect(mergeFieldsOf(kind).length).toBeGreaterThan(15);
  });
  it('lock what the law asks, per country', () => {
    const locked = (template: LetterTemplate): readonly string[] => piecesOf(template).flatMap(({ piece }) => (piece.isLegal ? [piece.key] : []));
    expect(locked(templateFor(fourteenDays))).toEqual(['fourteen.defaultAgreed', 'fourteen.defaultNotice', 'fourteen.request', 'fourteen.consequence', 'fourteen.noVat', 'fourteen.vat', 'fourteen.part', 'fourteen.reservation']);
    expect(locked(templateFor(belgianConsumer))).toContain('belgianFirst.termOnPaper');
    expect(locked(templateFor(letterOne))).toEqual([]);
  });
  it('send the legal first reminder to Belgian consumers, and the fourteen-day letter to Dutch ones as first demand', () => {
    const of = (step: string, country: 'NL' | 'BE', customerKind: 'business' | 'consumer') => letterKindOfStep(step, { country, customerKind });
    expect([of('reminder-1', 'BE', 'consumer'), of('reminder-1', 'NL', 'consumer'), of('reminder-1', 'BE', 'business')]).toEqual(['belgian-first-reminder', 'reminder-1', 'reminder-1']);
    expect([of('demand-1', 'NL', 'consumer'), of('demand-1', 'NL', 'business'), of('demand-2', 'NL', 'consumer'), of('handover', 'BE', 'consumer')]).toEqual(['fourteen-day-letter', 'demand-1', 'demand-2', 'handover-notice']);
  });
  it('give every step of both ladders a letter, but the invoice and the decision before legal steps', () => {
    const without = presetLadders.flatMap((ladder) => ladder.steps.filter((step) => letterKindOfStep(step.key, { country: 'NL', customerKind: 'business' }) === null).map((step) => step.key));
    expect([...new Set(without)]).toEqual(['invoice', 'pre-legal-procedure']);
  });
});

describe('a template that lacks one of the seven parts', () => {
  it.each<[string, (template: LetterTemplate) => LetterTemplate, string]>([
    ['the amount', (template) => rewritten(rewritten(without(template, (block) => block.type === 'payment'), 'claim.request', 'Betaal uiterlijk op {{payBy}}.'), 'claim.settles', 'Daarmee is alles voldaan.'), 'template-amount-missing'],
    ['the invoices', (template) => rewritten(without(template, (block) => block.type === 'documents'), 'subject.numbers', 'Aanmaning'), 'template-invoices-missing'],
    ['the due dates', (template) => without(template, (block) => block.type === 'documents'), 'template-due-dates-missing'],
    ['the day to pay by', (template) => rewritten(template, 'claim.request', 'Wij verzoeken u **{{amount}}** te betalen.'), 'template-pay-by-missing'],
    ['the way to pay', (template) => without(template, (block) => block.type === 'payment'), 'template-payment-missing'],
    ['the next step', (template) => without(template, withRole('nextStep')), 'template-next-step-missing'],
    ['the contact', (template) => without(template, withRole('options')), 'template-contact-missing'],
  ])('%s is not usable', (_name, change, code) => {
    const template = change(demandTemplate);
    expect(codes(template)).toContain(code);
    expect(isUsable(template)).toBe(false);
    for (const language of ['nl', 'fr', 'en'] as const) {
      const problem = validateTemplate(template).find((one) => one.code === code);
      expect(problem && errorMessage(problem, language).todo.length).toBeGreaterThan(10);
    }
  });
  it('warns when a demand names no consequence', () => {
    const bare = without(rewritten(demandTemplate, 'claim.nextStep', 'Bel ons gerust.'), (block) => block.type === 'amounts');
    expect(validateTemplate(bare)).toContainEqual(expect.objectContaining({ code: 'template-consequence-missing', severity: 'warning' }));
  });
});

describe('what a user writes', () => {
  it('stands in the letter and the mail, with its fields filled and its bold kept', () => {
    const template = rewritten(demandTemplate, 'demand.opening', 'Voor {{invoicesListed}} schreven wij u op {{earlierDates}}. Nog **{{amount}}** staat open.');
    expect(validateTemplate(template)).toEqual([]);
    const letter = composeFromTemplate(template, demand);
    const mail = mailFromTemplate(template, demand);
    if (!letter.ok || !mail.ok) throw new Error('refused');
    const words = 'Voor de facturen hieronder schreven wij u op 14 oktober en 2 november 2026.';
    expect(textsOfLetter(letter.value).join('\n').replaceAll('\u00a0', ' ')).toContain(words);
    expect(mail.value.text.replaceAll('\u00a0', ' ').replaceAll('\n', ' ')).toContain('schreven wij u op 14 oktober');
    expect(letter.value.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs.filter((run) => run.bold).map((run) => run.text) : []))).toContain('€\u00a05.019,90');
  });
  it('is marked where a field does not exist, belongs elsewhere, or a mark is not closed', () => {
    expect(validateTemplate(rewritten(demandTemplate, 'demand.opening', 'Beste {{voornaam}},'))).toContainEqual(
      expect.objectContaining({ code: 'template-field-unknown', severity: 'error', params: { field: 'voornaam', piece: 'demand.opening', block: 1 } }),
    );
    expect(codes(rewritten(demandTemplate, 'demand.opening', 'Termijn {{graceDays}}'))).toContain('template-field-elsewhere');
    for (const text of ['Nog **niet dicht', 'Nog {{amount', 'Nog }} los', '{{}}']) expect(codes(rewritten(demandTemplate, 'demand.opening', text))).toContain('template-marks-unbalanced');
    expect(codes(rewritten(demandTemplate, 'demand.opening', ' '))).toContain('template-text-empty');
    expect(codes(rewritten(demandTemplate, 'demand.opening', 'a'.repeat(2_000)))).toContain('template-text-too-long');
  });
  it('is refused in the letter too while a field is unknown', () => {
    const letter = composeFromTemplate(rewritten(demandTemplate, 'demand.opening', 'Op {{earlierDates}} {{voornaam}}'), demand);
    expect(letter).toMatchObject({ ok: false, error: { code: 'template-field-unknown', params: { field: 'voornaam' } } });
  });
  it('may not change a legal text unless the template is unlocked, and then with a warning', () => {
    const template = rewritten(templateFor(fourteenDays), 'fourteen.request', 'Betaal **{{amount}}** {{fourteenDayTerm}}.');
    expect(codes(template)).toEqual(['template-legal-changed']);
    expect(isUsable({ ...template, isLegalUnlocked: true })).toBe(true);
    expect(codes({ ...template, isLegalUnlocked: true })).toEqual(['template-legal-unlocked']);
    expect(codes(without(templateFor(fourteenDays), withRole('consequence')))).toContain('template-legal-missing');
  });
  it('is told where the tone is wrong', () => {
    expect(validateTemplate(rewritten(demandTemplate, 'demand.opening', 'Zou u alstublieft willen kijken naar {{invoicesListed}} van {{earlierDates}}?'))).toEqual([
      expect.objectContaining({ code: 'template-tone', severity: 'warning' }),
    ]);
  });
  it('cannot smuggle markup in through the facts', () => {
    const letter = buildLetter({ ...letterOne, contact: { ...letterOne.contact, name: '**{{amount}}** Wiersma' } });
    expect(letter.ok).toBe(false);
  });
  it('is only for the reader it was written for', () => {
    expect(composeFromTemplate(templateFor(letterOne), demand)).toMatchObject({ ok: false, error: { code: 'template-other-reader' } });
  });
});

describe('a void or incomplete legal letter', () => {
  const unlocked = (key: string, own: string): LetterTemplate => ({ ...rewritten(templateFor(fourteenDays), key, own), isLegalUnlocked: true });
  it.each([
    ['from today', 'fourteen.request', 'Betaal **{{amount}}** binnen veertien dagen na heden, {{fourteenDayTerm}}.', 'letter-term-void'],
    ['from the date of the letter', 'fourteen.request', 'Betaal **{{amount}}** binnen vijftien dagen na dagtekening, {{fourteenDayTerm}}.', 'letter-term-void'],
    ['with a calendar date', 'fourteen.request', 'Betaal **{{amount}}** uiterlijk op 4 december 2026, {{fourteenDayTerm}}.', 'letter-term-void'],
    ['without the formula', 'fourteen.request', 'Betaal **{{amount}}** binnen twee weken.', 'letter-block-missing'],
    ['without the amount of the costs', 'fourteen.consequence', 'Anders komen er kosten bij.', 'letter-block-missing'],
  ])('a fourteen-day letter %s is refused', (_name, key, own, code) => {
    expect(composeFromTemplate(unlocked(key, own), fourteenDays)).toMatchObject({ ok: false, error: { code } });
  });
  it.each([
    ['the term', 'belgianFirst.termOnPaper', 'Betaal tot en met {{payBy}}.'],
    ['that it is free', 'belgianFirst.free', 'Betaal nu het saldo.'],
  ])('a Belgian first reminder without %s is refused', (_name, key, own) => {
    const template = { ...rewritten(templateFor(belgianConsumer), key, own), isLegalUnlocked: true };
    expect(composeFromTemplate(template, belgianConsumer)).toMatchObject({ ok: false, error: { code: 'letter-block-missing' } });
  });
  it('a Belgian first reminder without the announced indemnity is refused', () => {
    const template = without(templateFor(belgianConsumer), (block) => block.type === 'amounts');
    expect(composeFromTemplate(template, belgianConsumer)).toMatchObject({ ok: false, error: { code: 'letter-block-missing', params: { block: 'costs' } } });
  });
  it('a letter in another language than its reader’s is refused', () => {
    const own = 'Please have a look at the invoices that are on the list and pay the amount to us. '.repeat(8);
    const template = rewritten(rewritten(demandTemplate, 'demand.opening', `${own} {{lastEarlierOn}} `), 'claim.options', `${own} {{reach}}`);
    expect(composeFromTemplate(template, demand)).toMatchObject({ ok: false, error: { code: 'letter-language-mixed' } });
  });
});

describe('the marks of a template', () => {
  it('are read with their places', () => {
    expect(parseMarkup('Nu **{{amount}}** open')).toEqual({
      isBalanced: true,
      parts: [
        { kind: 'text', value: 'Nu ', isBold: false, start: 0 },
        { kind: 'field', value: 'amount', isBold: true, start: 5 },
        { kind: 'text', value: ' open', isBold: false, start: 17 },
      ],
    });
    expect(fieldsIn('{{amount}} en {{ amount }} op {{payBy}}')).toEqual(['amount', 'payBy']);
  });
});
