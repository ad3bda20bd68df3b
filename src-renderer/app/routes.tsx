import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { RailItem } from './railItems.ts';

/** One page of the window. Its item in the rail shows as soon as the route is here. */
export type Route = {
  readonly path: string;
  /** The item of the rail that lights up; null for pages without a rail item. */
  readonly rail: RailItem | null;
  readonly Page: LazyExoticComponent<ComponentType>;
};

const page = <Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): LazyExoticComponent<ComponentType> => lazy(async () => ({ default: (await load())[name] }));

/** The route table: each feature adds its line. The first line whose path fits wins. */
export const routes: readonly Route[] = [
  { path: '/vandaag', rail: 'today', Page: page(() => import('../features/today/TodayPage.tsx'), 'TodayPage') },
  { path: '/dagbatch', rail: 'today', Page: page(() => import('../features/batch/BatchPage.tsx'), 'BatchPage') },
  { path: '/debiteuren', rail: 'customers', Page: page(() => import('../features/customers/CustomersPage.tsx'), 'CustomersPage') },
  { path: '/debiteuren/:customerId', rail: 'customers', Page: page(() => import('../features/customers/CustomerPage.tsx'), 'CustomerPage') },
  { path: '/facturen', rail: 'invoices', Page: page(() => import('../features/invoices/InvoicesPage.tsx'), 'InvoicesPage') },
  { path: '/bank', rail: 'bank', Page: page(() => import('../features/bank/BankPage.tsx'), 'BankPage') },
  { path: '/import', rail: null, Page: page(() => import('../features/imports/ImportPage.tsx'), 'ImportPage') },
  { path: '/inzicht', rail: 'insight', Page: page(() => import('../features/insight/InsightPage.tsx'), 'InsightPage') },
  { path: '/ouderdom', rail: 'aging', Page: page(() => import('../features/aging/AgingPage.tsx'), 'AgingPage') },
  { path: '/verzonden', rail: 'sent', Page: page(() => import('../features/sent/SentPage.tsx'), 'SentPage') },
  { path: '/verzonden/:messageId', rail: 'sent', Page: page(() => import('../features/sent/MessagePage.tsx'), 'MessagePage') },
  { path: '/printlijst', rail: 'sent', Page: page(() => import('../features/batch/PrintListPage.tsx'), 'PrintListPage') },
  { path: '/instellingen/:section?', rail: 'settings', Page: page(() => import('../features/settings/SettingsPage.tsx'), 'SettingsPage') },
];
