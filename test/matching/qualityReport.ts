/** The figures of a measurement as text: what was aimed at, what came out, and every case with what was booked and what was left. */
import { caseNames } from './generateWorld.ts';
import { aims, type Quality, type Tally } from './quality.ts';

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
const line = (isReached: boolean, text: string): string => `${isReached ? 'reached' : 'MISSED '}  ${text}`;

export const isReached = ({ precision, recall, recallOfAll, inThree }: Quality): boolean =>
  precision >= aims.precision && recall >= aims.recall && recallOfAll >= aims.recall && inThree >= aims.inThree;

/** Four figures with their denominators in words. */
export function headline(quality: Quality): readonly string[] {
  const { all, precision, recall, recallOfAll, inThree, inThreeOfAll } = quality;
  return [
    `${all.receipts} receipts, ${all.booked} booked, ${all.booked - all.right} of them wrong`,
    line(precision >= aims.precision, `precision of booked ${percent(precision)} (aim ${percent(aims.precision)}): exactly the right parts, differences and rest, of all ${all.booked} booked; booking what must not be booked counts as wrong`),
    line(recall >= aims.recall, `recall of booked ${percent(recall)} (aim ${percent(aims.recall)}): of the ${all.certain} receipts that say enough for a careful clerk to book without asking`),
    line(recallOfAll >= aims.recall, `recall of booked ${percent(recallOfAll)} (aim ${percent(aims.recall)}): of all ${all.answerable} receipts with a right answer, also those nobody could be sure about`),
    line(inThree >= aims.inThree, `right answer among the first three ${percent(inThree)} (aim ${percent(aims.inThree)}): of the ${all.left} receipts with a right answer that were left to a person`),
    `         the same with the booked ones counted in: ${percent(inThreeOfAll)}`,
  ];
}

const columns = ['receipts', 'booked', 'wrong', 'certain', 'booked right', 'left', 'in first 3'] as const;
const cells = (tally: Tally): readonly number[] => [tally.receipts, tally.booked, tally.booked - tally.right, tally.certain, tally.certainRight, tally.left, tally.leftInThree];

function rows(tallies: readonly (readonly [name: string, tally: Tally])[]): readonly string[] {
  const head = `${''.padEnd(50)}${columns.map((column) => column.padStart(13)).join('')}`;
  return [head, ...tallies.map(([name, tally]) => `${name.padEnd(50)}${cells(tally).map((cell) => String(cell).padStart(13)).join('')}`)];
}

/** Every case and every level of noise in a row. */
export function tables({ byCase, byNoise }: Quality): readonly string[] {
  const ofCases = caseNames.flatMap((name) => {
    const tally = byCase.get(name);
    return tally === undefined ? [] : [[name, tally] as const];
  });
  const levels = ['as printed', 'other marks and case', 'cut, joined, other figures', 'mistyped, truncated, left out'];
  const ofNoise = [...byNoise].sort(([a], [b]) => a - b).map(([level, tally]) => [`noise ${level}: ${levels[level] ?? ''}`, tally] as const);
  return [...rows(ofCases), '', ...rows(ofNoise)];
}
