/**
 * CAMT.053 in every version, written here the way each version writes it: versions 02 to 07 with the party in its place and the status as
 * text, later ones with a choice between party and bank, the status as code, amounts in the details and paging in the statement.
 */
import { describe, expect, it } from 'vitest';
import { bankReaders, readBankFile } from '../../src-main/features/imports/formats/index.ts';
import { sourceHead } from '../../src-main/features/imports/reader.ts';
import { readContext, type SourceFile } from '../../src-main/features/imports/sourceFile.ts';

type Style = 'early' | 'late';
type Facts = { readonly amount: string; readonly side: 'CRDT' | 'DBIT' };

const balance = (code: string, { amount, side }: Facts): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>`;

function detail(
  style: Style,
  role: 'Dbtr' | 'Cdtr',
  facts: { amount: string; name: string; iban: string; id: string; rest?: string },
): string {
  const party = `<Nm>${facts.name}</Nm>`;
  const amount =
    style === 'late'
      ? `<Amt Ccy="EUR">${facts.amount}</Amt><CdtDbtInd>${role === 'Dbtr' ? 'CRDT' : 'DBIT'}</CdtDbtInd>`
      : `<AmtDtls><TxAmt><Amt Ccy="EUR">${facts.amount}</Amt></TxAmt></AmtDtls>`;
  const bic = style === 'late' ? '<BICFI>FICTNL2A</BICFI>' : '<BIC>FICTNL2A</BIC>';
  return `<TxDtls><Refs><EndToEndId>${facts.id}</EndToEndId>${style === 'late' ? '<UETR>00000000-0000-4000-8000-000000000001</UETR>' : ''}</Refs>${amount}<RltdPties><${role}>${style === 'late' ? `<Pty>${party}</Pty>` : party}</${role}><${role}Acct><Id><IBAN>${facts.iban}</IBAN></Id></${role}Acct></RltdPties><RltdAgts><${role}Agt><FinInstnId>${bic}</FinInstnId></${role}Agt></RltdAgts>${facts.rest ?? ''}</TxDtls>`;
}

const entry = (style: Style, { amount, side }: Facts, inside: string, rest = ''): string =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>${rest}${style === 'late' ? '<Sts><Cd>BOOK</Cd></Sts>' : '<Sts>BOOK</Sts>'}<BookgDt><Dt>2026-03-02</Dt></BookgDt><ValDt><Dt>2026-03-02</Dt></ValDt>${inside}</Ntry>`;

const code = (family: string, subFamily: string): string =>
  `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${subFamily}</SubFmlyCd></Fmly></Domn></BkTxCd>`;

