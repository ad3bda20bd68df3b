/**
 * MT942, the interim transaction report of SWIFT: bookings of the day and expected ones (marks EC and ED), without balances. All of them
 * come again in the MT940 of the day, so they are shown and never booked.
 */
import { appError, problem } from '../../../../src-shared/errors.ts';
import { err, ok } from '../../../../src-shared/result.ts';
import type { Confidence, SourceHead } from '../reader.ts';
import { type BankStream, streamedReader } from './bankStream.ts';
import { isInterimHead, isSwiftHead } from './mt940/swiftHead.ts';
import { swiftPages } from './mt940/swiftFile.ts';

const sniff = ({ text }: SourceHead): Confidence => (text !== null && isSwiftHead(text) && isInterimHead(text) ? 95 : 0);

/** Codes of a refusal: those of `swiftPages`, and bank-no-statement. */
const stream: BankStream = function* readMt942(input) {
  const where = { file: input.file.name };
  const pages = yield* swiftPages(input, 'provisional');
  if ('code' in pages) return err([{ ...pages, severity: 'error' }]);
  const { statements, problems, count } = pages;
  if (statements.length === 0) return err([{ ...appError('bank-no-statement', where, where), severity: 'error' }]);
  problems.add(problem('warning', 'bank-provisional', { count }, where));
  return ok({ format: 'mt942', statements, problems: problems.shown(where.file) });
};

export const mt942 = streamedReader({ id: 'mt942', label: 'MT942', sniff, stream });
