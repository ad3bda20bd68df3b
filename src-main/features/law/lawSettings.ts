import { type LawSettings, zLawSettings } from '../../../src-shared/contract/law.ts';
import type { ReadableDb, WritableDb } from '../../ledger/connection.ts';
import { logEvent, readSetting, saveSetting } from '../../ledger/settings.ts';

const key = 'law';

/** What is assumed until the user says otherwise: always the reading that asks least. */
export const cautiousSettings: LawSettings = {
  isTermAgreed: false,
  hasConsumerClause: false,
  clauseArticle: '',
  tradeClausePercent: null,
  isSmallCreditor: false,
  isOutsourced: false,
  canDeductVat: true,
  isFortyPerInvoiceNl: false,
  isFortyPerInvoiceBe: true,
  afterPayment: 'waive',
};

export const readLawSettings = (db: ReadableDb): LawSettings => readSetting(db, key, zLawSettings) ?? cautiousSettings;

export function saveLawSettings(db: WritableDb, change: { readonly settings: LawSettings; readonly at: string }): void {
  logEvent(db, { at: change.at, actor: 'person', kind: 'law-settings-changed', subject: 'setting', subjectId: null, detail: { was: readLawSettings(db), is: change.settings } });
  saveSetting(db, key, change.settings);
}
