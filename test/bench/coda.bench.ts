/** Reading CODA with 100,000 movements against ten files of 10,000: the work must grow with the file and no faster. */
import { readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { readContext } from '../../src-main/features/imports/sourceFile.ts';
import { createRandom } from '../../src-main/features/demo/random.ts';
import { belgianField, codaText, type CodaRow } from '../importers/codaWriter.ts';
import { inTurns, type Measurement } from './measurement.ts';

const small = 10_000;
const large = 100_000;

/** A movement in ten is a total with two payments below it. */
function codaFile(movements: number): Uint8Array {
  const random = createRandom(51);
  const rows = Array.from({ length: movements }, (_, index): readonly CodaRow[] => {
    const sequence = (index % 9999) + 1;
    const cents = 2 * random.between(500, 450_000);
    const date = '020326';
    const party = { account: 'BE16999000010174', name: `Voorbeeldbedrijf ${random.between(1, 90_000)}`, bic: 'FICTBEBB' };
    const text = `Betaling factuur 2026-${random.between(1000, 99_999)} en 2026-${random.between(1000, 99_999)}, klant ${random.between(100, 9999)}`;
    if (index % 10 !== 0) {
      return [{ sequence, cents, code: '00150000', date, text, party, reference: 'NOTPROVIDED', information: [['001', party.name]] }];
    }
    const part = { sequence, cents: cents / 2, code: '50550000', date, text, party };
    return [
      { sequence, cents, code: '10550000', date, globalisation: '1', reference: `BATCH-${index}` },
      { ...part, detail: 1 },
      { ...part, detail: 2, globalisation: '1' },
    ];
  }).flat();
  return Buffer.from(
    codaText([{ account: belgianField('BE49999000000171', 'EUR'), number: '001', opening: 100_000, date: '020326', rows }], '\r\n'),
    'latin1',
  );
}

function read(bytes: Uint8Array, movements: number): void {
  const parsed = readBankFile({ name: 'large.cod', bytes }, readContext);
  if (!parsed.ok) throw new Error(parsed.error[0]?.code);
  const [statement] = parsed.value.statements;
  if (statement?.entries.length !== movements || statement.balanced !== true || parsed.value.problems.length > 0)
    throw new Error('misread');
}

export async function measureCoda(): Promise<Measurement> {
  const [smallFile, largeFile] = [codaFile(small), codaFile(large)];
  const times = large / small;
  const { oursMs, bareMs } = await inTurns({
    rounds: 5,
    warmUp: 1,
    ours: () => read(largeFile, large),
    bare: () => {
      for (let turn = 0; turn < times; turn += 1) read(smallFile, small);
    },
  });
  const size = (largeFile.length / 1e6).toFixed(0);
  return {
    name: `reading CODA with ${large} movements (${size} MB) against ${times} times ${small}`,
    ratio: oursMs / bareMs,
    aim: 1.3,
    details: `${(oursMs / 1000).toFixed(2)} s, ${times} small files ${(bareMs / 1000).toFixed(2)} s`,
  };
}
