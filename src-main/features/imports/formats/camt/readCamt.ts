/**
 * The walk through a camt message of ISO 20022 that tells of bookings: statement (053), intraday report (052), notification (054). They
 * share their shape; only the names of two elements and what the bookings are worth differ. Elements are found by their local names, so
 * version, namespace and prefix do not matter, and an envelope around the document does no harm. Only one entry at a time is built.
 */
import {
  mergePages,
  type BankEntry,
  type BankStatement,
  type ParsedBankFile,
  type StatementStanding,
} from '../../../../domain/bankStatement.ts';
import type { PlainDateText } from '../../../../../src-shared/dates.ts';
import { appError, problem, type Problem } from '../../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../../src-shared/result.ts';
import { readXml, xmlChild, xmlText, type XmlElement, type XmlVisitor } from '../../readXml.ts';
import type { Confidence, SourceHead } from '../../reader.ts';
import type { ReadContext, SourceFile } from '../../sourceFile.ts';
import { balanceProblems, continuityProblems } from '../balanceProblems.ts';
import { camtDate, camtEntry, type EntryMemory, entryStatus, newEntryMemory } from './camtEntry.ts';
import { camtStatement, statementAccount, type StatementParts } from './camtStatement.ts';

/** One message of the family. */
export type CamtMessage = {
  /** Id of the reader. */
  readonly id: string;
  /** The element that makes a document this message, and the one that holds the bookings of an account. */
  readonly body: string;
  readonly part: string;
  readonly standing: StatementStanding;
  /** Which entries are taken: those with one of these statuses. The others are counted. */
  readonly statuses: ReadonlySet<string>;
};

/** Whether the start of a file is a document of this message, whatever its version, namespace and prefix. */
export function sniffCamt(head: SourceHead, body: string): Confidence {
  if (head.text === null || !/^\ufeff?\s{0,200}</.test(head.text)) return 0;
  return new RegExp(`<(?:[\\w.-]{1,40}:)?${body}[\\s>]`).test(head.text) ? 95 : 0;
}

type MutableParts = { -readonly [Key in keyof StatementParts]: StatementParts[Key] } & {
  entries: BankEntry[];
  balances: XmlElement[];
  /** The account, read once for all entries. */
  own: ReturnType<typeof statementAccount>;
  /** Date of the latest balance, for entries without a date. */
  date: PlainDateText | null;
};

type Collected = { readonly statements: BankStatement[]; readonly problems: Problem[] };

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

/** How deep an envelope (a business message with a header) may hold the document. */
const envelopeDepth = 4;

const wantedParts: ReadonlySet<string> = new Set(['Id', 'ElctrncSeqNb', 'LglSeqNb', 'StmtPgntn', 'Acct', 'Bal', 'TxsSummry', 'Ntry']);

type Taken = {
  readonly number: number;
  readonly file: string;
  readonly problems: Problem[];
  readonly source: () => string;
  readonly statuses: ReadonlySet<string>;
  readonly memory: EntryMemory;
};

function takeEntry(parts: MutableParts, element: XmlElement, taken: Taken): void {
  const place = { file: taken.file, path: `${parts.path}/Ntry[${taken.number}]` };
  if (!taken.statuses.has(entryStatus(element))) {
    parts.notBooked += 1;
    return;
  }
  const outcome = camtEntry(element, {
    own: parts.own,
    currency: parts.own.currency,
    statementDate: parts.date,
    place,
    source: taken.source,
    memory: taken.memory,
  });
  if (!outcome.ok) {
    taken.problems.push({ ...outcome.error, severity: 'error' });
    return;
  }
  parts.entries.push(outcome.value.entry);
  if (outcome.value.warning !== null) taken.problems.push(outcome.value.warning);
}

/** Walks the document. Depths from Document on: its body 1, Stmt and GrpHdr 2, their parts 3. */
function createVisitor(file: string, message: CamtMessage, collected: Collected): XmlVisitor {
  const memory = newEntryMemory();
  let documentDepth = 0;
  let parts: MutableParts | null = null;
  let messagePage: StatementParts['page'] = null;
  let entryNumber = 0;
  return {
    withoutText: new Set(),
    onOpen: (name, _attributes, depth) => {
      if (documentDepth === 0) {
        if (name === 'Document') documentDepth = depth;
        return depth <= envelopeDepth ? 'enter' : 'skip';
      }
      const level = depth - documentDepth;
      if (level <= 1) return name === message.body ? 'enter' : 'skip';
      if (level === 2 && name === message.part) {
        parts = newParts(`${message.part}[${collected.statements.length + 1}]`);
        entryNumber = 0;
        return 'enter';
      }
      if (level === 2) return name === 'GrpHdr' ? 'build' : 'skip';
      return parts !== null && wantedParts.has(name) ? 'build' : 'skip';
    },
    onSubtree: (element, depth, source) => {
      if (depth === documentDepth + 2) {
        const paging = element.children.find((child) => child.name === 'MsgPgntn');
        if (paging !== undefined) messagePage = pageOf(paging);
      } else if (parts !== null && element.name === 'Ntry') {
        entryNumber += 1;
        takeEntry(parts, element, { number: entryNumber, file, problems: collected.problems, source, statuses: message.statuses, memory });
      } else if (parts !== null) takePart(parts, element);
    },
    onClose: (name, depth) => {
      if (depth === documentDepth) documentDepth = 0;
      if (depth !== documentDepth + 2 || name !== message.part || parts === null) return;
      const { statement, problems } = camtStatement({ ...parts, page: parts.page ?? messagePage }, file, message.standing);
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

/** Balances and order are only looked at where they mean something. */
function statementProblems(statements: readonly BankStatement[], file: string): readonly Problem[] {
  const lastPage = statements.at(-1)?.page;
  const missing = lastPage?.isLast === false ? [problem('warning', 'bank-pages-missing', { page: lastPage.number }, { file })] : [];
  return [...missing, ...statements.flatMap((statement) => balanceProblems(statement, file)), ...continuityProblems(statements, file)];
}

/** Says of what is not booked that it is not, and how much there is of it. */
function standingProblems(message: CamtMessage, statements: readonly BankStatement[], file: string): readonly Problem[] {
  const count = statements.reduce((sum, { entries }) => sum + entries.length, 0);
  return [problem('warning', message.standing === 'details' ? 'bank-details-only' : 'bank-provisional', { count }, { file })];
}

/** Reads a file of one message. Codes: those of `readXml`, and bank-no-statement. */
export function readCamt(source: SourceFile, context: ReadContext, message: CamtMessage): Result<ParsedBankFile, readonly Problem[]> {
  const collected: Collected = { statements: [], problems: [] };
  const file = source.name;
  const failure = readXml(source, context, createVisitor(file, message, collected));
  if (failure !== null) return err([{ ...failure, severity: 'error' }]);
  if (collected.statements.length === 0) return err([{ ...appError('bank-no-statement', { file }, { file }), severity: 'error' }]);
  const statements = joinPages(collected.statements);
  const said = message.standing === 'booked' ? statementProblems(statements, file) : standingProblems(message, statements, file);
  return ok({ format: message.id, statements, problems: [...collected.problems, ...said] });
}
