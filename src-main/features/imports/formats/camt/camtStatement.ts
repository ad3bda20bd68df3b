/** A statement (Stmt), report (Rpt) or notification (Ntfctn) of camt: account, balances, totals, and the checks on them. */
import type { BankBalance, BankStatement, StatementStanding } from '../../../../domain/bankStatement.ts';
import { addTotals, checkTotals, turnTotals, type EntryTotals } from '../../../../domain/entryTotals.ts';
import { normalizeAccount } from '../../../../domain/references/iban.ts';
import { problem, type Problem } from '../../../../../src-shared/errors.ts';
import { cents, type Cents } from '../../../../../src-shared/money.ts';
import { xmlChild, xmlText, type XmlElement } from '../../readXml.ts';
import { parseDotCents } from '../amountText.ts';
import { amountParameter } from '../balanceProblems.ts';
import { accountOf } from './camtPayment.ts';
import { camtDate, camtSign } from './camtEntry.ts';

type CodedBalance = BankBalance & { readonly code: string };

/** What has been read of a statement so far: its small parts as elements, and what its entries come to. */
export type StatementParts = {
  readonly id: string | null;
  readonly electronicNumber: string | null;
  readonly legalNumber: string | null;
  readonly page: BankStatement['page'];
  readonly account: XmlElement | null;
  readonly balances: readonly XmlElement[];
  readonly totals: XmlElement | null;
  /** What the entries come to as they were written, those marked as reversals apart. */
  readonly plain: EntryTotals;
  readonly reversals: EntryTotals;
  /** Of the first entry. */
  readonly entryCurrency: string | null;
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
function totalsProblem(parts: StatementParts, found: EntryTotals, file: string): Problem | null {
  const { totals } = parts;
  if (totals === null) return null;
  const compare: { readonly told: Cents | number | null; readonly found: number; readonly name: string }[] = [];
  const add = (name: string, count: number, sum: number): void => {
    const group = xmlChild(totals, name);
    const toldCount = /^\d{1,9}$/.exec(xmlText(group, 'NbOfNtries') ?? '')?.[0];
    const toldSum = parseDotCents(xmlText(group, 'Sum') ?? '');
    if (toldCount !== undefined) compare.push({ told: Number(toldCount), found: count, name: `${name}/NbOfNtries` });
    if (toldSum !== null) compare.push({ told: toldSum, found: sum, name: `${name}/Sum` });
  };
  add('TtlNtries', found.count, found.received + found.spent);
  const net = netTotal(xmlChild(totals, 'TtlNtries'));
  if (net !== null) compare.push({ told: net, found: found.received - found.spent, name: 'TtlNtries/NetSum' });
  add('TtlCdtNtries', found.incoming, found.received);
  add('TtlDbtNtries', found.outgoing, found.spent);
  const wrong = compare.find((one) => one.told !== one.found);
  if (wrong === undefined || parts.notBooked > 0) return null;
  const shown = (value: number | null): number | string =>
    wrong.name.endsWith('Sum') && Number.isSafeInteger(value) ? amountParameter(cents(value ?? 0), parts.entryCurrency) : String(value);
  return problem(
    'warning',
    'bank-totals-differ',
    { told: shown(wrong.told), found: shown(wrong.found) },
    { file, path: `${parts.path}/TxsSummry/${wrong.name}` },
  );
}

/** A statement without its entries, and what they come to as they count. */
export type CamtStatement = {
  readonly statement: BankStatement;
  readonly totals: EntryTotals;
  /** Whether its reversals count the other way round than they were written. */
  readonly isTurned: boolean;
  readonly problems: readonly Problem[];
};

/**
 * Makes the statement of its parts. CdtDbtInd is the direction of the booking, also for reversals (ISO 20022); some converters write
 * the direction of the original instead. So: as written, and only if that does not add up and turning every reversal makes it add up
 * to the cent, turned, with a warning.
 */
export function camtStatement(parts: StatementParts, file: string, standing: StatementStanding): CamtStatement {
  const { account, ownerName, currency: accountCurrency } = statementAccount(parts.account);
  const { opening, closing } = standing === 'booked' ? bookedBalances(parts.balances) : { opening: null, closing: null };
  const place = { file, path: parts.path };
  const problems: Problem[] = [];
  const written = addTotals(parts.plain, parts.reversals);
  const turned = addTotals(parts.plain, turnTotals(parts.reversals));
  const { count } = parts.reversals;
  const isTurned =
    count > 0 &&
    checkTotals({ opening, closing, totals: written }).balanced === false &&
    checkTotals({ opening, closing, totals: turned }).balanced === true;
  const totals = isTurned ? turned : written;
  if (isTurned) problems.push(problem('warning', 'bank-reversals-turned', { count }, place));
  if (account === '') problems.push(problem('error', 'bank-account-missing', {}, place));
  if (parts.notBooked > 0) problems.push(problem('warning', 'bank-entry-not-booked', { count: parts.notBooked }, place));
  const differing = totalsProblem(parts, totals, file);
  if (differing !== null) problems.push(differing);
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
    currency: accountCurrency ?? balanceCurrency ?? parts.entryCurrency,
    entries: [],
    ...checkTotals({ opening, closing, totals }),
  };
  return { statement, totals, isTurned, problems };
}
