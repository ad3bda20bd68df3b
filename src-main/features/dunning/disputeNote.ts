import type { LetterLanguage } from '../../../src-shared/letter.ts';
import type { Cents } from '../../../src-shared/money.ts';
import { formatLetterEuro } from '../../domain/letters/letterFormats.ts';

const sentences: Readonly<Record<LetterLanguage, (amount: string) => string>> = {
  nl: (amount) => `Het bedrag van ${amount} waarover wij nog overleggen, staat niet in dit overzicht.`,
  en: (amount) => `The amount of ${amount} that we are still discussing is not included in this overview.`,
  fr: (amount) => `Le montant de ${amount} dont nous discutons encore ne figure pas dans ce relevé.`,
  de: (amount) => `Der Betrag von ${amount}, über den wir noch sprechen, ist in dieser Aufstellung nicht enthalten.`,
};

/** The undisputed part is asked for (requirement 70), and the letter says that the rest is left out. */
export function withDisputeNote(note: string, disputed: Cents, language: LetterLanguage): string {
  if (disputed <= 0) return note;
  const sentence = sentences[language](formatLetterEuro(disputed, language));
  return note === '' ? sentence : `${sentence}\n\n${note}`;
}
