/**
 * Addresses as the post wants them: the town in capitals; in the Netherlands the postcode with a blank inside and two before the town;
 * the country in capitals on the last line when the letter crosses a border.
 */
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import { attentionIn } from './attention.ts';
import { countryInCapitals, countryName } from './countryNames.ts';
import type { LetterCustomer, LetterSender } from './letterFacts.ts';
import { cleanLines, cleanText } from './cleanText.ts';
import { noBreakSpace } from './letterFormats.ts';

const dutchPostcode = /^(\d{4}) ?([A-Za-z]{2})$/;

/** `8621 ZX`, with a blank that does not break; other postcodes as typed. */
function postcodeText(postcode: string, country: string): string {
  const match = country === 'NL' ? dutchPostcode.exec(postcode) : null;
  return match === null ? postcode : `${match[1] ?? ''}${noBreakSpace}${(match[2] ?? '').toUpperCase()}`;
}

/** Two no-break spaces, because a plain double blank would be lost when lines are broken. */
const townLine = (postcode: string, town: string, country: string): string =>
  [postcodeText(postcode, country), town].filter((part) => part !== '').join(country === 'NL' ? noBreakSpace + noBreakSpace : ' ');

/** Everything up to a comma or the end is one line; the user may also type line breaks. */
export function customerAddress(
  customer: LetterCustomer,
  from: string,
  { attention, language }: { readonly attention: (name: string) => string; readonly language: LetterLanguage },
): readonly string[] {
  const named = cleanText(customer.attention);
  const name = cleanText(customer.name);
  return [
    ...(name === '' ? [] : [name]),
    ...(named === '' || named === name ? [] : [attention(attentionIn(named, language))]),
    ...cleanLines(customer.street),
    townLine(cleanText(customer.postcode), cleanText(customer.city).toUpperCase(), customer.country),
    ...(customer.country === from || customer.country === '' ? [] : [countryInCapitals(customer.country, language)]),
  ].filter((line) => line !== '');
}

/** The lines beside the letterhead. Belgian letterheads have less room, so street and town share a line there. */
export function contactLines(
  sender: LetterSender,
  to: string,
  { side, language }: { readonly side: 'left' | 'right'; readonly language: LetterLanguage },
): readonly string[] {
  const street = cleanText(sender.street);
  const town = townLine(cleanText(sender.postcode), cleanText(sender.city), sender.country);
  const country = to === sender.country || to === '' ? '' : countryName(sender.country, language);
  const lines =
    side === 'left'
      ? [street, town, country, cleanText(sender.phone), cleanText(sender.website) || cleanText(sender.email)]
      : [`${street}, ${town}`, country, cleanText(sender.phone), cleanText(sender.email) || cleanText(sender.website)];
  return lines.filter((line) => line !== '').slice(0, 5);
}

/** `Turfstekerspad 18, 8441 ZX Heerenveen`, for the foot of the page. */
export const senderAddressInLine = (sender: LetterSender, to: string, language: LetterLanguage): string =>
  [
    cleanText(sender.street),
    townLine(cleanText(sender.postcode), cleanText(sender.city), sender.country).replaceAll(noBreakSpace + noBreakSpace, ' '),
    to === sender.country || to === '' ? '' : countryName(sender.country, language),
  ]
    .filter((part) => part !== '')
    .join(', ');
