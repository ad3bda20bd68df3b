/**
 * The walk through a camt message of ISO 20022 that tells of bookings: statement (053), intraday report (052), notification (054). They
 * share their shape; only the names of two elements and what the bookings are worth differ. Elements are found by their local names, so
 * version, namespace and prefix do not matter, and an envelope around the document does no harm. Only one entry at a time is built.
 */
import { turnEntry, type BankStatement, type ParsedBankFile, type StatementStanding } from '../../../../domain/bankStatement.ts';
import { addTotals, checkTotals, createEntryCounter, type EntryCounter, type EntryTotals } from '../../../../domain/entryTotals.ts';
import type { PlainDateText } from '../../../../../src-shared/dates.ts';
import { appError, problem, type Problem } from '../../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../../src-shared/result.ts';
import { walkXml, xmlChild, xmlText, type XmlElement, type XmlVisitor } from '../../readXml.ts';
import type { Confidence, SourceHead } from '../../reader.ts';
import { balanceProblems, continuityProblems } from '../balanceProblems.ts';
import { type BankStream, type EntrySink, type StreamedReader, streamedReader } from '../bankStream.ts';
import { cutLoose } from '../cutLoose.ts';
import { createProblemList, type ProblemList } from '../problemList.ts';
import { camtDate, camtEntry, type EntryMemory, entryStatus, newEntryMemory } from './camtEntry.ts';
import { camtStatement, statementAccount, type StatementParts } from './camtStatement.ts';

/** One message of the family. */
export type CamtMessage = {
  /** Id of the reader. */
  readonly id: string;
  readonly label: string;
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

type MutableParts = { -readonly [Key in keyof Omit<StatementParts, 'plain' | 'reversals'>]: StatementParts[Key] } & {
  readonly plain: EntryCounter;
  readonly reversals: EntryCounter;
  balances: XmlElement[];
  /** The account, read once for all entries. */
  own: ReturnType<typeof statementAccount>;
  /** Date of the latest balance, for entries without a date. */
  date: PlainDateText | null;
  /** Entries of any status that came by. */
  seen: number;
  /** What was taken for granted when the first entry was handed on; null before that. */
  assumed: Header | null;
};

/** What the meaning of entries hangs on and is perhaps only known behind them. */
type Header = {
  readonly account: string;
  /** The statement is a page of the one before. */
  readonly goesOn: boolean;
  /** Reversals count the other way round (see `camtStatement`). */
  readonly isTurned: boolean;
};

const isSame = (one: Header, other: Header): boolean =>
  one.account === other.account && one.goesOn === other.goesOn && one.isTurned === other.isTurned;

type Joined = { readonly statement: BankStatement; readonly totals: EntryTotals };
type Collected = {
  /** Statements with their pages joined. */
  readonly statements: Joined[];
  /** The last statement or page by itself. */
  last: BankStatement | null;
  readonly problems: ProblemList;
  /** One for every statement or page in the file. */
  readonly headers: Header[];
  isMistaken: boolean;
};

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
  plain: createEntryCounter(),
  reversals: createEntryCounter(),
  entryCurrency: null,
  notBooked: 0,
  path,
  seen: 0,
  assumed: null,
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

/** A page of one statement: same account and same Id or number, where the earlier says that it is not the last. */
const isNextPage = (previous: BankStatement | null, next: Pick<BankStatement, 'account' | 'reference' | 'number'>): boolean =>
  previous !== null &&
  previous.page?.isLast === false &&
  previous.account === next.account &&
  (previous.reference === next.reference || (previous.number !== null && previous.number === next.number));

/** Reads the entries and the statements of one message, for one walk through the file. */
function createTaker(input: {
  readonly file: string;
  readonly message: CamtMessage;
  readonly sink: EntrySink;
  /** What an earlier walk found out; null on the first. */
  readonly known: readonly Header[] | null;
  readonly collected: Collected;
}) {
  const { file, message, sink, known, collected } = input;
  const memory: EntryMemory = newEntryMemory();
  const begin = (header: Header): void => {
    if (!header.goesOn) sink.begin(header.account);
  };
  /** What stands in front of the first entry, which is nearly always all there is. */
  const assume = (parts: MutableParts): Header => {
    const next = { account: parts.own.account, reference: parts.id, number: parts.electronicNumber ?? parts.legalNumber };
    const header = known?.[collected.headers.length] ?? { account: next.account, goesOn: isNextPage(collected.last, next), isTurned: false };
    parts.assumed = header;
    begin(header);
    return header;
  };
  const join = ({ statement, totals }: Joined, goesOn: boolean): void => {
    const before = goesOn ? collected.statements.pop() : undefined;
    if (before === undefined) collected.statements.push({ statement, totals });
    else {
      const all = addTotals(before.totals, totals);
      const { opening } = before.statement;
      const { page, closing } = statement;
      const whole = { ...before.statement, page, closing, ...checkTotals({ opening, closing, totals: all }) };
      collected.statements.push({ statement: whole, totals: all });
    }
  };
  return {
    entry(parts: MutableParts, element: XmlElement, source: () => string): void {
      parts.seen += 1;
      if (!message.statuses.has(entryStatus(element))) {
        parts.notBooked += 1;
        return;
      }
      const place = { file, path: `${parts.path}/Ntry[${parts.seen}]` };
      const { own, date } = parts;
      const outcome = camtEntry(element, { own, currency: own.currency, statementDate: date, place, source, memory });
      if (!outcome.ok) return collected.problems.add({ ...outcome.error, severity: 'error' });
      const { entry, warning } = outcome.value;
      if (warning !== null) collected.problems.add(warning);
      (entry.isReversal ? parts.reversals : parts.plain).add(entry);
      parts.entryCurrency ??= entry.currency;
      const { isTurned } = parts.assumed ?? assume(parts);
      sink.entry(isTurned && entry.isReversal ? turnEntry(entry) : entry);
    },
    statement(parts: MutableParts, page: StatementParts['page']): void {
      const made = camtStatement({ ...parts, plain: parts.plain.totals(), reversals: parts.reversals.totals(), page }, file, message.standing);
      const statement = cutLoose(made.statement);
      const header = { account: statement.account, goesOn: isNextPage(collected.last, statement), isTurned: made.isTurned };
      if (parts.assumed === null) begin(header);
      else if (!isSame(parts.assumed, header)) collected.isMistaken = true;
      collected.headers.push(header);
      collected.last = statement;
      join({ statement, totals: made.totals }, header.goesOn);
      collected.problems.addAll(made.problems);
    },
  };
}

/** Walks the document. Depths from Document on: its body 1, Stmt and GrpHdr 2, their parts 3. */
function createVisitor(message: CamtMessage, taker: ReturnType<typeof createTaker>): XmlVisitor {
  let documentDepth = 0;
  let parts: MutableParts | null = null;
  let messagePage: StatementParts['page'] = null;
  let number = 0;
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
        number += 1;
        parts = newParts(`${message.part}[${number}]`);
        return 'enter';
      }
      if (level === 2) return name === 'GrpHdr' ? 'build' : 'skip';
      return parts !== null && wantedParts.has(name) ? 'build' : 'skip';
    },
    onSubtree: (element, depth, source) => {
      if (depth === documentDepth + 2) {
        const paging = element.children.find((child) => child.name === 'MsgPgntn');
        if (paging !== undefined) messagePage = pageOf(paging);
      } else if (parts !== null && element.name === 'Ntry') taker.entry(parts, element, source);
      else if (parts !== null) takePart(parts, element);
    },
    onClose: (name, depth) => {
      if (depth === documentDepth) documentDepth = 0;
      if (depth !== documentDepth + 2 || name !== message.part || parts === null) return;
      taker.statement(parts, parts.page ?? messagePage);
      parts = null;
    },
  };
}

