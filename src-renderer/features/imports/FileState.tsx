import { IconAlertCircle, IconAlertTriangle, IconBan, IconCircleCheck, IconHelp, IconInfoCircle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { FilePreview } from '../../../src-shared/contract/imports.ts';
import { useText } from '../../i18n/useText.ts';
import { StateWord } from '../../ui/StateWord.tsx';
import { type Answers, ownershipOf, type StatementPreview } from './importCounts.ts';

type StatementStateProps = { readonly statements: readonly StatementPreview[]; readonly answers: Answers; readonly isAskedElsewhere: boolean };

/** Whether statements can be taken over and add up, in one word. Beside the question whose an account is, the balances are told all the same. */
export function StatementState({ statements, answers, isAskedElsewhere }: StatementStateProps): ReactElement {
  const { t } = useText();
  const standings = statements.map(({ standing }) => standing);
  if (standings.length > 0 && !standings.includes('booked'))
    return (
      <StateWord icon={IconInfoCircle}>
        {standings.includes('provisional') ? t('imports.state.provisional') : t('imports.state.details')}
      </StateWord>
    );
  const ownership = statements.map((statement) => ownershipOf(statement, answers));
  if (ownership.includes('unknown') && !isAskedElsewhere)
    return (
      <StateWord icon={IconHelp} tone="waiting">
        {t('imports.state.whose')}
      </StateWord>
    );
  if (ownership.length > 0 && ownership.every((one) => one === 'not-ours'))
    return <StateWord icon={IconBan}>{t('imports.state.notOurs')}</StateWord>;
  return <BalanceState statements={statements} />;
}

/** Whether statements add up, or by how much they do not; without balances nothing can be said. */
function BalanceState({ statements }: { readonly statements: readonly StatementPreview[] }): ReactElement {
  const { t, format } = useText();
  const [off, ...others] = statements.filter(({ addsUp }) => addsUp === false);
  if (off !== undefined) {
    const difference = others.length > 0 || off.difference === 0 ? null : off.difference;
    return (
      <StateWord icon={IconAlertTriangle} tone="bad">
        {difference === null ? t('imports.state.doesNotAddUp') : t('imports.state.difference', { difference: format.amount(difference, off.currency) })}
      </StateWord>
    );
  }
  const isChecked = statements.some(({ addsUp }) => addsUp === true);
  return (
    <StateWord icon={IconCircleCheck} tone={isChecked ? 'good' : 'plain'}>
      {isChecked ? t('imports.state.addsUp') : t('imports.state.noBalance')}
    </StateWord>
  );
}

/** In one word: whether the file is fit to be taken over, whether its statements add up, or why not. */
export function FileState({ file, answers }: { readonly file: FilePreview; readonly answers: Answers }): ReactElement {
  const { t } = useText();
  if (file.kind === 'refused') {
    return (
      <StateWord icon={IconBan} tone="bad">
        {t('imports.state.refused')}
      </StateWord>
    );
  }
  if (file.kind === 'bank') return <StatementState statements={file.statements} answers={answers} isAskedElsewhere={false} />;
  const errors = file.problems.filter((problem) => problem.severity === 'error').length;
  if (errors > 0)
    return (
      <StateWord icon={IconAlertCircle} tone="bad">
        {t('imports.state.errors', { count: errors })}
      </StateWord>
    );
  if (file.problems.length > 0)
    return <StateWord icon={IconAlertTriangle}>{t('imports.state.warnings', { count: file.problems.length })}</StateWord>;
  return (
    <StateWord icon={IconCircleCheck} tone="good">
      {t('imports.state.good')}
    </StateWord>
  );
}
