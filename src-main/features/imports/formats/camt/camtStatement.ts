/** A statement (Stmt), report (Rpt) or notification (Ntfctn) of camt: account, balances, totals, and the checks on them. */
import {
  checkBalance,
  turnEntry,
  type BankBalance,
  type BankEntry,
  type BankStatement,
  type StatementStanding,
} from '../../../../domain/bankStatement.ts';
import { normalizeAccount } from '../../../../domain/references/iban.ts';
import { problem, type Problem } from '../../../../../src-shared/errors.ts';
import { cents, sumCents, type Cents } from '../../../../../src-shared/money.ts';
import { xmlChild, xmlText, type XmlElement } from '../../readXml.ts';
import { parseDotCents } from '../amountText.ts';
import { amountParameter } from '../balanceProblems.ts';
import { accountOf } from './camtPayment.ts';
import { camtDate, camtSign } from './camtEntry.ts';

type CodedBalance = BankBalance & { readonly code: string };

/** What has been read of a statement so far: its small parts as elements, its entries as entries. */
export type StatementParts = {
  readonly id: string | null;
  readonly electronicNumber: string | null;
  readonly legalNumber: string | null;
  readonly page: BankStatement['page'];
  readonly account: XmlElement | null;
  readonly balances: readonly XmlElement[];
  readonly totals: XmlElement | null;
  readonly entries: readonly BankEntry[];
  /** Entries in the file that are not booked: pending, future, for information. */
  readonly notBooked: number;
  readonly path: string;
};

export const statementAccount = (account: XmlElement | null): { account: string; ownerName: string | null; currency: string | null } => ({
  account: normalizeAccount(accountOf(account) ?? ''),
  ownerName: xmlText(account, 'Ownr', 'Nm') ?? xmlText(account, 'Nm'),
  currency: xmlText(account, 'Ccy'),
});

function balanceOf(element: XmlElement): CodedBalance | null {
  const amountElement = xmlChild(element, 'Amt');
  const magnitude = parseDotCents(amountElement?.text ?? '');
  const currency = amountElement?.attributes['Ccy'];
  if (magnitude === null || currency === undefined) return null;
  const type = xmlChild(element, 'Tp', 'CdOrPrtry');
  const code = xmlText(type, 'Cd') ?? xmlText(type, 'Prtry') ?? '';
  const subType = xmlText(element, 'Tp', 'SubTp', 'Cd') ?? xmlText(element, 'Tp', 'SubTp', 'Prtry');
  return {
    code,
    amount: magnitude === 0 ? magnitude : cents((camtSign(element) ?? 1) * magnitude),
    beyondCents: '',
    currency,
    date: camtDate(xmlChild(element, 'Dt')),
    isIntermediate: code === 'ITBD' || subType === 'INTM',
  };
}

const withoutCode = (balance: CodedBalance | undefined): BankBalance | null =>
  balance === undefined
    ? null
    : {
        amount: balance.amount,
        beyondCents: balance.beyondCents,
        currency: balance.currency,
        date: balance.date,
        isIntermediate: balance.isIntermediate,
      };

/**
 * Opening: the first OPBD, else PRCD (several banks send only the previous closing), else the first intermediate balance of a page.
 * Closing: the last CLBD, else the last intermediate one when the opening is another.
 */
export function bookedBalances(elements: readonly XmlElement[]): { opening: BankBalance | null; closing: BankBalance | null } {
  const balances = elements.map(balanceOf).filter((balance) => balance !== null);
  const having = (code: string): readonly CodedBalance[] => balances.filter((balance) => balance.code === code);
  const intermediate = having('ITBD');
  const booked = having('OPBD')[0] ?? having('PRCD')[0];
  const opening = booked ?? (intermediate.length > 1 || having('CLBD').length > 0 ? intermediate[0] : undefined);
  const lastIntermediate = intermediate.at(-1);
  const closing = having('CLBD').at(-1) ?? (lastIntermediate === opening ? undefined : lastIntermediate);
  return { opening: withoutCode(opening), closing: withoutCode(closing) };
}

/** What the entries come to together: `TtlNetNtryAmt` with a direction beside it (02), `TtlNetNtry` that holds both (08). */
function netTotal(group: XmlElement | null): Cents | null {
  if (group === null) return null;
  const nested = xmlChild(group, 'TtlNetNtry');
  const amount = parseDotCents(xmlText(nested, 'Amt') ?? xmlText(group, 'TtlNetNtryAmt') ?? '');
  const sign = camtSign(nested ?? group);
  return amount === null || sign === null ? null : amount === 0 ? amount : cents(sign * amount);
}

