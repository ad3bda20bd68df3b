/**
 * Reads a bank file in pieces. Its bookings get their keys as they come and are handed on in parts, so that a large file never stands in
 * memory.
 */
import type { StreamedReader } from './formats/bankStream.ts';
import { type Ahead, createKeyedSink, type StatementAhead } from './keyedSink.ts';
import { type ParsedContent, refusal } from './parsedFile.ts';
import type { PiecedFile, ReadContext } from './sourceFile.ts';
import { type FileSurvey, surveyFile } from './surveyFile.ts';

export type StreamedInput = {
  readonly reader: StreamedReader;
  readonly file: PiecedFile;
  readonly context: ReadContext;
  readonly ahead: Ahead;
  /** Is given every piece of the file once. */
  readonly look: (piece: Uint8Array) => void;
};

type Once = Omit<StreamedInput, 'look'> & { readonly survey: FileSurvey; readonly repeats: ReadonlySet<number> };

/** Reads a file once; answers which statements stand in it twice when nobody knew that. */
function* readOnce({ reader, file, context, ahead, survey, repeats }: Once): Generator<readonly StatementAhead[], ParsedContent | ReadonlySet<number>> {
  const collector = createKeyedSink(ahead, repeats);
  const steps = reader.stream({ file, survey, context, sink: collector.sink });
  let step = steps.next();
  while (step.done !== true) {
    yield collector.takeReady();
    step = steps.next();
  }
  const read = step.value;
  if (!read.ok) return refusal(...read.error);
  const found = repeats.size > 0 ? null : collector.newRepeats(read.value.statements);
  if (found !== null && found.size > 0) return found;
  const statements = collector.complete(read.value.statements);
  yield collector.takeReady();
  return { kind: 'bank', reader: reader.id, format: reader.label, statements, table: null, problems: read.value.problems };
}

/** Reads a file and hands on parts of its bookings in between. A part with a place that no statement of the answer names is void. */
export function* readStreamed({ look, ...input }: StreamedInput): Generator<readonly StatementAhead[], ParsedContent> {
  const survey = surveyFile(input.file, input.context.limits, look);
  if (!survey.ok) return refusal({ ...survey.error, severity: 'error' });
  // Bookings that stand in the file twice were counted twice, so the keys are made again without the second ones.
  for (let repeats: ReadonlySet<number> = new Set(); ; ) {
    const read = yield* readOnce({ ...input, survey: survey.value, repeats });
    if ('kind' in read) return read;
    repeats = read;
  }
}
