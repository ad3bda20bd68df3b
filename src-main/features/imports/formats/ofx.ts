/**
 * OFX, the exchange format of bookkeeping programs: version 1 (SGML behind a header of `KEY:VALUE` lines) and version 2 (XML). Statements
 * of bank accounts and cards are read; the closing balance is known where the file has one, an opening balance never is. What the header
 * says about the encoding is often wrong and is not used.
 */
import { checkBalance, type BankBalance, type BankEntry, type BankStatement, type ParsedBankFile } from '../../../domain/bankStatement.ts';
import { normalizeAccount } from '../../../domain/references/iban.ts';
import { appError, problem, type AppError, type Problem } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import { decodeText } from '../decodeText.ts';
import type { Confidence, Reader, SourceHead } from '../reader.ts';
import type { ReadContext, SourceFile } from '../sourceFile.ts';
import { ofxCents, ofxDate, ofxEntry, unclearSigns } from './ofx/ofxEntry.ts';
import { ofxTokens, type OfxToken } from './ofx/ofxTokens.ts';

function sniff({ text }: SourceHead): Confidence {
  if (text === null) return 0;
  if (/^\s{0,200}(?:OFXHEADER\s{0,5}:|<\?OFX\s|<OFX[\s>])/i.test(text)) return 95;
  return /^\s{0,200}<\?xml\s/i.test(text) && /<\?OFX\s|<OFX[\s>]/i.test(text.slice(0, 4000)) ? 95 : 0;
}

/** The elements that hold others and matter here. A value belongs to the nearest of them that is open. */
const containers: ReadonlySet<string> = new Set([
  'STMTRS',
  'CCSTMTRS',
  'BANKACCTFROM',
  'CCACCTFROM',
  'BANKTRANLIST',
  'BANKTRANLISTP',
  'STMTTRN',
  'STMTTRNP',
  'PAYEE',
  'BANKACCTTO',
  'CCACCTTO',
  'CURRENCY',
  'ORIGCURRENCY',
  'LEDGERBAL',
  'AVAILBAL',
  'BALLIST',
]);

type Draft = {
  readonly line: number;
  readonly values: Map<string, string>;
  readonly entries: BankEntry[];
  /** The line of each booking. */
  readonly lines: Map<BankEntry, number>;
  readonly problems: Problem[];
  pending: number;
};
type OpenRecord = { readonly at: number; readonly line: number; readonly values: Map<string, string> };

type Walk = {
  readonly file: string;
  readonly text: string;
  readonly path: string[];
  readonly finished: { readonly statement: BankStatement; readonly problems: readonly Problem[] }[];
  draft: Draft | null;
  record: OpenRecord | null;
  isEnded: boolean;
  /** The line that has been reached, and where it ends. */
  counted: { readonly nextEnd: number; readonly line: number };
};

/** The line of a position; positions only go forward, and every line end is looked up once. */
function lineAt(walk: Walk, position: number): number {
  let { nextEnd, line } = walk.counted;
  while (nextEnd !== -1 && nextEnd < position) {
    line += 1;
    nextEnd = walk.text.indexOf('\n', nextEnd + 1);
  }
  walk.counted = { nextEnd, line };
  return line;
}

const currencyOf = (draft: Draft): string | null => /^[A-Z]{3}$/.exec(draft.values.get('CURDEF') ?? '')?.[0] ?? null;
const accountOf = (draft: Draft): string =>
  normalizeAccount(draft.values.get('BANKACCTFROM/ACCTID') ?? draft.values.get('CCACCTFROM/ACCTID') ?? '');

function closeRecord(walk: Walk, end: number): void {
  const { record, draft, file } = walk;
  walk.record = null;
  if (record === null || draft === null) return;
  const last = lineAt(walk, end);
  const origin = last > record.line ? `line ${record.line}-${last}` : `line ${record.line}`;
  const place = { file, line: record.line };
  const context = { ownAccount: accountOf(draft), currency: currencyOf(draft) ?? '', place };
  const entry = ofxEntry({ values: record.values, raw: walk.text.slice(record.at, end).trim(), origin }, context);
  if (entry.ok) {
    draft.entries.push(entry.value);
    draft.lines.set(entry.value, record.line);
  } else draft.problems.push({ ...entry.error, severity: 'error' });
}

