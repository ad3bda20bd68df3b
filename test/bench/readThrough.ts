/** Reads a bank file as the program does: looked through once, then in pieces, every booking given away as soon as it is complete. */
import type { BankEntry, ParsedBankFile } from '../../src-main/domain/bankStatement.ts';
import { finished, isStreamed } from '../../src-main/features/imports/formats/bankStream.ts';
import { bankReaders } from '../../src-main/features/imports/formats/index.ts';
import { chooseReader, sourceHead } from '../../src-main/features/imports/reader.ts';
import { inPieces, readContext, usualPieceBytes } from '../../src-main/features/imports/sourceFile.ts';
import { surveyFile } from '../../src-main/features/imports/surveyFile.ts';

export type ReadThrough = { readonly parsed: ParsedBankFile; readonly bookings: number };

export function readThrough(bytes: Uint8Array, take: (entry: BankEntry) => void): ReadThrough {
  const source = { name: 'large', bytes };
  const reader = chooseReader(bankReaders, sourceHead(source));
  if (reader === null || !isStreamed(reader)) throw new Error('the file is not read in pieces');
  const file = inPieces(source, usualPieceBytes);
  const survey = surveyFile(file, readContext.limits, () => undefined);
  if (!survey.ok) throw new Error(survey.error.code);
  let bookings = 0;
  const sink = {
    begin: () => undefined,
    entry: (entry: BankEntry) => {
      bookings += 1;
      take(entry);
    },
    restart: () => {
      throw new Error('the file was read twice');
    },
  };
  const parsed = finished(reader.stream({ file, survey: survey.value, context: readContext, sink }));
  if (!parsed.ok) throw new Error(parsed.error[0]?.code);
  if (parsed.value.problems.length > 0) throw new Error(parsed.value.problems[0]?.code);
  if (parsed.value.statements.some(({ balanced }) => balanced !== true)) throw new Error('a statement does not add up');
  return { parsed: parsed.value, bookings };
}

/** A field is missing that every booking of the generated files has. */
export function isIncomplete({ counterIban, counterName, remittance, bankRef, raw }: BankEntry): boolean {
  return counterIban === null || counterName === null || remittance === null || bankRef === null || raw === '';
}
