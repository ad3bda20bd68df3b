/**
 * The Belgian structured communication of a letter about several invoices: the year, a nine and five digits of its number, so that a payment
 * of the whole letter finds it again (design/letters.md §5). Invoices keep their own communication; no invoice program numbers this way.
 */
import { makeCreditorReference } from './creditorReference.ts';
import { makeOgm } from './ogm.ts';

/** Twelve digits for `H-2026-0118`; null for a reference of another shape, or a number beyond 99,999. */
export function letterCommunication(reference: string): string | null {
  const found = /^H-(20\d{2})-(\d{4,5})$/.exec(reference);
  return found === null ? null : makeOgm(`${found[1] ?? ''}9${(found[2] ?? '').padStart(5, '0')}`);
}

/** The creditor reference (RF) of an account statement, for `H-2026-0118`; null for a reference of another shape. */
export const statementReference = (reference: string): string | null =>
  /^H-20\d{2}-\d{4,6}$/.test(reference) ? makeCreditorReference(reference.replaceAll('-', '')) : null;