/** Balances and order are only looked at where they mean something. */
function statementProblems(statements: readonly BankStatement[], file: string): readonly Problem[] {
  const lastPage = statements.at(-1)?.page;
  const missing = lastPage?.isLast === false ? [problem('warning', 'bank-pages-missing', { page: lastPage.number }, { file })] : [];
  return [...missing, ...statements.flatMap((statement) => balanceProblems(statement, file)), ...continuityProblems(statements, file)];
}

/** Says of what is not booked that it is not, and how much there is of it. */
function standingProblems(message: CamtMessage, joined: readonly Joined[], file: string): readonly Problem[] {
  const count = joined.reduce((sum, { totals }) => sum + totals.count, 0);
  return [problem('warning', message.standing === 'details' ? 'bank-details-only' : 'bank-provisional', { count }, { file })];
}

/** Reads a file of one message. Codes: those of `walkXml`, and bank-no-statement. */
const streamOf = (message: CamtMessage): BankStream =>
  function* readCamt(input): Generator<undefined, Result<ParsedBankFile, readonly Problem[]>> {
    const { file, sink } = input;
    const where = { file: file.name };
    const walk = function* (known: readonly Header[] | null) {
      const collected: Collected = { statements: [], last: null, problems: createProblemList(), headers: [], isMistaken: false };
      const taker = createTaker({ file: file.name, message, sink, known, collected });
      return { failure: yield* walkXml(file, input, createVisitor(message, taker)), collected };
    };
    let { failure, collected } = yield* walk(null);
    if (failure === null && collected.isMistaken) {
      sink.restart();
      ({ failure, collected } = yield* walk(collected.headers));
    }
    if (failure !== null) return err([{ ...failure, severity: 'error' }]);
    const { problems } = collected;
    if (collected.statements.length === 0) return err([{ ...appError('bank-no-statement', where, where), severity: 'error' }]);
    const statements = collected.statements.map(({ statement }) => statement);
    problems.addAll(
      message.standing === 'booked' ? statementProblems(statements, file.name) : standingProblems(message, collected.statements, file.name),
    );
    return ok({ format: message.id, statements, problems: problems.shown(file.name) });
  };

/** The reader of one message of the family. */
export const camtReader = (message: CamtMessage): StreamedReader =>
  streamedReader({ id: message.id, label: message.label, sniff: (head) => sniffCamt(head, message.body), stream: streamOf(message) });
