/** What goes along beside the letter and copies of invoices, in the words of the line under the signature. */
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import { needsCalculation } from './calculationAnnex.ts';
import { type EnclosedProof, hasClaim, type LetterFacts } from './letterFacts.ts';
import { placeOfList } from './placeOfList.ts';

type Words = Readonly<Record<EnclosedProof, readonly [one: string, several: (count: number) => string]>> & { readonly calculation: string };
const words: Readonly<Record<LetterLanguage, Words>> = {
  nl: {
    delivery: ['bewijs van levering', (count) => `${count} bewijzen van levering`],
    sending: ['bewijs van verzending', (count) => `${count} bewijzen van verzending`],
    other: ['bewijsstuk', (count) => `${count} bewijsstukken`],
    calculation: 'berekening van het openstaande bedrag',
  },
  fr: {
    delivery: ['preuve de livraison', (count) => `${count} preuves de livraison`],
    sending: ['preuve d’envoi', (count) => `${count} preuves d’envoi`],
    other: ['pièce justificative', (count) => `${count} pièces justificatives`],
    calculation: 'calcul du montant dû',
  },
  en: {
    delivery: ['proof of delivery', (count) => `${count} proofs of delivery`],
    sending: ['proof of sending', (count) => `${count} proofs of sending`],
    other: ['supporting document', (count) => `${count} supporting documents`],
    calculation: 'calculation of the amount due',
  },
  de: {
    delivery: ['Liefernachweis', (count) => `${count} Liefernachweise`],
    sending: ['Versandnachweis', (count) => `${count} Versandnachweise`],
    other: ['Beleg', (count) => `${count} Belege`],
    calculation: 'Berechnung des offenen Betrags',
  },
};

/** One proof in words, as the title of its sheet. */
export const proofTitle = (kind: EnclosedProof, language: LetterLanguage): string => words[language][kind][0];

/** Whether the list of invoices goes as a file of its own. */
export const isListApart = (facts: LetterFacts): boolean => facts.isAnnexApart === true && placeOfList(facts) === 'annex';

/** The parts of the line beyond the list of invoices: a calculation that goes apart, and proofs. */
export function otherEnclosures(facts: LetterFacts): readonly string[] {
  const own = words[facts.customer.language];
  const calculation = facts.isAnnexApart === true && hasClaim(facts) && needsCalculation(facts) ? [own.calculation] : [];
  const kinds = ['delivery', 'sending', 'other'] as const;
  const proofs = kinds.flatMap((kind) => {
    const count = (facts.enclosedProofs ?? []).filter((one) => one === kind).length;
    const [one, several] = own[kind];
    return count === 0 ? [] : [count === 1 ? one : several(count)];
  });
  return [...calculation, ...proofs];
}