function camt(version: string, style: Style): string {
  const customer = { amount: '100.00', name: 'Fictief Bouw', iban: 'NL90FICT0000000303', id: 'E-1' };
  const remittance =
    '<RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>CUR</Issr></Tp><Ref>2202600000000117</Ref></CdtrRefInf></Strd></RmtInf>';
  const batch = `${code('RCDT', 'ESCT')}<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>${detail(style, 'Dbtr', { ...customer, rest: remittance })}</NtryDtls><NtryDtls>${detail(style, 'Dbtr', { ...customer, amount: '21.00', name: 'J. Verzonnen', id: 'E-2' })}</NtryDtls>`;
  const unpaid = `${code('IDDT', 'UPDD')}<NtryDtls>${detail(style, 'Dbtr', { ...customer, amount: '50.00', id: 'INC-7', rest: '<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>' })}</NtryDtls>`;
  const returned = `${code('RCDT', 'RRTN')}<NtryDtls>${detail(style, 'Cdtr', { ...customer, amount: '12.50', id: 'UIT-3', rest: '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>' })}</NtryDtls>`;
  const net =
    style === 'late'
      ? '<TtlNetNtry><Amt>83.50</Amt><CdtDbtInd>CRDT</CdtDbtInd></TtlNetNtry>'
      : '<TtlNetNtryAmt>83.50</TtlNetNtryAmt><CdtDbtInd>CRDT</CdtDbtInd>';
  const totals = `<TxsSummry><TtlNtries><NbOfNtries>3</NbOfNtries><Sum>183.50</Sum>${net}</TtlNtries></TxsSummry>`;
  const paging = '<PgNb>1</PgNb><LastPgInd>true</LastPgInd>';
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId>${style === 'early' ? `<MsgPgntn>${paging}</MsgPgntn>` : ''}</GrpHdr><Stmt><Id>S</Id>${style === 'late' ? `<StmtPgntn>${paging}</StmtPgntn>` : ''}<ElctrncSeqNb>61</ElctrncSeqNb><Acct><Id><IBAN>NL39VRBD0000000101</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>Voorbeeld Studio</Nm></Ownr></Acct>${balance('OPBD', { amount: '10.00', side: 'DBIT' })}${balance('CLBD', { amount: '73.50', side: 'CRDT' })}${totals}${entry(style, { amount: '121.00', side: 'CRDT' }, batch)}${entry(style, { amount: '50.00', side: 'DBIT' }, unpaid)}${entry(style, { amount: '12.50', side: 'CRDT' }, returned, '<RvslInd>true</RvslInd>')}</Stmt></BkToCstmrStmt></Document>`;
}

const source = (content: string): SourceFile => ({ name: 'camt.xml', bytes: new TextEncoder().encode(content) });

function read(content: string) {
  const result = readBankFile(source(content), readContext);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const bare = (content: string): unknown => {
  const { statements, problems } = read(content);
  return {
    problems,
    statements: statements.map((statement) => ({ ...statement, entries: statement.entries.map((one) => ({ ...one, raw: '' })) })),
  };
};

const versions = ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14'];
const files = versions.flatMap((version) => (['early', 'late'] as const).map((style) => [version, style] as const));

describe.each(files)('CAMT.053 version %s, %s style', (version, style) => {
  const content = camt(version, style);

  it('is claimed by one reader and adds up, with its own totals right', () => {
    expect(bankReaders.filter((reader) => reader.sniff(sourceHead(source(content))) > 0).map(({ id }) => id)).toEqual(['camt.053']);
    const { statements, problems } = read(content);
    expect(problems).toEqual([]);
    expect(statements.map(({ opening, closing, balanced, number }) => [opening?.amount, closing?.amount, balanced, number])).toEqual([
      [-1000, 7350, true, '61'],
    ]);
  });

  it('gives the payments of a batch over several details, with party, bank, account and reference', () => {
    const [batch] = read(content).statements[0]?.entries ?? [];
    expect(batch?.amount).toBe(12100);
    expect(
      batch?.payments.map(({ amount, counterName, counterIban, counterBic, endToEndId, structuredReferences }) => [
        amount,
        counterName,
        counterIban,
        counterBic,
        endToEndId,
        structuredReferences.map(({ text }) => text),
      ]),
    ).toEqual([
      [10000, 'Fictief Bouw', 'NL90FICT0000000303', 'FICTNL2A', 'E-1', ['2202600000000117']],
      [2100, 'J. Verzonnen', 'NL90FICT0000000303', 'FICTNL2A', 'E-2', []],
    ]);
  });

  it('tells returns with their reasons, in the direction of the booking', () => {
    const [, unpaid, returned] = read(content).statements[0]?.entries ?? [];
    expect([unpaid, returned].map((one) => [one?.amount, one?.isReturn, one?.isReversal, one?.returnReason, one?.endToEndId])).toEqual([
      [-5000, true, false, 'AM04', 'INC-7'],
      [1250, true, true, 'AC04', 'UIT-3'],
    ]);
  });
});

describe('a CAMT.053 in an unusual coat', () => {
  const content = camt('08', 'late');
  const wanted = bare(content);

  it.each([
    ['without a namespace', content.replace(/ xmlns="[^"]*"/, '')],
    ['with a namespace that does not exist', content.replace('iso:20022', 'iso:20023')],
    ['with a version that does not exist', content.replace('001.08', '001.99')],
    ['with a prefix', content.replaceAll(/<(\/?)(?=[A-Z])/g, '<$1ns2:').replace('xmlns=', 'xmlns:ns2=')],
    [
      'in the envelope of a business message',
      content
        .replace('<Document', '<BizMsgEnvlp xmlns="urn:x"><AppHdr><Fr>x</Fr></AppHdr><Document')
        .replace('</Document>', '</Document></BizMsgEnvlp>'),
    ],
    ['behind comments', content.replace('<Document', '<!-- <BkToCstmrAcct> export --><Document')],
  ])('%s is read the same', (_coat, dressed) => {
    expect(bankReaders.filter((reader) => reader.sniff(sourceHead(source(dressed))) > 0).map(({ id }) => id)).toEqual(['camt.053']);
    expect(bare(dressed)).toEqual(wanted);
  });

  it('says so when its own net total is another', () => {
    const other = content.replace('<Amt>83.50</Amt><CdtDbtInd>CRDT', '<Amt>83.50</Amt><CdtDbtInd>DBIT');
    expect(read(other).problems.map(({ code: found }) => found)).toEqual(['bank-totals-differ']);
  });
});

describe('messages of the family that are no statements', () => {
  it.each([
    ['CstmrCdtTrfInitn', 'pain.001.001.09', 'format-payment-order'],
    ['CstmrDrctDbtInitn', 'pain.008.001.02', 'format-payment-order'],
    ['CstmrPmtStsRpt', 'pain.002.001.10', 'format-payment-order'],
    ['FIToFICstmrCdtTrf', 'pacs.008.001.08', 'format-payment-order'],
    ['AcctRptgReq', 'camt.060.001.03', 'bank-no-statement'],
  ])('%s is refused by name, whatever its prefix', (body, version, code_) => {
    for (const prefix of ['', 'p:']) {
      const content = `<${prefix}Document xmlns${prefix === '' ? '' : ':p'}="urn:iso:std:iso:20022:tech:xsd:${version}"><${prefix}${body}><${prefix}GrpHdr/></${prefix}${body}></${prefix}Document>`;
      const result = readBankFile(source(content), readContext);
      expect(result.ok ? [] : result.error.map(({ code: found }) => found)).toEqual([code_]);
    }
  });
});
