/**
 * Words with which a letter asks for more than the invoices: costs, interest, a fine, a sum that somebody typed. A free letter may not (first
 * reminder to a Belgian consumer: WER art. XIX.2; Dutch fourteen-day letter: BW 6:96 lid 6; first reminders: design/letters.md §7). Saying that
 * there are no costs is no asking. Patterns have no nested unbounded repetition.
 */
import type { LetterLanguage } from '../../../../src-shared/letter.ts';

const charges: Readonly<Record<LetterLanguage, string>> = {
  nl: '(?:aanmanings|herinnerings|incasso|administratie|invorderings|dossier|advocaat|gerechts|proces|deurwaarders)?kosten|(?:vertragings|verzuims|handels|nalatigheids)?(?:rente|intresten|intrest|interesten|interest)|(?:administratieve )?boete|(?:schade|onkosten|kosten)?vergoeding|toeslag|verhoging|schadebeding|strafbeding',
  fr: 'frais|intérêts?|pénalités?|indemnités?|amendes?|majorations?|suppléments?|clause pénale|dommages',
  en: 'costs?|fees?|charges?|interest|penalty|penalties|surcharges?|compensation|indemnity|damages',
  de: '(?:mahn|inkasso|verwaltungs|gerichts|anwalts)?kosten|(?:mahn|verwaltungs)?gebühr(?:en)?|(?:verzugs)?zinsen|(?:vertrags)?strafe|entschädigung|zuschlag|schadensersatz|(?:mahn|kosten|verzugs)?pauschale',
};
/** How a sentence says that nothing is added, up to and including what is not added. */
const denials: Readonly<Record<LetterLanguage, string>> = {
  nl: '(?:geen|zonder|nooit)(?: (?:extra|bijkomende|verdere|andere))? (?:CHARGE)(?: (?:of|en|noch)(?: (?:geen|zonder))? (?:CHARGE))?',
  fr: "(?:sans|aucune?|pas de|ni|pas d')(?: autres?)? ?(?:CHARGE)(?: supplémentaires?)?(?: (?:ni|et|ou)(?: d')? ?(?:CHARGE))?",
  en: '(?:no|without|free of)(?: (?:any|extra|further|other))? (?:CHARGE)(?: (?:or|and|nor)(?: no)? (?:CHARGE))?|in charge(?: of)?',
  de: '(?:keine?|keinerlei|ohne)(?: (?:weiteren?|zusätzlichen?))? (?:CHARGE)(?: (?:oder|und|noch)(?: keine)? (?:CHARGE))?',
};
const typedSum = String.raw`(?:€|(?<!\p{L})eur[os]{0,2}) ?\d[\d.,]{0,14}|\d[\d.,]{0,14}(?:-|–)? ?(?:€|eur[os]{0,2}(?!\p{L}))`;
/** Longer texts are looked at up to here; no piece of a letter is as long. */
const longestText = 20_000;

type Patterns = { readonly denial: RegExp; readonly charge: RegExp };
const compiled = new Map<LetterLanguage, Patterns>();
function patternsOf(language: LetterLanguage): Patterns {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const bounded = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'giu');
  const patterns = { denial: bounded(denials[language].replaceAll('CHARGE', charges[language])), charge: bounded(charges[language]) };
  compiled.set(language, patterns);
  return patterns;
}

const plain = (text: string): string => text.slice(0, longestText).replaceAll('\u00a0', ' ').replaceAll('’', "'");
/** Puts blanks where a denial stood, so that places stay. */
const withoutDenials = (text: string, language: LetterLanguage): string => plain(text).replaceAll(patternsOf(language).denial, (found) => ' '.repeat(found.length));

const firstIn = (text: string, pattern: RegExp): string | null => text.match(pattern)?.[0] ?? null;

/** The first word of a text that names a charge, or null. */
export const chargeNamedIn = (text: string, language: LetterLanguage): string | null => firstIn(withoutDenials(text, language), patternsOf(language).charge);

/** The first words of a text that name a charge or a typed sum, or null. */
export function chargeIn(text: string, language: LetterLanguage): string | null {
  return chargeNamedIn(text, language) ?? firstIn(withoutDenials(text, language), new RegExp(typedSum, 'iu'));
}

/** The first sentence that names a charge together with a typed sum, or null: a later charge may be announced, not asked in euros. */
export function chargedSumIn(text: string, language: LetterLanguage): string | null {
  const sentences = withoutDenials(text, language).split(/(?<=[.?!;])\s/u);
  for (const sentence of sentences) {
    const sum = firstIn(sentence, new RegExp(typedSum, 'iu'));
    if (sum !== null && sentence.search(patternsOf(language).charge) >= 0) return sum;
  }
  return null;
}

const counts = 'een|één|twee|drie|vier|vijf|zes|zeven|acht|tien|veertien|vijftien|un|une|deux|trois|quatre|cinq|six|sept|huit|dix|quatorze|quinze|a|one|two|three|four|five|six|seven|eight|ten|fourteen|fifteen|eine[rn]?|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|vierzehn|fünfzehn';
const lengths = '(?:kalender|werk)?(?:dagen|dag)|weken|week|jours?|semaines?|(?:working |calendar )?(?:days?|weeks?)|tagen?|tage|wochen?';
const term = new RegExp(`(?<![\\p{L}\\d])(?:\\d{1,3}|${counts}) (?:${lengths})(?![\\p{L}\\d])`, 'iu');
const day = /(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d)|(?<!\d)\d{1,2}\.? (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|may|june|july|august|october|december|januar|februar|märz|oktober|dezember)/iu;

/** A number of days or weeks, or a date that somebody typed; null when there is none. */
export const termIn = (text: string): string | null => firstIn(plain(text), term) ?? firstIn(plain(text), day);
