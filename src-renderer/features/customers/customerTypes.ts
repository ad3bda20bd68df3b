import type { OutputOf } from '../../../src-shared/contract/index.ts';

export type CustomerDetail = OutputOf<'customers.get'>;

/** What can be written down about a customer, each in a small window. */
export type OpenDialog =
  | { readonly kind: 'note'; readonly noteKind: 'note' | 'call' }
  | { readonly kind: 'hold'; readonly documentId: number | null }
  | { readonly kind: 'dispute'; readonly documentId: number }
  | { readonly kind: 'promise' }
  | { readonly kind: 'plan' }
  | { readonly kind: 'correspondence' }
  | { readonly kind: 'contact'; readonly contactId: number | null }
  | { readonly kind: 'dossier' }
  | { readonly kind: 'fields' };