/** Numbers and sums the file states about itself, against what was read. */
function totalsProblem(parts: StatementParts, file: string): Problem | null {
  const { totals, entries } = parts;
  if (totals === null) return null;
  const compare: { readonly told: Cents | number | null; readonly found: number; readonly name: string }[] = [];
  const incoming = entries.filter((entry) => entry.amount > 0);
  const outgoing = entries.filter((entry) => entry.amount < 0);
  const add = (name: string, selected: readonly BankEntry[]): void => {
    const group = xmlChild(totals, name);
    const count = /^\d{1,9}$/.exec(xmlText(group, 'NbOfNtries') ?? '')?.[0];
    const sum = parseDotCents(xmlText(group, 'Sum') ?? '');
    if (count !== undefined) compare.push({ told: Number(count), found: selected.length, name: `${name}/NbOfNtries` });
    const found = name === 'TtlNtries' ? sumCents(entries.map(absolute)) : sumCents(selected.map(absolute));
    if (sum !== null) compare.push({ told: sum, found, name: `${name}/Sum` });
  };
  add('TtlNtries', entries);
  const net = netTotal(xmlChild(totals, 'TtlNtries'));
  if (net !== null) compare.push({ told: net, found: sumCents(entries.map((entry) => entry.amount)), name: 'TtlNtries/NetSum' });
  add('TtlCdtNtries', incoming);
  add('TtlDbtNtries', outgoing);
  const wrong = compare.find(({ told, found }) => told !== found);
  if (wrong === undefined || parts.notBooked > 0) return null;
  const currency = entries[0]?.currency ?? null;
  const shown = (value: number | null): number | string =>
    wrong.name.endsWith('Sum') ? amountParameter(cents(value ?? 0), currency) : String(value);
  return problem(
    'warning',
    'bank-totals-differ',
    { told: shown(wrong.told), found: shown(wrong.found) },
    { file, path: `${parts.path}/TxsSummry/${wrong.name}` },
  );
}

const absolute = (entry: BankEntry): Cents => cents(Math.abs(entry.amount));

/**
 * Makes the statement of its parts. CdtDbtInd is the direction of the booking, also for reversals (ISO 20022); some converters write
 * the direction of the original instead. So: as written, and only if that does not add up and turning every reversal makes it add up
 * to the cent, turned, with a warning.
 */
export function camtStatement(
  parts: StatementParts,
  file: string,
  standing: StatementStanding,
): { readonly statement: BankStatement; readonly problems: readonly Problem[] } {
  const { account, ownerName, currency: accountCurrency } = statementAccount(parts.account);
  const { opening, closing } = standing === 'booked' ? bookedBalances(parts.balances) : { opening: null, closing: null };
  const place = { file, path: parts.path };
  const problems: Problem[] = [];
  let { entries } = parts;
  let check = checkBalance({ opening, closing, entries });
  const reversals = entries.filter((entry) => entry.isReversal).length;
  if (check.balanced === false && reversals > 0) {
    const turned = entries.map((entry) => (entry.isReversal ? turnEntry(entry) : entry));
    const turnedCheck = checkBalance({ opening, closing, entries: turned });
    if (turnedCheck.balanced === true) {
      [entries, check] = [turned, turnedCheck];
      problems.push(problem('warning', 'bank-reversals-turned', { count: reversals }, place));
    }
  }
  if (account === '') problems.push(problem('error', 'bank-account-missing', {}, place));
  if (parts.notBooked > 0) problems.push(problem('warning', 'bank-entry-not-booked', { count: parts.notBooked }, place));
  const totals = totalsProblem({ ...parts, entries }, file);
  if (totals !== null) problems.push(totals);
  const balanceCurrency = opening?.currency ?? closing?.currency ?? null;
  const statement: BankStatement = {
    standing,
    account,
    accountCurrency,
    ownerName,
    number: parts.electronicNumber ?? parts.legalNumber,
    reference: parts.id,
    page: parts.page,
    opening,
    closing,
    currency: accountCurrency ?? balanceCurrency ?? entries[0]?.currency ?? null,
    entries,
    ...check,
  };
  return { statement, problems };
}
