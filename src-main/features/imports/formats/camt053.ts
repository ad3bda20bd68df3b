/**
 * camt.053, the bank-to-customer statement of ISO 20022, in every version (02 and 08 are the ones Dutch and Belgian banks send).
 * Elements are found by their local names; version, namespace and prefix do not matter. The file is walked: only one entry at a time
 * is built as elements. Related messages are recognised and refused by name: camt.052 (intraday report), camt.054 (notification),
 * pain (payment orders).
 */
import { mergePages, type BankEntry, type BankStatement, type ParsedBankFile } from '../../../domain/bankStatement.ts';
import type { PlainDateText } from '../../../../src-shared/dates.ts';
import { appError, problem, type ErrorCode, type Problem } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import { peekXml, readXml, xmlChild, xmlText, type XmlElement, type XmlVisitor } from '../readXml.ts';
import type { Confidence, Reader, SourceHead } from '../reader.ts';
import type { ReadContext, SourceFile } from '../sourceFile.ts';
import { balanceProblems, continuityProblems } from './balanceProblems.ts';
import { camtDate, camtEntry, entryStatus } from './camt/camtEntry.ts';
import { camtStatement, statementAccount, type StatementParts } from './camt/camtStatement.ts';

/** Other messages of the family, by the first element of the document, and how they are refused. */
const otherMessages: ReadonlyMap<string, ErrorCode> = new Map<string, ErrorCode>([
  ['BkToCstmrAcctRpt', 'format-intraday-report'],
  ['BkToCstmrDbtCdtNtfctn', 'format-notification'],
  ['CstmrCdtTrfInitn', 'format-payment-order'],
  ['CstmrDrctDbtInitn', 'format-payment-order'],
  ['CstmrPmtStsRpt', 'format-payment-order'],
]);

function sniff(head: SourceHead): Confidence {
  const peek = head.text === null ? null : peekXml(head.text);
  if (peek === null) return 0;
  if (peek.firstChild === 'BkToCstmrStmt' || otherMessages.has(peek.firstChild ?? '')) return 95;
  return peek.root === 'Document' && /:(?:camt|pain)\.\d{3}\./.test(peek.namespace ?? '') ? 80 : 0;
}

type MutableParts = { -readonly [Key in keyof StatementParts]: StatementParts[Key] } & {
  entries: BankEntry[];
  balances: XmlElement[];
  /** The account, read once for all entries. */
  own: ReturnType<typeof statementAccount>;
  /** Date of the latest balance, for entries without a date. */
  date: PlainDateText | null;
};

type Collected = { readonly statements: BankStatement[]; readonly problems: Problem[]; refusal: ErrorCode | null };

const newParts = (path: string): MutableParts => ({
  id: null,
  electronicNumber: null,
  legalNumber: null,
  page: null,
  account: null,
  own: statementAccount(null),
  date: null,
  balances: [],
  totals: null,
  entries: [],
  notBooked: 0,
  path,
});

const pageOf = (element: XmlElement): StatementParts['page'] => {
  const number = /^\d{1,6}$/.exec(xmlText(element, 'PgNb') ?? '')?.[0];
  return { number: number === undefined ? 1 : Number(number), isLast: xmlText(element, 'LastPgInd') !== 'false' };
};

/** Puts the small parts of a statement in their places as they come by. */
function takePart(parts: MutableParts, element: XmlElement): void {
  if (element.name === 'Id') parts.id = element.text.trim();
  else if (element.name === 'ElctrncSeqNb') parts.electronicNumber = element.text.trim();
  else if (element.name === 'LglSeqNb') parts.legalNumber = element.text.trim();
  else if (element.name === 'StmtPgntn') parts.page = pageOf(element);
  else if (element.name === 'Acct') {
    parts.account = element;
    parts.own = statementAccount(element);
  } else if (element.name === 'Bal') {
    parts.balances.push(element);
    parts.date = camtDate(xmlChild(element, 'Dt'));
  } else if (element.name === 'TxsSummry') parts.totals = element;
}

const wantedParts: ReadonlySet<string> = new Set(['Id', 'ElctrncSeqNb', 'LglSeqNb', 'StmtPgntn', 'Acct', 'Bal', 'TxsSummry', 'Ntry']);

type Taken = { readonly number: number; readonly file: string; readonly problems: Problem[]; readonly source: () => string };

