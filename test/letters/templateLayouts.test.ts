/** Letters whose blocks a user moved, left out or added: what he sees is what goes out, and what no letter may be without stays. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailFromTemplate } from '../../src-main/domain/letters/buildMail.ts';
import { composeFromTemplate, templateFor } from '../../src-main/domain/letters/templates/composeFromTemplate.ts';
import { isUsable, validateTemplate } from '../../src-main/domain/letters/templates/validateTemplate.ts';
import type { LetterFacts } from '../../src-main/domain/letters/letterFacts.ts';
import { exampleFacts, existsFor } from '../../src-main/domain/letters/templates/exampleFacts.ts';
import { plainDate } from '../../src-shared/dates.ts';
import { textsOfBlock } from '../../src-shared/letter.ts';
import { blockName, letterKinds, type LetterTemplate } from '../../src-shared/letterTemplate.ts';
import { movedBlock, orderRulesOf } from '../../src-shared/templateLayout.ts';
import { type TemplateWords, withWords, wordsIn } from '../../src-shared/templateWords.ts';
import { defaultTemplate } from '../../src-main/domain/letters/templates/defaultTemplate.ts';
import { shippedRates } from '../law/lawRates.ts';
import { countries, customerKinds } from './allLetters.ts';
import { demand, fourteenDays } from './claimSamples.ts';
import { belgianConsumer, letterOne } from './letterSamples.ts';

const namesOf = (template: LetterTemplate): readonly string[] => template.blocks.map(blockName);
/** The template of a letter with an own paragraph before one of its blocks. */
function withOwn(facts: LetterFacts, before: string, own: Readonly<Record<string, string>>): LetterTemplate {
  const ours = templateFor(facts);
  const order = namesOf(ours).flatMap((name) => (name === before ? ['own-1', name] : [name]));
  return withWords(ours, { isLegalUnlocked: false, own, layout: { order, removed: [] } });
}
const errors = (template: LetterTemplate): readonly string[] => validateTemplate(template).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
const laidOut = (facts: LetterFacts, order: readonly string[], removed: readonly string[]): LetterTemplate => withWords(templateFor(facts), { isLegalUnlocked: false, own: {}, layout: { order, removed } });

