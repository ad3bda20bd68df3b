import { describe, expect, it } from 'vitest';
import { chargedSumIn, chargeIn, termIn } from './chargeWords.ts';

describe('words that ask for more than the invoices', () => {
  it.each([
    ['nl', 'U betaalt ook herinneringskosten.', 'herinneringskosten'],
    ['nl', 'Als u niet betaalt, komen er kosten bij.', 'kosten'],
    ['nl', 'Reken ook op wettelijke rente.', 'rente'],
    ['nl', 'Maak daarnaast 15,00 euro over.', '15,00 euro'],
    ['nl', 'Plus € 40 erbij.', '€ 40'],
    ['fr', 'Nous ajoutons des frais de rappel.', 'frais'],
    ['fr', 'Une indemnité forfaitaire est due.', 'indemnité'],
    ['en', 'A reminder fee applies.', 'fee'],
    ['en', 'Interest is added.', 'Interest'],
    ['de', 'Wir berechnen Mahngebühren.', 'Mahngebühren'],
    ['de', 'Dazu kommen Verzugszinsen.', 'Verzugszinsen'],
  ] as const)('in %s: %s', (language, text, found) => {
    expect(chargeIn(text, language)).toBe(found);
  });

  it.each([
    ['nl', 'Deze herinnering is kosteloos; u betaalt geen kosten of rente.'],
    ['nl', 'Deze brief kost u niets. Onze medewerker helpt u zonder kosten verder.'],
    ['nl', 'Betaalt u {{amount}} op tijd, dan komen er geen extra kosten bij.'],
    ['fr', "Ce rappel est sans frais ni intérêts ; il n'y a pas de frais."],
    ['en', 'This is free of charge, with no costs or interest. Ask the person in charge.'],
    ['de', 'Diese Erinnerung ist kostenlos, ohne Zinsen und keine Kosten.'],
  ] as const)('but not in %s where a text says that there are none: %s', (language, text) => {
    expect(chargeIn(text, language)).toBeNull();
  });

  it('a later charge may be named, and only asked with a sum when it is due', () => {
    expect(chargedSumIn('Daarna kunnen wij rente en kosten in rekening brengen.', 'nl')).toBeNull();
    expect(chargedSumIn('U betaalt nu ook € 40 incassokosten.', 'nl')).toBe('€ 40');
    expect(chargedSumIn('Uw korting van € 40 blijft. Kosten volgen later.', 'nl')).toBeNull();
  });

  it('never reads long for a hostile text', () => {
    const started = performance.now();
    for (const text of ['geen '.repeat(4000), '1.'.repeat(10_000), 'zonder kosten of '.repeat(1200)]) chargeIn(text, 'nl');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('a term or date that somebody typed', () => {
  it.each(['Betaal binnen 5 dagen.', 'U hebt een week.', 'Payez dans les huit jours.', 'within ten days', 'binnen 14 dagen', 'innerhalb von zwei Wochen', 'vóór 4 december', 'op 4-12-2026'])('%s', (text) => {
    expect(termIn(text)).not.toBeNull();
  });
  it('is none in a text without', () => {
    expect(termIn('Betaal uiterlijk op {{payBy}}. Bel ons op maandag, in de week dat het u past. Factuur 2026-0387.')).toBeNull();
  });
});
