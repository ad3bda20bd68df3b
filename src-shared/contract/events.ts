/** What the backend tells every window, unasked, as JSON text. */
export type BackendEvent =
  | { readonly type: 'ledgerChanged'; readonly areas: readonly LedgerArea[] }
  | { readonly type: 'jobProgress'; readonly jobId: string; readonly done: number; readonly total: number; readonly label: string }
  | { readonly type: 'administrationChanged'; readonly administrationId: string | null };

export type LedgerArea = 'documents' | 'bank' | 'allocations' | 'customers' | 'dunning' | 'messages' | 'settings';
