import {
  type Icon as TablerIcon,
  IconBuildingBank,
  IconChartLine,
  IconChecklist,
  IconFileInvoice,
  IconSend,
  IconSettings,
  IconStairs,
  IconUsers,
} from '@tabler/icons-react';

export type RailItem = 'today' | 'customers' | 'invoices' | 'bank' | 'aging' | 'insight' | 'sent' | 'settings';
export type RailEntry = {
  readonly item: RailItem;
  readonly path: string;
  readonly icon: TablerIcon /** Second letter of `g …`. */;
  readonly letter: string;
};

/** The rail from top to bottom; settings stand apart at the bottom. */
export const railEntries: readonly RailEntry[] = [
  { item: 'today', path: '/vandaag', icon: IconChecklist, letter: 'v' },
  { item: 'customers', path: '/debiteuren', icon: IconUsers, letter: 'd' },
  { item: 'invoices', path: '/facturen', icon: IconFileInvoice, letter: 'f' },
  { item: 'bank', path: '/bank', icon: IconBuildingBank, letter: 'b' },
  { item: 'aging', path: '/ouderdom', icon: IconStairs, letter: 'o' },
  { item: 'insight', path: '/inzicht', icon: IconChartLine, letter: 'i' },
  { item: 'sent', path: '/verzonden', icon: IconSend, letter: 'z' },
  { item: 'settings', path: '/instellingen', icon: IconSettings, letter: 's' },
];