function takeEntry(parts: MutableParts, element: XmlElement, taken: Taken): void {
  const place = { file: taken.file, path: `${parts.path}/Ntry[${taken.number}]` };
  if (entryStatus(element) !== 'BOOK') {
    parts.notBooked += 1;
    return;
  }
  const outcome = camtEntry(element, {
    own: parts.own,
    currency: parts.own.currency,
    statementDate: parts.date,
    place,
    source: taken.source,
  });
  if (!outcome.ok) {
    taken.problems.push({ ...outcome.error, severity: 'error' });
    return;
  }
  parts.entries.push(outcome.value.entry);
  if (outcome.value.warning !== null) taken.problems.push(outcome.value.warning);
}

/** Walks the document. Depths: Document 1, BkToCstmrStmt 2, Stmt and GrpHdr 3, their parts 4. */
function createVisitor(file: string, collected: Collected): XmlVisitor {
  let parts: MutableParts | null = null;
  let messagePage: StatementParts['page'] = null;
  let entryNumber = 0;
  return {
    withoutText: new Set(),
    onOpen: (name, _attributes, depth) => {
      if (depth === 1) return name === 'Document' ? 'enter' : 'skip';
      if (depth === 2) {
        collected.refusal ??= otherMessages.get(name) ?? null;
        return name === 'BkToCstmrStmt' ? 'enter' : 'skip';
      }
      if (depth === 3 && name === 'Stmt') {
        parts = newParts(`Stmt[${collected.statements.length + 1}]`);
        entryNumber = 0;
        return 'enter';
      }
      if (depth === 3) return name === 'GrpHdr' ? 'build' : 'skip';
      return parts !== null && wantedParts.has(name) ? 'build' : 'skip';
    },
    onSubtree: (element, depth, source) => {
      if (depth === 3) {
        const paging = element.children.find((child) => child.name === 'MsgPgntn');
        if (paging !== undefined) messagePage = pageOf(paging);
      } else if (parts !== null && element.name === 'Ntry') {
        entryNumber += 1;
        takeEntry(parts, element, { number: entryNumber, file, problems: collected.problems, source });
      } else if (parts !== null) takePart(parts, element);
    },
    onClose: (name, depth) => {
      if (depth !== 3 || name !== 'Stmt' || parts === null) return;
      const { statement, problems } = camtStatement({ ...parts, page: parts.page ?? messagePage }, file);
      collected.statements.push(statement);
      collected.problems.push(...problems);
      parts = null;
    },
  };
}

/** Pages of one statement: same account and same Id or number, where the earlier says that it is not the last. */
function joinPages(statements: readonly BankStatement[]): readonly BankStatement[] {
  const groups: BankStatement[][] = [];
  for (const statement of statements) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const goesOn =
      previous !== undefined &&
      previous.page?.isLast === false &&
      previous.account === statement.account &&
      (previous.reference === statement.reference || (previous.number !== null && previous.number === statement.number));
    if (group !== undefined && goesOn) group.push(statement);
    else groups.push([statement]);
  }
  return groups.flatMap((group) => mergePages(group) ?? []);
}

function parse(source: SourceFile, context: ReadContext): Result<ParsedBankFile, readonly Problem[]> {
  const collected: Collected = { statements: [], problems: [], refusal: null };
  const file = source.name;
  const failure = readXml(source, context, createVisitor(file, collected));
  if (failure !== null) return err([{ ...failure, severity: 'error' }]);
  const code: ErrorCode | null = collected.refusal ?? (collected.statements.length === 0 ? 'bank-no-statement' : null);
  if (code !== null) return err([{ ...appError(code, { file }, { file }), severity: 'error' }]);
  const statements = joinPages(collected.statements);
  const lastPage = statements.at(-1)?.page;
  const missing = lastPage?.isLast === false ? [problem('warning', 'bank-pages-missing', { page: lastPage.number }, { file })] : [];
  const problems = [
    ...collected.problems,
    ...missing,
    ...statements.flatMap((statement) => balanceProblems(statement, file)),
    ...continuityProblems(statements, file),
  ];
  return ok({ format: camt053.id, statements, problems });
}

export const camt053: Reader<ParsedBankFile> = { id: 'camt.053', label: 'CAMT.053', kind: 'bank', sniff, parse };
