/** A bank file read in pieces says the same as one that was read at once, wherever it is cut. */
import { describe, expect, it } from 'vitest';
import { bankReaders } from '../../src-main/features/imports/formats/index.ts';
import { isStreamed, type StreamedReader } from '../../src-main/features/imports/formats/bankStream.ts';
import { nothingAhead, type StatementAhead } from '../../src-main/features/imports/keyedSink.ts';
import type { KeyedStatement, ParsedContent } from '../../src-main/features/imports/parsedFile.ts';
import { chooseReader, sourceHead } from '../../src-main/features/imports/reader.ts';
import { readStreamed } from '../../src-main/features/imports/readStreamed.ts';
import { inPieces, readContext, type SourceFile } from '../../src-main/features/imports/sourceFile.ts';
import { surveyFile } from '../../src-main/features/imports/surveyFile.ts';
import { detectEncoding } from '../../src-main/features/imports/decodeText.ts';
import { fuzzSamples } from '../fuzz/fuzzSamples.ts';
import { makeCase } from '../fuzz/fuzzCase.ts';

const megabyte = 1 << 20;
/** A byte at a time says nothing more of a long file than of a short one, and takes long. */
const longestByByte = 30_000;

const samples = fuzzSamples(Number.POSITIVE_INFINITY);

function readerOf(source: SourceFile): StreamedReader | null {
  const reader = chooseReader(bankReaders, sourceHead(source));
  return reader !== null && isStreamed(reader) ? reader : null;
}

type Cut = { readonly pieceBytes: number; readonly partSize: number };

/** What a file comes to, with the bookings that went ahead back in their statements. */
function readCut(source: SourceFile, reader: StreamedReader, { pieceBytes, partSize }: Cut): ParsedContent {
  let places = 0;
  const ahead = { partSize, nextPlace: () => (places += 1) };
  const steps = readStreamed({ reader, file: inPieces(source, pieceBytes), context: readContext, ahead, look: () => undefined });
  const parts: StatementAhead[] = [];
  let step = steps.next();
  while (step.done !== true) {
    parts.push(...step.value);
    step = steps.next();
  }
  for (const { entries, keys } of parts) {
    expect(entries.length).toBeLessThanOrEqual(partSize);
    expect(keys).toHaveLength(entries.length);
  }
  const content = step.value;
  if (content.kind !== 'bank') return content;
  const statements = content.statements.map((one): KeyedStatement => {
    if (one.place === null) return one;
    expect(one.statement.entries).toEqual([]);
    const own = parts.filter(({ statement }) => statement === one.place);
    return { statement: { ...one.statement, entries: own.flatMap(({ entries }) => entries) }, keys: own.flatMap(({ keys }) => keys), place: null };
  });
  return { ...content, statements };
}

const whole: Cut = { pieceBytes: Number.MAX_SAFE_INTEGER, partSize: nothingAhead.partSize };

function sameAsWhole(source: SourceFile, cuts: readonly Cut[]): void {
  const reader = readerOf(source);
  if (reader === null) return;
  const expected = readCut(source, reader, whole);
  for (const cut of cuts) expect(readCut(source, reader, cut)).toEqual(expected);
}

describe('a bank file read in pieces', () => {
  const streamed = samples.filter((sample) => readerOf(sample) !== null);

  it('is what most of the samples are', () => {
    expect(streamed.length).toBeGreaterThan(20);
    expect(new Set(streamed.map((sample) => readerOf(sample)?.id))).toEqual(new Set(['camt.052', 'camt.053', 'camt.054', 'mt940', 'mt942']));
  });

  for (const sample of streamed) {
    it(`says the same as ${sample.name} read at once`, () => {
      const byByte = sample.bytes.length > longestByByte ? [] : [{ pieceBytes: 1, partSize: 1 }];
      sameAsWhole(sample, [...byByte, { pieceBytes: 7, partSize: 3 }, { pieceBytes: 4096, partSize: 500 }, { pieceBytes: megabyte, partSize: 2 }]);
    });
  }

  it('says the same of damaged files, which are refused for the same reasons', () => {
    for (let number = 0; number < 300; number += 1) {
      const { story, bytes } = makeCase(samples, 940, number);
      sameAsWhole({ name: story, bytes: bytes.subarray(0, longestByByte) }, [{ pieceBytes: 3, partSize: 2 }, { pieceBytes: 1000, partSize: 1 }]);
    }
  });

  it('finds the encoding that the whole file shows', () => {
    const texts = ['plain', 'é', 'x'.repeat(10) + '€é', '\u0000x', '<?xml version="1.0" encoding="ISO-8859-15"?><a>é</a>', '\ufeffé', '😀'];
    const files = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'latin1'), Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(text, 'utf8').subarray(0, -1)]);
    for (const bytes of files.filter(({ length }) => length > 0)) {
      for (const pieceBytes of [1, 2, 3, 7, megabyte]) {
        const survey = surveyFile(inPieces({ name: 'x', bytes }, pieceBytes), readContext.limits, () => undefined);
        const expected = detectEncoding(bytes);
        expect(survey.ok ? { encoding: survey.value.encoding, offset: survey.value.offset } : null).toEqual(expected);
      }
    }
  });

  it('finds a document type declaration across the edge of two pieces', () => {
    const text = `<?xml version="1.0"?>${' '.repeat(40)}<!DOCTYPE x><Document/>`;
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      for (let pieceBytes = 1; pieceBytes < 80; pieceBytes += 1) {
        const survey = surveyFile(inPieces({ name: 'x', bytes }, pieceBytes), readContext.limits, () => undefined);
        expect(survey.ok && survey.value.hasDoctype).toBe(true);
      }
    }
  });
});
