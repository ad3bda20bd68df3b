import { IconHandClick, IconWand } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { linkTo } from '../../app/address.ts';
import { useToday } from '../../app/appState.ts';
import { useCall, useMutationCall } from '../../backend/queries.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { useErrorSentence } from '../../ui/ErrorState.tsx';
import { FilterBar, FilterChip } from '../../ui/FilterChip.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { showToast } from '../../ui/toastStore.ts';
import css from './Bank.module.css';
import type { Assignment } from './bankTypes.ts';

const filters = ['all', 'program', 'person'] as const;
const fits = (assignment: Assignment, filter: (typeof filters)[number]): boolean => filter === 'all' || assignment.byPerson === (filter === 'person');

/** What was assigned lately, by the program or by a person, each with its reason and its undo. */
export function AssignedPanel({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useText();
  const assigned = useCall('bank.allocations', { limit: 200 });
  const [filter, setFilter] = useState<(typeof filters)[number]>('all');
  return (
    <SidePanel title={t('bank.assigned.title')} sub={t('bank.assigned.sub')} onClose={onClose}>
      <FilterBar label={t('bank.assigned.filter')}>
        {filters.map((name) => (
          <FilterChip key={name} small isOn={filter === name} onChange={(isOn) => setFilter(isOn ? name : 'all')}>
            {t(`bank.assigned.${name}`)}
          </FilterChip>
        ))}
      </FilterBar>
      <QueryView query={assigned}>
        {({ allocations }) => {
          const shown = allocations.filter((assignment) => fits(assignment, filter));
          if (shown.length === 0) return <p className={`${css['nothing'] ?? ''} ink-2`}>{t('bank.assigned.none')}</p>;
          return (
            <ul className={css['assigned']}>
              {shown.map((assignment) => (
                <AssignedRow key={assignment.entryId} assignment={assignment} />
              ))}
            </ul>
          );
        }}
      </QueryView>
    </SidePanel>
  );
}

function AssignedRow({ assignment }: { readonly assignment: Assignment }): ReactElement {
  const { t, format } = useText();
  const today = useToday();
  const sentence = useErrorSentence();
  const undo = useMutationCall('bank.undoAllocation');
  const Icon = assignment.byPerson ? IconHandClick : IconWand;
  const shownNumbers = assignment.parts.slice(0, 4).map((part) => part.number);
  const numbers = shownNumbers.length < assignment.parts.length ? `${shownNumbers.join(', ')} +${assignment.parts.length - shownNumbers.length}` : format.list(shownNumbers);
  return (
    <li>
      <div className={css['assignedTop']}>
        <a href={linkTo(`/debiteuren/${assignment.customerId}`)}>{assignment.customerName}</a>
        <Amount value={assignment.cents} />
      </div>
      <p className={css['assignedDetail']}>
        {numbers}, {format.nearDate(assignment.bookDate, today)}
      </p>
      <p className={css['assignedDetail']}>
        <Icon size={14} stroke={1.75} aria-hidden /> {t(assignment.byPerson ? 'bank.assigned.byPerson' : 'bank.assigned.byProgram')}: {format.reason(assignment.reason)}
      </p>
      <Button
        variant="quiet"
        size="xs"
        flush
        busy={undo.isPending}
        onClick={() =>
          undo.mutate(
            { entryIds: [assignment.entryId] },
            { onSuccess: () => showToast({ message: t('bank.undone') }), onError: (error) => showToast({ tone: 'warning', message: sentence(error) }) },
          )
        }
      >
        {t('bank.assigned.undo')}
      </Button>
    </li>
  );
}
