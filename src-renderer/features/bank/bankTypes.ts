import type { OutputOf } from '../../../src-shared/contract/index.ts';

export type WaitingReceipt = OutputOf<'bank.unmatched'>['receipts'][number];
export type ReceiptDetail = OutputOf<'bank.candidates'>;
export type Proposal = ReceiptDetail['proposals'][number];
export type OpenItem = OutputOf<'bank.openItems'>['items'][number];
export type Accounts = OutputOf<'bank.accounts'>;
export type Account = Accounts['accounts'][number];
export type Assignment = OutputOf<'bank.allocations'>['allocations'][number];
