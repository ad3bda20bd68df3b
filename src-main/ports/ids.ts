/** Unpredictable names for tokens, staged files and Message-IDs. Rows get their ids from the ledger. */
export interface Ids {
  next(): string;
}
