/**
 * Where a rule of law stands, in the language of the reader. The rules keep their sources in Dutch (`domain/law/lawArticles.ts`). Belgian law
 * has official names in French and German; Dutch law has none, so its Dutch name stays, with a gloss. English readers get both with a gloss.
 */
import type { LetterLanguage } from '../letter.ts';

type Other = Exclude<LetterLanguage, 'nl'>;
/** A law by how its source begins, and how each language names it; `#` is what follows the name (the article), `*` the whole Dutch source. */
type Law = { readonly starts: string; readonly words: Readonly<Record<Other, string>> };

const laws: readonly Law[] = [
  { starts: 'Wet van 2 augustus 2002, art. ', words: { fr: 'Loi du 2 août 2002, art. #', en: '* (Belgian act on late payment)', de: 'Gesetz vom 2. August 2002, Art. #' } },
  { starts: 'WER art. ', words: { fr: 'CDE, art. #', en: '* (Belgian Code of Economic Law)', de: 'WGB, Art. #' } },
  { starts: 'oud BW art. ', words: { fr: 'ancien Code civil, art. #', en: '* (former Belgian Civil Code)', de: 'früheres Zivilgesetzbuch, Art. #' } },
  { starts: 'BW art. ', words: { fr: 'Code civil, art. #', en: '* (Belgian Civil Code)', de: 'Zivilgesetzbuch, Art. #' } },
  { starts: 'BW ', words: { fr: '* (Code civil néerlandais)', en: '* (Dutch Civil Code)', de: '* (niederländisches Zivilgesetzbuch)' } },
  {
    starts: 'Besluit vergoeding voor buitengerechtelijke incassokosten',
    words: { fr: '* (décret néerlandais sur les frais de recouvrement)', en: '* (Dutch decree on collection costs)', de: '* (niederländische Verordnung über Inkassokosten)' },
  },
  { starts: 'HR ', words: { fr: '* (Cour de cassation néerlandaise)', en: '* (Dutch Supreme Court)', de: '* (niederländischer Oberster Gerichtshof)' } },
  { starts: 'Wet op de omzetbelasting 1968', words: { fr: '* (loi néerlandaise sur la TVA)', en: '* (Dutch VAT act)', de: '* (niederländisches Umsatzsteuergesetz)' } },
  { starts: 'Overeenkomst', words: { fr: 'Contrat', en: 'Agreement', de: 'Vertrag' } },
];

function named(source: string, language: Other): string {
  const law = laws.find(({ starts }) => source.startsWith(starts));
  return law === undefined ? source : law.words[language].replace('#', () => source.slice(law.starts.length)).replace('*', () => source);
}

/** A source for readers: `WER art. XIX.4` is `CDE, art. XIX.4` in French. What is no law (an address, words of a user) stays as it is. */
export const lawSource = (source: string, language: LetterLanguage): string =>
  language === 'nl'
    ? source
    : source
        .split('; ')
        .map((part) => named(part, language))
        .join('; ');
