/** A bank file that names no account, while there are several of our own: the user says which one it is. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf, OutputOf } from '../../src-shared/contract/index.ts';
import { importMethods } from '../../src-main/features/imports/methods.ts';
import { createWorld, ownIban, sharedBackground, type World } from './importWorld.ts';

const second = 'BE68539007547034';
const qif = { name: 'a.qif', content: '!Type:Bank\nD16/02/2026\nT7.25\nPB\n^\nD17/02/2026\nT9.00\nPC\n^\n' };

let background: ReturnType<typeof sharedBackground>;
let world: World;
beforeAll(() => {
  background = sharedBackground(60_000);
});
afterAll(() => background.close());
beforeEach(() => {
  world = createWorld(background);
  world.ledger.write((db) => void db.sqlite.prepare(`INSERT INTO own_account (iban, currency, ownership) VALUES (?, 'EUR', 'ours')`).run(second));
});
afterEach(() => world.close());

async function preview(ofAccount: Readonly<Record<string, string>>): Promise<OutputOf<'imports.preview'>> {
  const input: InputOf<'imports.preview'> = { jobId: 'job', stagedIds: await world.stage([qif]), mappings: {}, ofAccount };
  const shown = await importMethods['imports.preview'](world.context, input);
  if (!shown.ok) throw new Error(shown.error.code);
  return shown.value;
}
const statements = ({ files }: OutputOf<'imports.preview'>) => files.flatMap((file) => (file.kind === 'bank' ? file.statements : []));
const booked = (): readonly unknown[] => world.rows(`SELECT o.iban, count(*) AS entries FROM bank_entry e JOIN statement s ON s.id = e.statement_id JOIN own_account o ON o.id = s.own_account_id GROUP BY o.iban`);

describe('a QIF file with several accounts of our own', () => {
  it('is shown as nobody’s until one is chosen', async () => {
    expect(statements(await preview({}))).toMatchObject([{ account: '', ownership: 'unknown' }]);
    expect(statements(await preview({ 'other.qif': second }))).toMatchObject([{ account: '', ownership: 'unknown' }]);
    expect(statements(await preview({ 'a.qif': 'BE68 5390 0754 7034' }))).toMatchObject([{ account: second, ownership: 'ours', fresh: 2 }]);
  });

  it('is taken in on the chosen account, once', async () => {
    const { previewId } = await preview({ 'a.qif': second });
    expect(await world.tryCommit(previewId)).toMatchObject({ ok: true, value: { counts: { bankEntries: 2 } } });
    expect(booked()).toEqual([{ iban: second, entries: 2 }]);
    expect(statements(await preview({ 'a.qif': second }))).toMatchObject([{ fresh: 0, known: 2 }]);
    // Of another account it is another payment.
    expect(statements(await preview({ 'a.qif': ownIban }))).toMatchObject([{ fresh: 2 }]);
    expect(world.isSound()).toBe(true);
  });

  it('of an account that is not ours is asked about as any other', async () => {
    expect(statements(await preview({ 'a.qif': 'NL02ABNA0123456789' }))).toMatchObject([{ account: 'NL02ABNA0123456789', ownership: 'unknown' }]);
  });

  it('changes nothing of a file that names its account', async () => {
    const ofx = { name: 'a.qif', content: `OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>${ownIban}</BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>20260202<TRNAMT>12.50<FITID>1<NAME>A</STMTTRN></BANKTRANLIST></STMTRS></OFX>` };
    const shown = await importMethods['imports.preview'](world.context, { jobId: 'job', stagedIds: await world.stage([ofx]), mappings: {}, ofAccount: { 'a.qif': second } });
    expect(shown.ok && statements(shown.value)).toMatchObject([{ account: ownIban }]);
  });
});
