import type { PlainDateText } from '../../../src-shared/dates.ts';
import { monthNames } from '../../../src-shared/locales/formatters.ts';
import type { Language } from '../../../src-shared/locales/languages.ts';

/** Room for `jan ’26` with a little air beside `feb`; French months are longer. */
const roomOfTick = { nl: 31, en: 31, fr: 38 } as const satisfies Record<Language, number>;

/**
 * The dates of a monthly chart that get a word below the axis, with that word: every month where there is room, otherwise every second,
 * third … counted back from the last, which always has one and names its day (`20 nov`). The first word of a year names the year (`jan ’26`).
 */
export function monthTicks(dates: readonly PlainDateText[], width: number, language: Language): ReadonlyMap<PlainDateText, string> {
  const every = Math.max(1, Math.ceil((dates.length * roomOfTick[language]) / Math.max(1, width)));
  const shown = dates.filter((_, index) => (dates.length - 1 - index) % every === 0);
  const ticks = new Map<PlainDateText, string>();
  shown.forEach((date, index) => {
    const month = monthNames(language, 'short')[Number(date.slice(5, 7)) - 1] ?? '';
    const before = shown[index - 1];
    const isNewYear = before !== undefined && before.slice(0, 4) !== date.slice(0, 4);
    if (index === shown.length - 1) ticks.set(date, `${Number(date.slice(8, 10))}\u00a0${month}`);
    else ticks.set(date, isNewYear ? `${month}\u00a0’${date.slice(2, 4)}` : month);
  });
  return ticks;
}
