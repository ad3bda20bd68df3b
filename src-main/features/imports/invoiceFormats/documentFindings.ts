/** What is odd about a document that was read, whatever its source. Findings inform; they never keep a document out. */
import { parseBelgianEnterpriseNumber } from '../../../../src-shared/identifiers/belgianEnterpriseNumber.ts';
import { parseKvkNumber, parseOin } from '../../../../src-shared/identifiers/dutchIdentifiers.ts';
import { parseVatNumber } from '../../../../src-shared/identifiers/vatNumber.ts';
import type { ParsedDocument } from '../../../domain/receivable/parsedDocument.ts';
import { type ErrorCode, type ErrorParams, type Place, type Problem, problem } from '../../../../src-shared/errors.ts';
import { zeroCents } from '../../../../src-shared/money.ts';

/** Legal ids by the schemes of ISO 6523 and of SI-UBL 1.x whose form is known here. */
const legalIdChecks: ReadonlyMap<string, (value: string) => unknown> = new Map<string, (value: string) => unknown>([
  ['0106', parseKvkNumber],
  ['NL:KVK', parseKvkNumber],
  ['0190', parseOin],
  ['NL:OIN', parseOin],
  ['0208', parseBelgianEnterpriseNumber],
  ['BE:CBE', parseBelgianEnterpriseNumber],
]);

/** Dates that contradict each other, identifiers that fail their check, and what is missing. `place` says where the document stands. */
export function documentFindings(document: ParsedDocument, place: Place): readonly Problem[] {
  const problems: Problem[] = [];
  const warn = (code: ErrorCode, params: ErrorParams): void => {
    problems.push(problem('warning', code, { number: document.number, ...params }, place));
  };
  const { issueDate, dueDate, textDueDate, dueDateOrigin, customer } = document;
  const isClaim = document.open > zeroCents;
  if (customer.name === null && customer.sourceId === null) warn('invoice-customer-missing', {});
  if (document.currency === null) warn('invoice-currency-missing', {});
  if (issueDate === null) warn('invoice-issue-date-missing', {});
  if (dueDate === null && isClaim) warn('invoice-due-date-missing', {});
  if (issueDate !== null && dueDate !== null && dueDate < issueDate) warn('invoice-due-before-issue', { issueDate, dueDate });
  if (isClaim && dueDateOrigin === 'terms-text' && dueDate !== null) warn('invoice-due-date-from-text', { dueDate });
  if (
    isClaim &&
    dueDateOrigin !== 'terms-text' &&
    dueDate !== null &&
    dueDate === issueDate &&
    textDueDate !== null &&
    textDueDate > dueDate
  ) {
    warn('invoice-due-sooner-than-terms', { dueDate, textDueDate });
  }
  for (const account of document.accounts)
    if (!account.isValidIban) warn('invoice-account-invalid', { account: account.asWritten.slice(0, 60) });
  if (customer.vat !== null && parseVatNumber(customer.vat) === null) warn('invoice-vat-invalid', { vat: customer.vat.slice(0, 40) });
  const check = legalIdChecks.get(customer.legalId?.scheme ?? '');
  if (customer.legalId !== null && check !== undefined && check(customer.legalId.value) === null) {
    warn('invoice-legal-id-invalid', { legalId: customer.legalId.value.slice(0, 40) });
  }
  return problems;
}
