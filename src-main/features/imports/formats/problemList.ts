/**
 * Findings of a file, within bounds: the first ones name places in the file, the last ones speak about its statements as a whole; of a
 * file with more of them the ones between are counted and left out. What is kept does not hold on to the text it was found in.
 */
import { problem, type Problem } from '../../../../src-shared/errors.ts';
import { cutLoose } from './cutLoose.ts';

const [firstShown, lastShown] = [800, 200];

export type ProblemList = {
  readonly add: (found: Problem) => void;
  readonly addAll: (found: readonly Problem[]) => void;
  /** What another list holds, behind what this one holds. */
  readonly append: (other: ProblemList) => void;
  /** All findings, or the first and the last with their number (code bank-more-problems). */
  readonly shown: (file: string) => readonly Problem[];
  readonly held: () => { readonly first: readonly Problem[]; readonly leftOut: number; readonly last: readonly Problem[] };
};

export function createProblemList(): ProblemList {
  const first: Problem[] = [];
  const last: Problem[] = [];
  let leftOut = 0;
  const boundLast = (most: number): void => {
    if (last.length > most) leftOut += last.splice(0, last.length - lastShown).length;
  };
  const add = (found: Problem): void => {
    (first.length < firstShown ? first : last).push(cutLoose(found));
    boundLast(4 * lastShown);
  };
  const held: ProblemList['held'] = () => {
    boundLast(lastShown);
    return { first, leftOut, last };
  };
  return {
    add,
    addAll: (found) => found.forEach(add),
    append(other) {
      const more = other.held();
      more.first.forEach(add);
      if (more.leftOut > 0) leftOut += more.leftOut + last.splice(0).length;
      more.last.forEach(add);
    },
    shown(file) {
      boundLast(lastShown);
      return leftOut === 0 ? [...first, ...last] : [...first, problem('warning', 'bank-more-problems', { count: leftOut }, { file }), ...last];
    },
    held,
  };
}

/** Findings that were not collected in a list of this kind. */
export function boundedProblems(problems: readonly Problem[], file: string): readonly Problem[] {
  if (problems.length <= firstShown + 1 + lastShown) return problems;
  const list = createProblemList();
  list.addAll(problems);
  return list.shown(file);
}
