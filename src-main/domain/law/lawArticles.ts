/**
 * Where each rule of law stands, and how sure we are of it. Facts only; the words for readers are in the locales. `unconfirmed` means that
 * the cautious reading is followed until a lawyer has looked.
 */
import type { Confidence, Country, LawRule } from './lawTypes.ts';

/** One text where a rule belongs to one country, or one for each. */
type Source = string | Readonly<Record<Country, string>>;
type Article = { readonly source: Source; readonly confidence: Confidence };

const confirmed = (source: Source): Article => ({ source, confidence: 'confirmed' });
const secondary = (source: Source): Article => ({ source, confidence: 'secondary' });
const unconfirmed = (source: Source): Article => ({ source, confidence: 'unconfirmed' });

export const lawArticles: Readonly<Record<LawRule, Article>> = {
  'interest-trade-nl': confirmed('BW 6:119a'),
  'interest-statutory-nl': confirmed('BW 6:119, 6:120'),
  'interest-trade-be': confirmed('Wet van 2 augustus 2002, art. 5'),
  'interest-civil-be': confirmed('BW art. 5.240'),
  'interest-consumer-cap-be': confirmed('WER art. XIX.4'),
  'interest-contractual': confirmed('Overeenkomst'),
  'interest-capitalised': confirmed('BW 6:119 lid 2, 6:119a lid 3'),
  'payment-to-costs': confirmed({ NL: 'BW 6:44', BE: 'oud BW art. 1253–1256' }),
  'payment-to-interest': confirmed({ NL: 'BW 6:44', BE: 'oud BW art. 1254' }),
  'payment-to-principal': confirmed({ NL: 'BW 6:44', BE: 'oud BW art. 1254' }),
  'payment-left-over': confirmed({ NL: 'BW 6:44', BE: 'oud BW art. 1254' }),
  'costs-scale-nl': confirmed('BW 6:96 lid 5; Besluit vergoeding voor buitengerechtelijke incassokosten, art. 2'),
  'costs-minimum-nl': confirmed('Besluit vergoeding voor buitengerechtelijke incassokosten, art. 2 lid 1'),
  'costs-maximum-nl': confirmed('Besluit vergoeding voor buitengerechtelijke incassokosten, art. 2 lid 2'),
  'costs-vat-nl': confirmed('Besluit vergoeding voor buitengerechtelijke incassokosten, art. 2 lid 3'),
  'costs-trade-minimum-nl': confirmed('BW 6:96 lid 4'),
  'costs-trade-fixed-be': confirmed('Wet van 2 augustus 2002, art. 6'),
  'costs-agreed': confirmed('Overeenkomst'),
  'indemnity-consumer-be': confirmed('WER art. XIX.4'),
  'indemnity-clause-be': secondary('BW art. 5.88'),
  'indemnity-cap-be': confirmed('WER art. XIX.4'),
  'reminder-fee-be': confirmed('WER art. XIX.2'),
  'reminder-postage-be': confirmed('WER art. XIX.2'),
  'nothing-due': confirmed(''),
  'default-agreed-term': confirmed({ NL: 'BW 6:83 onder a, 6:119a lid 1', BE: 'Wet van 2 augustus 2002, art. 5' }),
  'default-statutory-term': confirmed({ NL: 'BW 6:119a lid 2', BE: 'Wet van 2 augustus 2002, art. 4' }),
  'default-notice': confirmed({ NL: 'BW 6:82', BE: 'BW art. 5.240' }),
  'default-first-reminder-be': confirmed('WER art. XIX.2, XIX.4'),
  'term-agreed': confirmed({ NL: 'BW 6:119a lid 1', BE: 'Wet van 2 augustus 2002, art. 4' }),
  'term-statutory': confirmed({ NL: 'BW 6:119a lid 2', BE: 'Wet van 2 augustus 2002, art. 4' }),
  'term-maximum': confirmed({ NL: 'BW 6:119a lid 5', BE: 'Wet van 2 augustus 2002, art. 4' }),
  'term-large-buyer-nl': confirmed('BW 6:119a lid 6'),
  'delivery-post-nl': confirmed('BW 6:96 lid 6; HR 25 november 2016, ECLI:NL:HR:2016:2704'),
  'delivery-electronic-nl': unconfirmed('BW 6:96 lid 6'),
  'fourteen-days-nl': confirmed('BW 6:96 lid 6; HR 25 november 2016, ECLI:NL:HR:2016:2704'),
  'first-reminder-start-be': confirmed('WER art. XIX.2'),
  'first-reminder-term-be': confirmed('WER art. XIX.2'),
  'moved-to-working-day': unconfirmed('BW art. 1.7 §4'),
  prescription: confirmed({ NL: 'BW 3:307, 7:28', BE: 'oud BW art. 2262bis, 2272, 2277' }),
  'prescription-interrupted': confirmed({ NL: 'BW 3:316–3:319', BE: 'oud BW art. 2244, 2248' }),
  'prescription-extended-be': confirmed('oud BW art. 2244 §2'),
  'vat-refund-nl': confirmed('Wet op de omzetbelasting 1968, art. 29'),
};

/**
 * A Belgian consumer's payment goes to the principal first: what the debtor has most interest in paying, where old BW 1254 by itself says
 * interest before capital. The cautious reading, not a settled one.
 */
export const principalFirst: Readonly<{ source: string; confidence: Confidence }> = { source: 'oud BW art. 1253–1256, voorzichtige lezing', confidence: 'unconfirmed' };

/** The article of a rule in a country, as text. */
export function articleOf(rule: LawRule, country: Country): string {
  const { source } = lawArticles[rule];
  return typeof source === 'string' ? source : source[country];
}
export const confidenceOf = (rule: LawRule): Confidence => lawArticles[rule].confidence;