describe('an own paragraph', () => {
  it('stands in the letter and the mail where it was put, under its heading and with its fields filled', () => {
    const template = withOwn(letterOne, 'options', { 'own-1': 'Voor **{{company}}** werkt nu een nieuwe collega.', 'own-1.heading': 'Nieuw bij ons' });
    expect(validateTemplate(template)).toEqual([]);
    const letter = composeFromTemplate(template, letterOne);
    const mail = mailFromTemplate(template, letterOne);
    if (!letter.ok || !mail.ok) throw new Error('refused');
    const texts = letter.value.blocks.map((block) => textsOfBlock(block).join(' '));
    const at = texts.indexOf('Nieuw bij ons');
    expect(texts[at + 1]).toBe('Voor Veenpluis Installatietechniek B.V. werkt nu een nieuwe collega.');
    expect(letter.value.blocks[at - 1]?.kind).toBe('payment');
    for (const part of [mail.value.text, mail.value.html]) {
      expect(part.indexOf('Nieuw bij ons')).toBeGreaterThan(part.indexOf('NL91') >= 0 ? part.indexOf('NL91') : 0);
      expect(part.indexOf('Nieuw bij ons')).toBeLessThan(part.indexOf('Volgende stap'));
    }
    expect(mail.value.html).toContain('<b>Veenpluis Installatietechniek B.V.</b>');
  });

  it('is one paragraph for each line, and a sentence of ours stays on its line', () => {
    const template = withOwn(letterOne, 'options', { 'own-1': 'Wij zijn verhuisd.\n\n  Bel **{{contactName}}**.\t', 'reminder.question': 'Klopt alles?\nMeld het ons.' });
    const letter = composeFromTemplate(template, letterOne);
    if (!letter.ok) throw new Error(letter.error.code);
    const texts = letter.value.blocks.flatMap((block) => (block.kind === 'paragraph' ? textsOfBlock(block) : []));
    expect(texts).toContain('Wij zijn verhuisd.');
    expect(texts.find((text) => text.startsWith('Bel '))).toBe('Bel Sanne\u00a0Wiersma.');
    expect(texts[0]).toMatch(/Klopt alles\? Meld het ons\.$/);
    expect(texts.join('')).not.toMatch(/[\n\r\t]/);
  });

  it('needs no heading, but words', () => {
    expect(errors(withOwn(letterOne, 'options', { 'own-1': 'Wij zijn verhuisd.' }))).toEqual([]);
    expect(errors(withOwn(letterOne, 'options', {}))).toEqual(['template-text-empty']);
    expect(errors(withOwn(letterOne, 'options', { 'own-1': 'Beste {{voornaam}}' }))).toEqual(['template-field-unknown']);
  });

  it('that threatens is flagged', () => {
    const template = withOwn(letterOne, 'options', { 'own-1': 'U riskeert veel.', 'own-1.heading': 'Laatste waarschuwing' });
    expect(validateTemplate(template).map(({ code, params }) => [code, params['piece']])).toEqual([
      ['template-tone', 'own-1.heading'],
      ['template-tone', 'own-1'],
    ]);
  });

  it('names nobody who comes after us in a free letter', () => {
    expect(errors(withOwn(letterOne, 'options', { 'own-1': 'Anders sturen wij de deurwaarder.' }))).toEqual(['letter-wording-forbidden']);
    expect(errors(withOwn(demand, 'options', { 'own-1': 'Anders gaat de zaak naar onze advocaat.' }))).toEqual([]);
  });

  it.each<[string, LetterFacts, string]>([
    ['a first reminder', letterOne, 'Daarnaast betaalt u herinneringskosten.'],
    ['the free first reminder to a Belgian consumer', belgianConsumer, 'Betaal ook € 40 incassokosten.'],
    ['the fourteen-day letter', fourteenDays, 'Daarbovenop komt wettelijke rente.'],
    ['the fourteen-day letter, by a field', fourteenDays, 'Maak ook {{costs}} over.'],
  ])('asks no costs in %s', (_name, facts, text) => {
    const own = facts === fourteenDays ? 'consequence' : 'options';
    expect(errors(withOwn(facts, own, { 'own-1': text }))).toContain('template-charges-asked');
    expect(errors(withOwn(facts, own, { 'own-1': 'Bel ons.', 'own-1.heading': text }))).toContain('template-charges-asked');
    expect(errors(withOwn(facts, own, { 'own-1': 'Dit kost u niets; er komen geen kosten bij.' }))).toEqual([]);
  });

  it('may speak of costs in a letter that asks them', () => {
    expect(errors(withOwn(demand, 'options', { 'own-1': 'De rente en de kosten staan hierboven uitgesplitst.' }))).toEqual([]);
  });

  it.each([
    ['a second term', 'Betaal binnen vijf dagen.'],
    ['a date', 'Wij wachten tot 4 december.'],
  ])('sets no %s beside the term of the law', (_name, text) => {
    for (const facts of [fourteenDays, belgianConsumer]) expect(errors(withOwn(facts, 'options', { 'own-1': text }))).toContain('template-second-term');
    expect(errors(withOwn(demand, 'options', { 'own-1': text }))).toEqual([]);
  });

  it('in the letter is read by the last look too, its heading and all', () => {
    const void14 = withOwn(fourteenDays, 'options', { 'own-1': 'Bel ons.', 'own-1.heading': 'Veertien dagen na heden' });
    expect(composeFromTemplate(void14, fourteenDays)).toMatchObject({ ok: false, error: { code: 'letter-term-void' } });
  });
});

describe('words for one message', () => {
  it('ask no costs in a free letter either', () => {
    const facts = { ...fourteenDays, own: { ...fourteenDays.own, note: 'Hierbij komen administratiekosten.' } };
    expect(composeFromTemplate(templateFor(facts), facts)).toMatchObject({ ok: false, error: { code: 'template-charges-asked', params: { phrase: 'administratiekosten' } } });
    const free = { ...fourteenDays, own: { ...fourteenDays.own, note: 'Er komen geen andere kosten bij.' } };
    expect(composeFromTemplate(templateFor(free), free).ok).toBe(true);
  });
});

describe('the order', () => {
  it('is that of the user in letter, mail and text', () => {
    const template = laidOut(letterOne, ['salutation', 'opening', 'documents', 'options', 'request', 'payment', 'nextStep', 'closing'], []);
    expect(validateTemplate(template)).toEqual([]);
    const mail = mailFromTemplate(template, letterOne);
    if (!mail.ok) throw new Error('refused');
    const roles = mail.value.letter.blocks.map((block) => (block.kind === 'paragraph' ? block.role : block.kind));
    expect(roles).toEqual(['opening', 'table', 'options', 'request', 'payment', 'nextStep']);
    for (const text of [mail.value.text, mail.value.html]) expect(text.indexOf('Klopt er iets niet')).toBeLessThan(text.indexOf('Wij ontvangen het bedrag graag'));
  });

  it('cannot put anything before the salutation or behind the closing, nor turn what the law has in order', () => {
    const names = namesOf(templateFor(fourteenDays));
    expect(errors(laidOut(fourteenDays, [...names.slice(1), 'salutation'], []))).toContain('template-order');
    const swapped = names.map((name) => (name === 'payment' ? 'consequence' : name === 'consequence' ? 'payment' : name));
    expect(errors(laidOut(fourteenDays, swapped, []))).toContain('template-order');
    expect(errors(laidOut(belgianConsumer, [...namesOf(templateFor(belgianConsumer)), 'own-1'], []))).toContain('template-order');
  });
});

