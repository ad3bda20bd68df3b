import { Menu } from '@mantine/core';
import { IconBook2, IconCircleMinus, IconClockPause, IconDots, IconScale } from '@tabler/icons-react';
import { type ReactElement, useMemo } from 'react';
import type { PlainDateText } from '../../../src-shared/dates.ts';
import { type Cents, zeroCents } from '../../../src-shared/money.ts';
import { useToday } from '../../app/appState.ts';
import { useText } from '../../i18n/useText.ts';
import { Amount } from '../../ui/Amount.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { StateWord } from '../../ui/StateWord.tsx';
import type { Column } from '../../ui/table/columns.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import type { ClaimRow, Claims, ClaimTarget, LawAmountShown } from './lawTypes.ts';

/** A line of the table: the interest of a document, or the costs of the customer. */
type Line = {
  readonly key: string;
  readonly name: string;
  readonly target: ClaimTarget;
  readonly from: PlainDateText | null;
  readonly perDayCents: Cents;
  readonly amount: LawAmountShown;
  readonly bookedCents: Cents;
  readonly claimCents: Cents;
  readonly state: 'claimed' | 'waived' | 'booked' | 'none' | 'waiting';
  /** Where the costs of this document stand; none on the line of the costs themselves. */
  readonly costsState: ClaimRow['costsState'];
};

type Given = {
  readonly claims: Claims;
  readonly onDecide: (target: ClaimTarget, decision: 'waive' | 'keep' | 'book') => void;
  readonly onWorking: (title: string, amount: LawAmountShown) => void;
};

const looks = {
  claimed: { icon: IconScale, tone: 'plain' },
  waived: { icon: IconCircleMinus, tone: 'plain' },
  booked: { icon: IconBook2, tone: 'good' },
  none: { icon: IconCircleMinus, tone: 'plain' },
  waiting: { icon: IconClockPause, tone: 'plain' },
} as const;

function useLines(claims: Claims): readonly Line[] {
  const { t } = useText();
  return useMemo(() => {
    const rows = claims.rows.map((row): Line => {
      const state = row.missing !== null || (row.notBefore !== null && row.state === 'claimed') ? 'waiting' : row.state;
      return { key: String(row.documentId), name: row.number, target: { documentId: row.documentId, what: 'interest' }, from: row.defaultFrom, perDayCents: row.perDayCents, amount: row.interest, bookedCents: row.bookedCents, claimCents: row.claimCents, state, costsState: row.costsState };
    });
    const { bookedCents, claimCents, state, notBefore, ...amount } = claims.costs;
    const costs: Line = { key: 'costs', name: t('law.costsRow'), target: { documentId: null, what: 'costs' }, from: null, perDayCents: zeroCents, amount, bookedCents, claimCents, state: notBefore === null ? state : 'waiting', costsState: 'none' };
    return [...rows, costs];
  }, [claims, t]);
}

function LineMenu({ line, onDecide, onWorking }: Omit<Given, 'claims'> & { readonly line: Line }): ReactElement {
  const { t } = useText();
  const title = line.target.what === 'costs' ? t('law.working.costsTitle') : t('law.working.title', { number: line.name });
  const costs: ClaimTarget = { documentId: line.target.documentId, what: 'costs' };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <IconButton size="xs" icon={IconDots} label={`${t('law.column.more')} ${line.name}`} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onWorking(title, line.amount)}>{t('law.action.working')}</Menu.Item>
        {line.state === 'claimed' && <Menu.Item onClick={() => onDecide(line.target, 'book')}>{t('law.action.book')}</Menu.Item>}
        {line.state === 'claimed' && <Menu.Item onClick={() => onDecide(line.target, 'waive')}>{t('law.action.waive')}</Menu.Item>}
        {line.state === 'waived' && <Menu.Item onClick={() => onDecide(line.target, 'keep')}>{t('law.action.keep')}</Menu.Item>}
        {line.costsState === 'claimed' && <Menu.Item onClick={() => onDecide(costs, 'book')}>{t('law.action.bookCostsOf')}</Menu.Item>}
        {line.costsState === 'claimed' && <Menu.Item onClick={() => onDecide(costs, 'waive')}>{t('law.action.waiveCostsOf')}</Menu.Item>}
        {line.costsState === 'waived' && <Menu.Item onClick={() => onDecide(costs, 'keep')}>{t('law.action.keepCostsOf')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

function useColumns({ onDecide, onWorking }: Omit<Given, 'claims'>, hasBooked: boolean): readonly Column<Line>[] {
  const { t } = useText();
  const today = useToday();
  return useMemo((): readonly Column<Line>[] => {
    const booked: Column<Line> = { key: 'booked', header: t('law.column.booked'), width: 92, align: 'right', cell: (line) => (line.bookedCents > 0 ? <Amount value={line.bookedCents} /> : '') };
    return [
      { key: 'document', header: t('law.column.document'), cell: (line) => line.name },
      { key: 'from', header: t('law.column.from'), width: 110, cell: (line) => <DateText value={line.from} style="near" today={today} /> },
      { key: 'state', header: t('law.column.state'), width: hasBooked ? 122 : 140, cell: (line) => <StateWord {...looks[line.state]}>{t(`law.state.${line.state}`)}</StateWord> },
      { key: 'perDay', header: t('law.column.perDay'), width: 80, align: 'right', cell: (line) => (line.perDayCents > 0 ? <Amount value={line.perDayCents} /> : '') },
      { key: 'toDate', header: t('law.column.toDate'), width: 102, align: 'right', cell: (line) => <Amount value={line.amount.amountCents} /> },
      ...(hasBooked ? [booked] : []),
      { key: 'claim', header: t('law.column.claim'), width: 98, align: 'right', cell: (line) => <Amount value={line.claimCents} strong /> },
      { key: 'more', header: <span className="only-read">{t('law.column.more')}</span>, name: t('law.column.more'), width: 44, align: 'right', cell: (line) => <LineMenu line={line} onDecide={onDecide} onWorking={onWorking} /> },
    ];
  }, [t, today, onDecide, onWorking, hasBooked]);
}

/** Interest per document, costs, and what can be asked in all; a line opens its working. */
export function ClaimTable({ claims, onDecide, onWorking }: Given): ReactElement {
  const { t } = useText();
  const lines = useLines(claims);
  const columns = useColumns({ onDecide, onWorking }, lines.some((line) => line.bookedCents > 0));
  const open = (line: Line): void => onWorking(line.target.what === 'costs' ? t('law.working.costsTitle') : t('law.working.title', { number: line.name }), line.amount);
  return (
    <DataTable
      label={t('law.title')}
      rows={lines}
      rowKey={(line) => line.key}
      rowName={(line) => line.name}
      columns={columns}
      density="compact"
      minWidth={680}
      onOpen={open}
      total={{ document: t('common.total'), perDay: claims.perDayCents > 0 ? <Amount value={claims.perDayCents} /> : '', claim: <Amount value={claims.totalCents} strong /> }}
    />
  );
}