function closeStatement(walk: Walk): void {
  const { draft, file } = walk;
  walk.draft = null;
  if (draft === null) return;
  const place = { file, line: draft.line };
  const currency = currencyOf(draft);
  const balanceText = draft.values.get('LEDGERBAL/BALAMT') ?? null;
  const amount = balanceText === null ? null : ofxCents(balanceText);
  const closing: BankBalance | null =
    amount === null
      ? null
      : { amount, beyondCents: '', currency: currency ?? '', date: ofxDate(draft.values.get('LEDGERBAL/DTASOF')), isIntermediate: false };
  const problems = [...draft.problems];
  const account = accountOf(draft);
  if (account === '') problems.push(problem('error', 'bank-account-missing', {}, place));
  if (balanceText !== null && closing === null) problems.push(problem('warning', 'bank-closing-missing', { account, number: '' }, place));
  if (draft.pending > 0) problems.push(problem('warning', 'bank-entry-not-booked', { count: draft.pending }, place));
  const isUnclear = unclearSigns(draft.entries);
  for (const entry of draft.entries.filter(isUnclear)) {
    const params = { type: (entry.typeCode ?? '?').slice(0, 20), amount: entry.amount, currency: entry.currency };
    problems.push(problem('error', 'bank-sign-unclear', params, { file, line: draft.lines.get(entry) ?? draft.line }));
  }
  const entries = draft.entries.filter((entry) => !isUnclear(entry));
  const statement: BankStatement = {
    standing: 'booked',
    account,
    accountCurrency: currency,
    ownerName: null,
    number: null,
    reference: null,
    page: null,
    opening: null,
    closing,
    currency,
    entries,
    ...checkBalance({ opening: null, closing, entries }),
  };
  walk.finished.push({ statement, problems });
}

function openContainer(walk: Walk, name: string, at: number): void {
  if (name === 'STMTRS' || name === 'CCSTMTRS') {
    closeRecord(walk, at);
    closeStatement(walk);
    walk.draft = { line: lineAt(walk, at), values: new Map(), entries: [], lines: new Map(), problems: [], pending: 0 };
    walk.path.length = 0;
  } else if (name === 'STMTTRN') {
    // The end tag of the previous booking got lost.
    closeRecord(walk, at);
    walk.record = { at, line: lineAt(walk, at), values: new Map() };
    walk.path.length = 0;
  } else {
    if (name === 'STMTTRNP' && walk.draft !== null) walk.draft.pending += 1;
    if (walk.path.length < 8) walk.path.push(name);
  }
}

function closeContainer(walk: Walk, name: string, end: number): void {
  if (name === 'OFX') walk.isEnded = true;
  if (!containers.has(name)) return;
  const opened = walk.path.lastIndexOf(name);
  if (opened !== -1) walk.path.length = opened;
  if (name === 'STMTTRN' || name === 'BANKTRANLIST') {
    closeRecord(walk, end);
    walk.path.length = 0;
  } else if (name === 'STMTRS' || name === 'CCSTMTRS') {
    closeRecord(walk, end);
    closeStatement(walk);
  }
}

function takeValue(walk: Walk, name: string, value: string): void {
  const parents = walk.path.filter((part) => part !== 'BANKTRANLIST');
  const path = [...parents, name].join('/');
  const values = walk.record?.values ?? walk.draft?.values;
  // The first counts: damaged files say things twice.
  if (values !== undefined && value !== '' && !values.has(path)) values.set(path, value);
}

function takeToken(walk: Walk, token: OfxToken): void {
  if (token.kind === 'close') closeContainer(walk, token.name, token.end);
  else if (containers.has(token.name)) openContainer(walk, token.name, token.at);
  else takeValue(walk, token.name, token.value);
}

/** An account without bookings beside others that have some says nothing; alone it says that there were none. */
function withoutEmpty(finished: Walk['finished']): Walk['finished'] {
  const withEntries = finished.filter(({ statement, problems }) => statement.entries.length > 0 || problems.length > 0);
  return withEntries.length > 0 ? withEntries : finished;
}

function parse(source: SourceFile, context: ReadContext): Result<ParsedBankFile, readonly Problem[]> {
  const refuse = (error: AppError): Result<ParsedBankFile, readonly Problem[]> => err([{ ...error, severity: 'error' }]);
  const file = source.name;
  const decoded = decodeText(source, context.limits);
  if (!decoded.ok) return refuse(decoded.error);
  const { text } = decoded.value;
  if (/<!DOCTYPE/i.test(text)) return refuse(appError('xml-doctype', { file }, { file }));
  const walk: Walk = {
    file,
    text,
    path: [],
    finished: [],
    draft: null,
    record: null,
    isEnded: false,
    counted: { nextEnd: text.indexOf('\n'), line: 1 },
  };
  const limit = context.limits.fieldLength;
  for (const token of ofxTokens(text, 0)) {
    if (token.kind === 'open' && token.value.length > limit) {
      return refuse(
        appError('file-field-too-long', { file, path: token.name, limit }, { file, line: lineAt(walk, token.at), path: token.name }),
      );
    }
    takeToken(walk, token);
  }
  const isCut = walk.record !== null || (walk.draft !== null && !walk.isEnded);
  if (isCut) return refuse(appError('file-truncated', { file }, { file, line: lineAt(walk, text.length) }));
  closeStatement(walk);
  const finished = withoutEmpty(walk.finished);
  if (finished.length === 0) return refuse(appError('bank-no-statement', { file }, { file }));
  return ok({
    format: ofx.id,
    statements: finished.map(({ statement }) => statement),
    problems: finished.flatMap(({ problems }) => problems),
  });
}

export const ofx: Reader<ParsedBankFile> = { id: 'ofx', label: 'OFX', kind: 'bank', sniff, parse };
