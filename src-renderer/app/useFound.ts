import { type Icon as TablerIcon, IconCash, IconFileImport, IconFileInvoice, IconUser } from '@tabler/icons-react';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import { useCall } from '../backend/queries.ts';
import { type Formats, useText } from '../i18n/useText.ts';
import { goTo } from './address.ts';
import { builtEntries } from './Rail.tsx';
import { routes } from './routes.tsx';

export type Found = {
  readonly key: string;
  readonly group: 'customers' | 'invoices' | 'receipts' | 'actions';
  readonly icon: TablerIcon;
  readonly title: string;
  readonly detail: string;
  readonly value: string;
  readonly open: () => void;
};
type Result = OutputOf<'search.query'>['results'][number];

function foundOf(result: Result, format: Formats): Found {
  switch (result.kind) {
    case 'customer':
      return {
        key: `c${result.customerId}`,
        group: 'customers',
        icon: IconUser,
        title: result.title,
        detail: result.detail,
        value: format.amount(result.open),
        open: () => goTo(`/debiteuren/${result.customerId}`),
      };
    case 'invoice':
      return {
        key: `i${result.documentId}`,
        group: 'invoices',
        icon: IconFileInvoice,
        title: result.title,
        detail: result.detail,
        value: format.amount(result.open),
        open: () => goTo(`/facturen?paneel=${result.documentId}`),
      };
    case 'receipt':
      return {
        key: `r${result.bankEntryId}`,
        group: 'receipts',
        icon: IconCash,
        title: result.title,
        detail: `${result.detail} ${format.date(result.on, 'medium')}`.trim(),
        value: format.amount(result.cents),
        open: () => goTo(`/bank?ontvangst=${result.bankEntryId}`),
      };
  }
}

const order = { customers: 0, invoices: 1, receipts: 2, actions: 3 } as const;

function useActions(asked: string): readonly Found[] {
  const { t } = useText();
  const pages: readonly Found[] = builtEntries.map((entry) => ({
    key: entry.path,
    group: 'actions',
    icon: entry.icon,
    title: t('common.search.goTo', { page: t(`${entry.item}.title`) }),
    detail: '',
    value: '',
    open: () => goTo(entry.path),
  }));
  const imports: readonly Found[] = routes.some((route) => route.path === '/import')
    ? [
        {
          key: '/import',
          group: 'actions',
          icon: IconFileImport,
          title: t('imports.title'),
          detail: '',
          value: '',
          open: () => goTo('/import'),
        },
      ]
    : [];
  const wanted = asked.toLowerCase();
  return [...pages, ...imports].filter((action) => action.title.toLowerCase().includes(wanted));
}

/** What fits the typed text, in the order of the palette. */
export function useFound(asked: string): { readonly found: readonly Found[]; readonly isReady: boolean } {
  const { format } = useText();
  const answer = useCall('search.query', { text: asked }, { enabled: asked !== '', keepPrevious: true });
  const actions = useActions(asked);
  const results = asked === '' ? [] : (answer.data?.results ?? []).map((result) => foundOf(result, format));
  const found = [...results, ...actions].sort((a, b) => order[a.group] - order[b.group]);
  return { found, isReady: asked !== '' && !answer.isFetching };
}
