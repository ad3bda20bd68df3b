import { IconAlertCircle, IconAlertTriangle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useText } from '../../i18n/useText.ts';
import { TwoLineItem, TwoLineList } from '../../ui/TwoLineItem.tsx';
import { groupProblems, type ProblemGroup, type WireProblem } from './importCounts.ts';
import css from './ImportPage.module.css';
import { useProblemText } from './useProblemText.ts';

const shown = 200;

/** Where it stands: file and line, or the place inside the file. */
function usePlace(): (problem: WireProblem) => string {
  const { t } = useText();
  return ({ where }) => {
    if (where?.file === undefined) return '';
    if (where.line !== undefined) return t('common.error.place', { file: where.file, line: where.line });
    return where.path === undefined ? where.file : `${where.file}, ${where.path}`;
  };
}

/** Findings by kind: what, why, what to do, and every place where it happened. */
export function ProblemList({ problems }: { readonly problems: readonly WireProblem[] }): ReactElement {
  return (
    <TwoLineList>
      {groupProblems(problems).map((group) => (
        <Group key={`${group.severity} ${group.code}`} group={group} />
      ))}
    </TwoLineList>
  );
}

function Group({ group }: { readonly group: ProblemGroup }): ReactElement | null {
  const { t } = useText();
  const textOf = useProblemText();
  const placeOf = usePlace();
  const [first, ...others] = group.problems;
  if (first === undefined) return null;
  const text = textOf(first);
  const place = placeOf(first);
  const isError = group.severity === 'error';
  return (
    <TwoLineItem
      icon={isError ? IconAlertCircle : IconAlertTriangle}
      title={
        <>
          <span className="only-read">{isError ? t('imports.problems.error') : t('imports.problems.warning')} </span>
          {text.what}
        </>
      }
      detail={
        <>
          {text.why} {text.todo}
          {others.length === 0 ? (
            place !== '' && <div className="ink-3">{place}</div>
          ) : (
            <details className={css['places']}>
              <summary>{t('imports.problems.places', { count: group.problems.length })}</summary>
              <ul>
                {group.problems.slice(0, shown).map((problem, index) => (
                  <li key={index}>
                    {textOf(problem).what} <span className="ink-3">{placeOf(problem)}</span>
                  </li>
                ))}
                {group.problems.length > shown && <li>{t('imports.problems.more', { count: group.problems.length - shown })}</li>}
              </ul>
            </details>
          )}
        </>
      }
    />
  );
}
