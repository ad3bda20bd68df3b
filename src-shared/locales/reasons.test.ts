import { describe, expect, it } from 'vitest';
import { reasons as en } from './en/reasons.ts';
import { steps as enSteps } from './en/steps.ts';
import { messageForms } from './fillIn.ts';
import { reasons as fr } from './fr/reasons.ts';
import { steps as frSteps } from './fr/steps.ts';
import { reasons as nl } from './nl/reasons.ts';
import { steps as nlSteps } from './nl/steps.ts';
import { reasonText } from './reasonText.ts';
import { stepName } from './stepName.ts';

const textsOf = (catalog: object): readonly (readonly [string, string])[] =>
  Object.entries(catalog).map(([code, text]) => [code, String(text)]);
/** The words for one and for several are the language's own; what they belong to is a mark of its own. */
const marksIn = (text: string): readonly string[] => [...text.replaceAll(/\{\{\w+, plural\([^)]*\)\}\}/g, '').matchAll(/\{\{[^}]*\}\}/g)].map(([mark]) => mark).sort();

describe('reasons in three languages', () => {
  it('have the same codes and the same marks', () => {
    expect(Object.keys(nl).length).toBeGreaterThan(50);
    for (const other of [en, fr]) {
      expect(Object.keys(other).sort()).toEqual(Object.keys(nl).sort());
      const dutch = new Map(textsOf(nl));
      for (const [code, text] of textsOf(other))
        expect([code, new Set(marksIn(text))]).toEqual([code, new Set(marksIn(dutch.get(code) ?? ''))]);
    }
  });

  it('use only forms that exist, and never an exclamation mark', () => {
    for (const [code, text] of [...textsOf(nl), ...textsOf(en), ...textsOf(fr)]) {
      for (const mark of marksIn(text)) {
        const form = /, ?(\w+)\}\}$/.exec(mark)?.[1];
        if (form !== undefined) expect(Object.keys(messageForms)).toContain(form);
      }
      // Labels, such as flags and lines of the timeline, carry no full stop; both are fine.
      expect([code, text.trim()]).not.toEqual([code, '']);
      expect(text).not.toContain('!');
    }
  });

  it('name the step, the days and the date in words', () => {
    const reason = { code: 'step-after-due', params: { days: 1, dueDate: '2026-11-20', step: 'reminder-1' } };
    expect(reasonText(reason, 'nl').replaceAll('\u00a0', ' ')).toBe('1 dag na de vervaldatum (20 nov 2026): eerste herinnering.');
    expect(reasonText(reason, 'fr').replaceAll('\u00a0', ' ')).toBe('1 jour après l’échéance (20 nov 2026) : premier rappel.');
  });
});

describe('names of steps', () => {
  it('exist in every language, and a step of the user’s own shows its key', () => {
    expect(Object.keys(enSteps)).toEqual(Object.keys(nlSteps));
    expect(Object.keys(frSteps)).toEqual(Object.keys(nlSteps));
    expect([stepName('demand-2', 'nl'), stepName('demand-2', 'en'), stepName('toString', 'nl')]).toEqual([
      'tweede aanmaning',
      'second demand',
      'toString',
    ]);
  });
});
