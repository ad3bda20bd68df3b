/** An account number as a yes or no: the normalised value when it is valid, null when it is not. */
import { isValidIban, normalizeAccount } from '../../references/iban.ts';

/** A valid IBAN without blanks, or null. */
export const parseIban = (text: string): string | null => (isValidIban(text) ? normalizeAccount(text) : null);
