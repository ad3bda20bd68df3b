/** What is not a statement: interim reports are shown and never booked, notifications take collective bookings apart. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { camtFile } from './importFiles.ts';
import { createWorld, type File, ownIban, sharedBackground, type World } from './importWorld.ts';

const background = sharedBackground(30_000);
afterAll(() => background.close());

let world: World;
beforeEach(() => {
  world = createWorld(background);
});
afterEach(() => {
  expect(world.isSound()).toBe(true);
  world.close();
});

type Part = { readonly amount: string; readonly name: string; readonly text: string; readonly id: string };
type Notice = {
  readonly amount: string;
  readonly date: string;
  readonly ref?: string;
  readonly batch?: string;
  readonly parts: readonly Part[];
};

const parts: readonly Part[] = [
  { amount: '100.00', name: 'Bakkerij Verzonnen', text: 'factuur 2026-001', id: 'E1' },
  { amount: '21.00', name: 'Slagerij Bedacht', text: 'factuur 2026-002', id: 'E2' },
];

/** A camt.054 as a bank sends it for a collective booking. */
function noticeFile(notices: readonly Notice[], name = 'camt054.xml'): File {
  const entries = notices.map(({ amount, date, ref, batch, parts: details }) => {
    const transactions = details.map(
      (part) =>
        `<TxDtls><Refs><EndToEndId>${part.id}</EndToEndId></Refs><Amt Ccy="EUR">${part.amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>${part.name}</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>${part.text}</Ustrd></RmtInf></TxDtls>`,
    );
    return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${date}</Dt></BookgDt>${ref === undefined ? '' : `<AcctSvcrRef>${ref}</AcctSvcrRef>`}<NtryDtls><Btch>${batch === undefined ? '' : `<PmtInfId>${batch}</PmtInfId>`}<NbOfTxs>${details.length}</NbOfTxs></Btch>${transactions.join('')}</NtryDtls></Ntry>`;
  });
  return {
    name,
    content: `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>N</MsgId></GrpHdr><Ntfctn><Id>N1</Id><Acct><Id><IBAN>${ownIban}</IBAN></Id><Ccy>EUR</Ccy></Acct>${entries.join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`,
  };
}

const statement = (...refs: readonly string[]): File =>
  camtFile({
    number: '1',
    opening: 0,
    movements: [
      ...refs.map((ref) => ({ date: '2026-02-02', cents: 12100, text: 'verzamelbetaling', ref })),
      { date: '2026-02-02', cents: 500, text: 'los', ref: 'LOS' },
    ],
  });
const codesOf = (file: { readonly problems: readonly { readonly code: string }[] } | undefined): readonly string[] =>
  file?.problems.map(({ code }) => code) ?? [];
const booked = (): unknown =>
  world.rows('SELECT amount, counter_name, remittance FROM bank_entry WHERE removed_at IS NULL ORDER BY amount');
const whole = [
  { amount: 500, counter_name: 'Bouwbedrijf De Hoek', remittance: 'los' },
  { amount: 12100, counter_name: 'Bouwbedrijf De Hoek', remittance: 'verzamelbetaling' },
];
const split = [
  { amount: 500, counter_name: 'Bouwbedrijf De Hoek', remittance: 'los' },
  { amount: 2100, counter_name: 'Slagerij Bedacht', remittance: 'factuur 2026-002' },
  { amount: 10000, counter_name: 'Bakkerij Verzonnen', remittance: 'factuur 2026-001' },
];

describe('an interim report', () => {
  const interim = (): File => {
    const content = String(statement('A').content)
      .replaceAll('BkToCstmrStmt', 'BkToCstmrAcctRpt')
      .replaceAll(/(<\/?)Stmt>/g, '$1Rpt>');
    return { name: 'camt052.xml', content: content.replaceAll('camt.053', 'camt.052') };
  };
  const mt942: File = {
    name: 'tussen.942',
    content: [
      ':20:X',
      `:25:${ownIban}EUR`,
      ':28C:1',
      ':34F:EURD0,',
      ':13D:2602021200+0100',
      ':61:2602020202C121,00NTRFNONREF',
      ':86:verzamelbetaling',
      ':61:2602020202EC9,00NTRFNONREF',
      '-',
    ].join('\r\n'),
  };

  it.each([
    ['CAMT.052', interim, 2],
    ['MT942', () => mt942, 2],
  ] as const)('of %s is shown as provisional and never booked', async (_name, file, count) => {
    const preview = await world.preview([file()]);
    expect(preview.files[0]).toMatchObject({
      kind: 'bank',
      statements: [{ standing: 'provisional', entries: count, fresh: 0, opening: null }],
    });
    expect(codesOf(preview.files[0])).toContain('bank-provisional');
    expect(await world.tryCommit(preview.previewId)).toMatchObject({ ok: true, value: { importId: null, counts: { bankEntries: 0 } } });
    expect(booked()).toEqual([]);
  });

  it('does not stand in the way of the statement of the day, in one set or later', async () => {
    await world.take([interim(), mt942]);
    const { counts } = await world.take([interim(), statement('A'), mt942]);
    expect(counts.bankEntries).toBe(2);
    expect(booked()).toEqual(whole);
  });
});

describe('a notification', () => {
  const notice: Notice = { amount: '121.00', date: '2026-02-02', ref: 'A', parts };

  it('splits the collective booking it belongs to into its payments, in either order, and says so', async () => {
    for (const files of [
      [noticeFile([notice]), statement('A')],
      [statement('A'), noticeFile([notice])],
    ]) {
      const preview = await world.preview(files);
      expect(preview.files.flatMap(codesOf)).toEqual(expect.arrayContaining(['bank-details-only', 'bank-details-split']));
      expect(preview.totals.fresh).toBe(2);
    }
    await world.take([noticeFile([notice]), statement('A')]);
    expect(booked()).toEqual(split);
    expect(world.rows('SELECT sum(unmatched) AS cents FROM bank_entry_balance')).toEqual([{ cents: 12600 }]);
  });

  it('changes nothing when both come in again, together or alone', async () => {
    await world.take([noticeFile([notice]), statement('A')]);
    for (const again of [[noticeFile([notice]), statement('A')], [statement('A')], [noticeFile([notice])]]) {
      expect((await world.preview(again)).totals.fresh).toBe(0);
      await world.take(again);
    }
    expect(booked()).toEqual(split);
  });

  it('finds its booking among equal ones by the reference of the bank', async () => {
    await world.take([statement('B', 'A'), noticeFile([notice])]);
    expect(world.rows("SELECT DISTINCT bank_ref FROM bank_entry WHERE remittance LIKE 'factuur%'")).toEqual([{ bank_ref: 'A' }]);
  });

  it.each([
    ['there is no booking of that amount', [statement()], notice],
    ['two bookings are equally likely', [statement('B', 'C')], { ...notice, ref: undefined }],
    ['the bank gives the booking another reference', [statement('B')], notice],
    [
      'its payments do not add up',
      [statement('A')],
      { ...notice, parts: parts.slice(0, 1).concat({ amount: '20.00', name: 'x', text: 'y', id: 'z' }) },
    ],
    ['it is of another day', [statement('A')], { ...notice, date: '2026-02-03' }],
  ])('is left alone, and says so, when %s', async (_why, files, wanted) => {
    const { ref, ...rest } = wanted;
    const preview = await world.preview([...files, noticeFile([ref === undefined ? rest : { ...rest, ref }])]);
    expect(codesOf(preview.files.at(-1))).toContain('bank-details-unmatched');
    await world.tryCommit(preview.previewId);
    expect(world.rows("SELECT count(*) AS n FROM bank_entry WHERE remittance LIKE 'factuur%'")).toEqual([{ n: 0 }]);
  });

  it('books nothing by itself', async () => {
    const preview = await world.preview([noticeFile([notice])]);
    expect(preview.files[0]).toMatchObject({ statements: [{ standing: 'details', fresh: 0, entries: 1 }] });
    expect(await world.tryCommit(preview.previewId)).toMatchObject({ ok: true, value: { importId: null } });
    expect(booked()).toEqual([]);
  });
});
