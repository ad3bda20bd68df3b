/** Which bank wrote an MT940 message, as far as that changes how it is read. Most of a description tells its own layout. */

export type Dialect = 'ing-old' | 'rabobank' | 'rabobank-old' | 'abn-amro' | 'volksbank' | 'other';

export type DialectClues = {
  /** Content of :20:. */
  readonly reference: string;
  /** Own account, normalized. */
  readonly account: string;
  /** The start of the file, where bank headers stand. */
  readonly head: string;
};

/** Letters of the bank inside a Dutch IBAN. */
const bankOf = (account: string): string => (/^NL\d{2}([A-Z]{4})/.exec(account) ?? [])[1] ?? '';

export function dialectOf({ reference, account, head }: DialectClues): Dialect {
  const bank = bankOf(account);
  if (['SNSB', 'ASNB', 'RBRB'].includes(bank)) return 'volksbank';
  if (/^940S\d{6}/.test(reference) || bank === 'RABO') return 'rabobank';
  if (/^940A\d{6}/.test(reference) && head.includes(':940:')) return 'rabobank-old';
  if (reference.startsWith('ABN AMRO') || bank === 'ABNA') return 'abn-amro';
  if (/INGBNL2A/.test(head) && bank === '') return 'ing-old';
  return 'other';
}
