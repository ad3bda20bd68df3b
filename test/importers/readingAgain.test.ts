/** What a large bank file tells only at the end of a statement still holds for the bookings that went ahead of it. */
import { describe, expect, it } from 'vitest';
import type { BankEntry } from '../../src-main/domain/bankStatement.ts';
import { bankReaders } from '../../src-main/features/imports/formats/index.ts';
import { isStreamed } from '../../src-main/features/imports/formats/bankStream.ts';
import type { ParsedContent } from '../../src-main/features/imports/parsedFile.ts';
import { chooseReader, sourceHead } from '../../src-main/features/imports/reader.ts';
import { readStreamed } from '../../src-main/features/imports/readStreamed.ts';
import { inPieces, readContext } from '../../src-main/features/imports/sourceFile.ts';
import { camtFile } from './importFiles.ts';

type Sent = { readonly place: number; readonly entries: readonly BankEntry[]; readonly occurrences: readonly number[] };
type Read = { readonly content: ParsedContent; readonly sent: readonly Sent[]; readonly kept: readonly BankEntry[] };

/** Every booking goes ahead at once. `kept`: those that a statement of the answer names. */
function readAhead(text: string, partSize = 1): Read {
  const source = { name: 'bank', bytes: Buffer.from(text) };
  const reader = chooseReader(bankReaders, sourceHead(source));
  if (reader === null || !isStreamed(reader)) throw new Error('not read in pieces');
  let places = 0;
  const ahead = { partSize, nextPlace: () => (places += 1) };
  const steps = readStreamed({ reader, file: inPieces(source, 512), context: readContext, ahead, look: () => undefined });
  const sent: Sent[] = [];
  let step = steps.next();
  while (step.done !== true) {
    for (const { statement, entries, keys } of step.value) sent.push({ place: statement, entries, occurrences: keys.map(({ occurrence }) => occurrence) });
    step = steps.next();
  }
  const content = step.value;
  const named = new Set(content.kind === 'bank' ? content.statements.map(({ place }) => place) : []);
  return { content, sent, kept: sent.filter(({ place }) => named.has(place)).flatMap(({ entries }) => entries) };
}

const codes = ({ content }: Read): readonly string[] => content.problems.map(({ code }) => code);

describe('bookings that went ahead of their statement', () => {
  const movements = [
    { cents: 1000, date: '2026-01-05', text: 'Een' },
    { cents: 2000, date: '2026-01-06', text: 'Twee' },
    { cents: 2000, date: '2026-01-06', text: 'Twee' },
  ];
  const camt = String(camtFile({ number: '1', opening: 10_000, movements }).content);
  const [statement = ''] = /<Stmt>[^]*<\/Stmt>/.exec(camt) ?? [];

  it('are kept once when the statement stands in the file twice, and equal ones are counted within it', () => {
    const read = readAhead(camt.replace(statement, () => statement + statement));
    expect(read.sent.length).toBeGreaterThan(6);
    expect(read.kept.map(({ remittance }) => remittance)).toEqual(['Een', 'Twee', 'Twee']);
    const named = read.content.kind === 'bank' ? read.content.statements : [];
    expect(named).toHaveLength(1);
    expect(read.sent.filter(({ place }) => place === named[0]?.place).flatMap(({ occurrences }) => occurrences)).toEqual([1, 1, 2]);
  });

  it('belong to the account that the file names behind them', () => {
    const [account = ''] = /<Acct>[^]*?<\/Acct>/.exec(statement) ?? [];
    const moved = statement.replace(account, '').replace('</Stmt>', () => `${account}</Stmt>`);
    const read = readAhead(camt.replace(statement, () => moved));
    const before = readAhead(camt);
    expect(read.kept).toHaveLength(3);
    const keysOf = ({ content }: Read): unknown => (content.kind === 'bank' ? content.statements.map(({ statement: { account: own } }) => own) : null);
    expect(keysOf(read)).toEqual(keysOf(before));
    // They were sent with the key of no account first, and that is void.
    expect(read.sent).toHaveLength(6);
  });

  it('count the other way round when only that makes the statement add up', () => {
    const reversed = statement.replace('</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>', '</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd><Sts>');
    expect(reversed).not.toBe(statement);
    const closing = reversed.replace(/(<Cd>CLBD<\/Cd>[^]*?<Amt Ccy="EUR">)[^<]*/, '$1130.00');
    const read = readAhead(camt.replace(statement, () => closing));
    expect(codes(read)).toContain('bank-reversals-turned');
    expect(read.kept.map(({ amount }) => amount)).toEqual([-1000, 2000, 2000]);
  });

  it('have the day of a statement of one day, also when its end is far behind them', () => {
    const count = 2500;
    const lines = Array.from({ length: count }, (_, index) => `:61:260102C1,00NTRFNONREF//${index}\r\n:86:Betaling ${index}\r\n`);
    const text = `:20:X\r\n:25:NL39VRBD0000000101\r\n:28C:1\r\n:60F:C260104EUR0,00\r\n${lines.join('')}:62F:C260105EUR${count},00\r\n-\r\n`;
    const read = readAhead(text, 100);
    expect(read.kept).toHaveLength(count);
    expect(new Set(read.kept.map(({ bookDate }) => bookDate))).toEqual(new Set(['2026-01-05']));
    expect(codes(read)).toEqual([]);
  });

  it('are void when the file turns out unreadable behind them', () => {
    const read = readAhead(camt.replace('</Stmt>', '<Ntry>'));
    expect(read.sent.length).toBeGreaterThan(0);
    expect(read.content.kind).toBe('refused');
    expect(read.kept).toEqual([]);
  });
});
