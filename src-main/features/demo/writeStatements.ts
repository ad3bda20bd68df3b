import { lastDayOfMonth, type PlainDateText } from '../../../src-shared/dates.ts';
import { type Cents, cents, decimalFromCents } from '../../../src-shared/money.ts';
import { demoAccounts } from './demoCompany.ts';
import type { DemoBankEntry } from './demoHistory.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export type DemoStatement = {
  readonly account: 'nl' | 'be';
  readonly number: number;
  readonly from: PlainDateText;
  readonly to: PlainDateText;
  readonly opening: Cents;
  readonly closing: Cents;
  readonly entries: readonly DemoBankEntry[];
};

export type StatementMaker = (month: string, entries: readonly DemoBankEntry[]) => readonly DemoStatement[];

/** One statement per account and month, each opening where the last one closed. Months are handed in one after another. */
export function statementMaker(lastBankDay: PlainDateText): StatementMaker {
  const state = { nl: { closing: cents(4_183_215), number: 0 }, be: { closing: cents(612_040), number: 0 } };
  return (month, entries) =>
    (['nl', 'be'] as const).flatMap((account) => {
      const own = entries.filter((entry) => entry.account === account);
      if (own.length === 0) return [];
      const opening = state[account].closing;
      const closing = cents(own.reduce((sum, entry) => sum + entry.amount, opening as number));
      const number = state[account].number + 1;
      state[account] = { closing, number };
      const from = `${month}-01` as PlainDateText;
      const end = lastDayOfMonth(from);
      return [{ account, number, from, to: end < lastBankDay ? end : lastBankDay, opening, closing, entries: own }];
    });
}

const balance = (code: string, amount: Cents, date: PlainDateText): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${decimalFromCents(cents(Math.abs(amount)))}</Amt><CdtDbtInd>${amount < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd><Dt><Dt>${date}</Dt></Dt></Bal>`;

function camtEntry(entry: DemoBankEntry, reference: string, version: 2 | 8): string {
  const isCredit = entry.amount >= 0;
  const side = isCredit ? 'Dbtr' : 'Cdtr';
  const name = `<Nm>${escape(entry.counterName)}</Nm>`;
  const party = `<${side}>${version === 8 ? `<Pty>${name}</Pty>` : name}</${side}>`;
  const account = entry.counterIban === null ? '' : `<${side}Acct><Id><IBAN>${entry.counterIban}</IBAN></Id></${side}Acct>`;
  const structured = entry.ogm === null ? '' : `<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>BBA</Issr></Tp><Ref>${entry.ogm}</Ref></CdtrRefInf></Strd>`;
  const free = entry.text === '' ? '' : `<Ustrd>${escape(entry.text)}</Ustrd>`;
  const status = version === 8 ? '<Sts><Cd>BOOK</Cd></Sts>' : '<Sts>BOOK</Sts>';
  return `<Ntry><Amt Ccy="EUR">${decimalFromCents(cents(Math.abs(entry.amount)))}</Amt><CdtDbtInd>${isCredit ? 'CRDT' : 'DBIT'}</CdtDbtInd>${status}<BookgDt><Dt>${entry.date}</Dt></BookgDt><ValDt><Dt>${entry.date}</Dt></ValDt><AcctSvcrRef>${reference}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${isCredit ? 'RCDT' : 'ICDT'}</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties>${party}${account}</RltdPties><RmtInf>${free}${structured}</RmtInf></TxDtls></NtryDtls></Ntry>`;
}

/** The statement as CAMT.053, version 02 or 08 of the message. */
export function writeCamt053(statement: DemoStatement, version: 2 | 8): string {
  const namespace = `urn:iso:std:iso:20022:tech:xsd:camt.053.001.0${version}`;
  const prefix = `${statement.account.toUpperCase()}${statement.from.slice(2, 7).replace('-', '')}`;
  const entries = statement.entries.map((entry, index) => camtEntry(entry, `${prefix}${String(index + 1).padStart(8, '0')}`, version));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${namespace}"><BkToCstmrStmt><GrpHdr><MsgId>${prefix}</MsgId><CreDtTm>${statement.to}T23:00:00</CreDtTm></GrpHdr><Stmt><Id>${prefix}</Id><ElctrncSeqNb>${statement.number}</ElctrncSeqNb><CreDtTm>${statement.to}T23:00:00</CreDtTm><Acct><Id><IBAN>${demoAccounts[statement.account]}</IBAN></Id><Ccy>EUR</Ccy></Acct>${balance('OPBD', statement.opening, statement.from)}${balance('CLBD', statement.closing, statement.to)}\n${entries.join('\n')}\n</Stmt></BkToCstmrStmt></Document>\n`;
}

const swiftDate = (date: PlainDateText): string => date.slice(2).replaceAll('-', '');
const swiftAmount = (amount: Cents): string => decimalFromCents(cents(Math.abs(amount))).replace('.', ',');
const swiftText = (text: string): string => text.normalize('NFKD').replaceAll(/[^A-Za-z0-9/\-?:().,'+ ]/g, '');
const lines65 = (text: string): string => (text.match(/.{1,65}/g) ?? []).join('\r\n');

/** The statement as MT940 with structured :86: code words, 65 characters a line. */
export function writeMt940(statement: DemoStatement): string {
  const prefix = swiftDate(statement.from);
  const body = statement.entries.map((entry, index) => {
    const reference = `${prefix}${String(index + 1).padStart(8, '0')}`;
    const date = swiftDate(entry.date);
    const remittance = entry.ogm === null ? `USTD//${swiftText(entry.text)}` : `STRD/BBA/${entry.ogm}`;
    const information = `:86:/EREF/NOTPROVIDED//CNTP/${entry.counterIban ?? ''}//${swiftText(entry.counterName)}///REMI/${remittance}/`;
    return `:61:${date}${date.slice(2)}${entry.amount < 0 ? 'D' : 'C'}${swiftAmount(entry.amount)}NTRFNOTPROVIDED//${reference}\r\n/TRCD/00100/\r\n${lines65(information)}`;
  });
  const mark = (amount: Cents): string => (amount < 0 ? 'D' : 'C');
  return [
    '{1:F01DEMONL2AXXXX0000000000}{2:I940DEMONL2AXXXXN}{4:',
    `:20:${prefix}`,
    `:25:${demoAccounts[statement.account]}EUR`,
    `:28C:${String(statement.number).padStart(5, '0')}`,
    `:60F:${mark(statement.opening)}${prefix}EUR${swiftAmount(statement.opening)}`,
    ...body,
    `:62F:${mark(statement.closing)}${swiftDate(statement.to)}EUR${swiftAmount(statement.closing)}`,
    '-}',
    '',
  ].join('\r\n');
}
