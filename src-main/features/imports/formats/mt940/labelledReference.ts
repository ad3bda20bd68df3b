/**
 * A Dutch betalingskenmerk that a bank put into text behind a label (`BETALINGSKENM.`, `BET.KENM.`, `KN:`), in old files padded with
 * zeros, parted by blanks and followed by other numbers.
 */
import { isValidBetalingskenmerk } from '../../../../domain/references/betalingskenmerk.ts';
import type { StructuredReference } from '../../../../domain/references/structuredReference.ts';
import { solidReference } from '../paymentFields.ts';

const label = /(?:BETALINGSKENM(?:ERK|\.)?:?|BET\.KENM\.|KN:)\s{0,10}(\d[\d .]{6,120})/i;

/** Leading zeros that pad a reference to the width of a column. */
const unpadded = (digits: string): string => (digits.length > 16 ? digits.replace(/^0+/, '').padStart(16, '0') : digits);

/** How many groups of digits are the reference: the first run whose check fits, else the first group if it is long enough, else all. */
function groupsOfReference(groups: readonly string[]): number {
  for (let count = 1; count <= groups.length; count += 1) {
    const digits = unpadded(groups.slice(0, count).join(''));
    if (digits.length >= 9 && isValidBetalingskenmerk(digits)) return count;
  }
  return (groups[0] ?? '').length >= 7 ? 1 : groups.length;
}

/** The labelled reference of a text, and the text without it. A run of digits of no possible length stays text. */
export function takeReference(text: string): { readonly reference: StructuredReference | null; readonly rest: string } {
  const match = label.exec(text);
  const run = match?.[1]?.trimEnd() ?? '';
  const groups = run.split(/[ .]+/).filter((group) => group !== '');
  const taken = groups.slice(0, groupsOfReference(groups));
  const digits = unpadded(taken.join(''));
  if (match === null || !/^(?:\d{7}|\d{9,14}|\d{16})$/.test(digits)) return { reference: null, rest: text };
  let end = match.index + match[0].length - (match[1] ?? '').length;
  for (const group of taken) end = text.indexOf(group, end) + group.length;
  return { reference: solidReference(digits, 'CUR'), rest: `${text.slice(0, match.index)} ${text.slice(end)}` };
}