describe('what may be left out', () => {
  it.each(['salutation', 'documents', 'request', 'payment', 'options', 'nextStep', 'closing'])('%s of a first reminder may not', (name) => {
    expect(isUsable(laidOut(letterOne, namesOf(templateFor(letterOne)), [name]))).toBe(false);
  });

  it('no legal text, locked or not', () => {
    for (const isLegalUnlocked of [false, true]) {
      const ours = templateFor(fourteenDays);
      const removed: TemplateWords = { isLegalUnlocked, own: {}, layout: { order: namesOf(ours), removed: ['fourteen.part'] } };
      expect(errors(withWords(ours, removed))).toContain('template-legal-missing');
      expect(errors(withWords(ours, { ...removed, layout: { order: namesOf(ours), removed: ['consequence'] } }))).toContain('template-legal-missing');
    }
  });

  it('a sentence that no letter needs may, and it comes back', () => {
    const ours = templateFor(demand);
    const words = { isLegalUnlocked: false, own: {}, layout: { order: namesOf(ours), removed: ['claim.becauseBoth', 'claim.settles'] } };
    const template = withWords(ours, words);
    expect(validateTemplate(template)).toEqual([]);
    const letter = composeFromTemplate(template, demand);
    expect(letter.ok && JSON.stringify(letter.value.blocks)).not.toContain('Daarom berekenen wij');
    expect(wordsIn(template)).toEqual(words);
    expect(withWords(ours, { ...words, layout: { ...words.layout, removed: [] } })).toEqual(ours);
  });
});

describe('whatever the editor lets a user do', () => {
  const setting = { sender: letterOne.sender, contact: letterOne.contact, today: plainDate('2026-11-20'), table: shippedRates() };
  const readers = letterKinds.flatMap((kind) => countries.flatMap((country) => customerKinds.map((customerKind) => ({ kind, language: 'nl', country, customerKind }) as const))).filter((reader) => existsFor(reader.kind, reader));
  const step = fc.record({ at: fc.nat({ max: 20 }), way: fc.constantFrom<1 | -1>(1, -1) });

  it('makes a letter and a mail, with every paragraph of his in both and the salutation and the closing where they were', () => {
    fc.assert(
      fc.property(fc.constantFrom(...readers), fc.integer({ min: 0, max: 3 }), fc.array(step, { maxLength: 30 }), (reader, count, steps) => {
        const ours = defaultTemplate(reader.kind, reader.language, reader);
        const facts = exampleFacts(reader.kind, reader, setting);
        if (facts === null) throw new Error('no facts');
        const names = namesOf(ours);
        const rules = orderRulesOf(reader, names);
        const own = Array.from({ length: count }, (_, index) => `own-${index + 1}`);
        const end = names.includes(rules.last) ? names.length - 1 : names.length;
        let order: readonly string[] = [...names.slice(0, end), ...own, ...names.slice(end)];
        for (const { at, way } of steps) order = movedBlock(order, { name: order[at % order.length] ?? '', step: way }, rules) ?? order;
        const words = { isLegalUnlocked: false, own: Object.fromEntries(own.map((name) => [name, `Dit is alinea ${name.replace('-', ' ')} van ons.`])), layout: { order, removed: [] } };
        const template = withWords(ours, words);
        expect(errors(template)).toEqual([]);
        const mail = mailFromTemplate(template, facts);
        if (!mail.ok) throw new Error(JSON.stringify(mail.error));
        const page = mail.value.letter.blocks.flatMap(textsOfBlock).join(' ');
        for (const name of own) for (const text of [page, mail.value.text, mail.value.html]) expect(text).toContain(`Dit is alinea ${name.replace('-', ' ')} van ons.`);
        expect(withWords(ours, wordsIn(template))).toEqual(template);
        if (names.includes('salutation')) expect(order[0]).toBe('salutation');
        if (names.includes(rules.last)) expect(order.at(-1)).toBe(rules.last);
      }),
      { numRuns: 300 },
    );
  });
});

describe('our templates', () => {
  it('have a name for every block, once, and stand in an order that their own rules allow', () => {
    for (const kind of letterKinds)
      for (const country of countries)
        for (const customerKind of customerKinds) {
          const template = defaultTemplate(kind, 'nl', { country, customerKind });
          const names = namesOf(template);
          expect(new Set(names).size, kind).toBe(names.length);
          expect(errors(template), kind).toEqual([]);
        }
  });
});
