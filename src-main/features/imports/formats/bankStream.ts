/**
 * Bank files that are read in pieces: bookings are handed on one by one as soon as each is complete, and the statements follow at the end
 * without them. What is held of a file does not grow with it. A file in memory is read by the same code.
 */
import type { BankEntry, BankStatement, ParsedBankFile } from '../../../domain/bankStatement.ts';
import type { Problem } from '../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../src-shared/result.ts';
import type { Reader } from '../reader.ts';
import { inPieces, type PiecedFile, type ReadContext, type SourceFile, usualPieceBytes } from '../sourceFile.ts';
import { type FileSurvey, surveyFile } from '../surveyFile.ts';

/** Where bookings go as they are read. */
export type EntrySink = {
  /** The bookings that follow belong to the next statement of the file, on this account. */
  readonly begin: (account: string) => void;
  readonly entry: (entry: BankEntry) => void;
  /**
   * Everything handed on so far is void, and the file is read again from its start: something at the end of a statement told that its
   * bookings mean something else than they seemed to.
   */
  readonly restart: () => void;
};

export type StreamInput = { readonly file: PiecedFile; readonly survey: FileSurvey; readonly context: ReadContext; readonly sink: EntrySink };

/**
 * Reads a file, and stops after every piece so that what was handed on can be taken away. The answer has one statement, without bookings,
 * for every `begin`. After a refusal everything handed on is void.
 */
export type BankStream = (input: StreamInput) => Generator<undefined, Result<ParsedBankFile, readonly Problem[]>>;

export type BankReader = Reader<ParsedBankFile> & { readonly stream?: BankStream };
export type StreamedReader = BankReader & { readonly stream: BankStream };

export const isStreamed = (reader: BankReader): reader is StreamedReader => reader.stream !== undefined;

/** Runs to the end what stops now and then. */
export function finished<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

function readInMemory(stream: BankStream, source: SourceFile, context: ReadContext): Result<ParsedBankFile, readonly Problem[]> {
  const file = inPieces(source, usualPieceBytes);
  const survey = surveyFile(file, context.limits, () => undefined);
  if (!survey.ok) return err([{ ...survey.error, severity: 'error' }]);
  let groups: BankEntry[][] = [];
  let group: BankEntry[] = [];
  const sink: EntrySink = {
    begin: () => {
      group = [];
      groups.push(group);
    },
    entry: (entry) => void group.push(entry),
    restart: () => {
      groups = [];
    },
  };
  const read = finished(stream({ file, survey: survey.value, context, sink }));
  if (!read.ok) return read;
  const statements = read.value.statements.map((statement, index): BankStatement => ({ ...statement, entries: groups[index] ?? [] }));
  return ok({ ...read.value, statements });
}

/** The reader of a format that is read in pieces. */
export const streamedReader = (format: Omit<StreamedReader, 'parse' | 'kind'>): StreamedReader => ({
  ...format,
  kind: 'bank',
  parse: (source, context) => readInMemory(format.stream, source, context),
});
