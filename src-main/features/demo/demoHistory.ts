import { addDays, addMonths, dayOfWeek, daysBetween, epochDay, firstDayOfMonth, fromEpochDay, lastDayOfMonth, type PlainDateText } from '../../../src-shared/dates.ts';
import { type Cents, cents } from '../../../src-shared/money.ts';
import { type DemoCustomer, drawCustomers } from './demoCustomers.ts';
import { inventedIban, inventedOgm, printedOgm } from './identifiers.ts';
import { createRandom, type Random } from './random.ts';

export type DemoInvoice = {
  readonly number: string;
  readonly customer: DemoCustomer;
  readonly issueDate: PlainDateText;
  readonly dueDate: PlainDateText;
  /** With VAT; for a credit note the amount credited, positive. */
  readonly total: Cents;
  readonly ogm: string | null;
  readonly orderReference: string | null;
  /** Set on a credit note: the invoice it takes back. */
  readonly credits: string | null;
};
export type DemoBankEntry = {
  readonly account: 'nl' | 'be';
  readonly date: PlainDateText;
  /** Positive is money in. */
  readonly amount: Cents;
  readonly counterIban: string | null;
  readonly counterName: string;
  readonly text: string;
  readonly ogm: string | null;
};
/** One month of the history; a company of any size is written and taken in month by month, so that only what is still open is remembered. */
export type DemoMonth = {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly invoices: readonly DemoInvoice[];
  readonly creditNotes: readonly DemoInvoice[];
  readonly bankEntries: readonly DemoBankEntry[];
};
export type DemoHistory = { readonly customers: readonly DemoCustomer[]; readonly lastBankDay: PlainDateText; readonly months: () => Generator<DemoMonth> };
export type DemoSize = { readonly seed: number; readonly invoices: number; readonly customers: number; readonly asOf: PlainDateText };

const months = 24;

/** The first working day on or after the date. */
export function workingDay(date: PlainDateText): PlainDateText {
  const day = dayOfWeek(date);
  return day === 6 ? addDays(date, 2) : day === 7 ? addDays(date, 1) : date;
}

/** Prices that look like prices: most between some hundreds and some thousands, a few large. */
function drawTotal(random: Random, hasVat: boolean): Cents {
  const size = Math.exp(5.6 + random.next() * 2.6 + (random.chance(0.06) ? 1.1 : 0));
  const net = Math.round(size / 5) * 500;
  return cents(hasVat ? Math.round((net * 121) / 100) : net);
}

/**
 * Who gets the first invoice of a certain age, by place in the list of customers: the disputes, the bankruptcy, the promise and the pause that
 * every example shows need an invoice to be about.
 */
const cast: readonly (readonly [age: number, customer: number])[] = [[140, 2], [105, 2], [72, 1], [68, 3], [60, 1], [56, 3], [50, 0], [38, 7]];

type InvoiceDrawer = (month: { readonly from: PlainDateText; readonly to: PlainDateText }) => DemoInvoice[];

function invoiceDrawer(random: Random, customers: readonly DemoCustomer[], size: DemoSize): InvoiceDrawer {
  const first = addMonths(size.asOf, -months);
  const span = daysBetween(first, size.asOf);
  const weighted = customers.flatMap((customer) => Array.from({ length: customer.weight }, () => customer));
  const perYear = new Map<string, number>();
  const width = size.invoices > 15_000 ? 7 : 4;
  const waiting = [...cast];
  const until = (date: PlainDateText): number => Math.round((size.invoices * Math.min(span, Math.max(0, daysBetween(first, date)))) / span);
  // Now and then it is simply somebody's turn, so that no customer goes without.
  const stride = Math.max(1, Math.floor(size.invoices / customers.length));
  let drawn = 0;
  const toInvoice = (issueDate: PlainDateText): DemoInvoice => {
    const year = issueDate.slice(0, 4);
    const serial = (perYear.get(year) ?? 0) + 1;
    perYear.set(year, serial);
    const role = waiting[0] !== undefined && daysBetween(issueDate, size.asOf) <= waiting[0][0] ? waiting.shift() : undefined;
    drawn += 1;
    const turn = drawn % stride === 0 ? drawn / stride - 1 : -1;
    const customer = customers[role?.[1] ?? turn] ?? random.pick(weighted);
    return {
      number: `${year}-${String(serial).padStart(width, '0')}`,
      customer,
      issueDate,
      dueDate: addDays(issueDate, customer.termDays),
      total: drawTotal(random, customer.country === 'NL'),
      ogm: customer.country === 'BE' ? inventedOgm((Number(year) % 1000) * 10_000_000 + serial) : null,
      orderReference: !customer.isConsumer && random.chance(0.35) ? `PO-${random.between(1000, 9999)}` : null,
      credits: null,
    };
  };
  return ({ from, to }) => {
    const count = until(addDays(to, 1)) - until(from);
    const [low, high] = [epochDay(from > first ? from : first), epochDay(to)];
    const days = Array.from({ length: count }, () => random.between(low, high)).sort((a, b) => a - b);
    return days.map((day) => workingDay(fromEpochDay(day))).filter((issueDate) => issueDate < size.asOf).map(toInvoice);
  };
}

/** When the customer pays an invoice, before weekends: days after the due date by behaviour. Null = not paid at all. */
function payDay(random: Random, invoice: DemoInvoice, asOf: PlainDateText): PlainDateText | null {
  const age = daysBetween(invoice.issueDate, asOf);
  const late = (low: number, high: number): PlainDateText => addDays(invoice.dueDate, random.between(low, high));
  switch (invoice.customer.behaviour) {
    case 'punctual':
      return late(-6, 2);
    case 'slow':
      return late(1, 16);
    case 'structural':
      return late(14, 48);
    case 'drifting':
      return late(Math.max(0, Math.round((700 - age) / 25)), Math.max(4, Math.round((760 - age) / 14)));
    case 'month-end':
      return lastDayOfMonth(late(0, 6));
    case 'partial':
      return late(2, 30);
    case 'no-reference':
      return late(-2, 14);
    case 'disputes':
      return age > 35 && age < 75 ? null : late(-2, 12);
    case 'bankrupt':
      return age < 150 ? null : late(10, 45);
  }
}

type Payment = { invoice: DemoInvoice; date: PlainDateText; amount: Cents };

/** One invoice in twenty that is up to five months late is simply not paid yet, so that no age of the list is empty, however small the company. */
function unpaidCounter(asOf: PlainDateText): (invoice: DemoInvoice) => boolean {
  const perAge = [0, 0, 0, 0, 0];
  return ({ dueDate, customer }) => {
    const age = Math.floor((daysBetween(dueDate, asOf) - 1) / 30);
    const count = perAge[age];
    if (count === undefined || customer.behaviour === 'bankrupt') return false;
    perAge[age] = count + 1;
    return count % 20 === 1;
  };
}

function drawPayments(random: Random, invoice: DemoInvoice, creditedCents: number, asOf: PlainDateText): Payment[] {
  const day = payDay(random, invoice, asOf);
  const owed = invoice.total - creditedCents;
  if (day === null || owed <= 0) return [];
  const date = workingDay(day < invoice.issueDate ? addDays(invoice.issueDate, 3) : day);
  if (invoice.customer.behaviour !== 'partial' || random.chance(0.5)) return [{ invoice, date, amount: cents(owed) }];
  const part = Math.round((owed * random.pick([30, 40, 50, 60])) / 100);
  const rest = { invoice, date: workingDay(addDays(date, random.between(20, 45))), amount: cents(owed - part) };
  // Old remainders were settled in the end; some of this year are still open.
  return daysBetween(date, asOf) > 200 || random.chance(0.6) ? [{ invoice, date, amount: cents(part) }, rest] : [{ invoice, date, amount: cents(part) }];
}

/** What the payer writes. One in fifty mistypes the number; some never name one. */
function remittance(random: Random, paid: readonly Payment[], asOf: PlainDateText): { text: string; ogm: string | null } {
  const [first] = paid;
  if (first === undefined) throw new RangeError('a receipt pays something');
  // They named invoices in the beginning, so their account is known by now.
  const isSilent = first.invoice.customer.behaviour === 'no-reference' && daysBetween(first.date, asOf) < 480;
  if (isSilent) return { text: random.pick(['Betaling', 'Zie mail', 'Betaling openstaand', 'Voldaan']), ogm: null };
  const numbers = paid.map((payment) => payment.invoice.number);
  if (paid.length === 1 && first.invoice.ogm !== null && random.chance(0.85)) return { text: '', ogm: first.invoice.ogm };
  if (random.chance(0.02)) return { text: `Factuur ${numbers.map((number) => `${number.slice(0, 4)}-${number.slice(-2)}${number.slice(5, -2)}9`).join(' ')}`, ogm: null };
  const listed = random.pick([numbers.join(' '), numbers.join(', '), numbers.join('/'), numbers.map((number) => number.replace('-', ' ')).join(' + ')]);
  const lead = random.pick(['Factuur ', 'Fact. ', 'Betaling factuur ', 'Facturen ', '', 'Uw factuur nr. ']);
  return { text: first.invoice.ogm !== null && paid.length === 1 && random.chance(0.5) ? `Mededeling ${printedOgm(first.invoice.ogm)}` : `${lead}${listed}`, ogm: null };
}

function toReceipts(random: Random, payments: readonly Payment[], asOf: PlainDateText): DemoBankEntry[] {
  const grouped = new Map<string, Payment[]>();
  for (const payment of payments) {
    const isRun = payment.invoice.customer.behaviour === 'month-end';
    const key = `${payment.date}|${payment.invoice.customer.index}|${isRun ? 'run' : `${payment.invoice.number}-${payment.amount}`}`;
    const group = grouped.get(key);
    if (group === undefined) grouped.set(key, [payment]);
    else group.push(payment);
  }
  return [...grouped.values()].flatMap((all) => chunks(all, 6)).map((paid) => {
    const { invoice, date } = paid[0] as Payment;
    return {
      account: invoice.customer.country === 'NL' ? 'nl' : 'be',
      date,
      amount: cents(paid.reduce((sum, payment) => sum + payment.amount, 0)),
      counterIban: invoice.customer.iban,
      counterName: random.chance(0.8) ? invoice.customer.name : invoice.customer.name.toUpperCase().slice(0, 24),
      ...remittance(random, paid, asOf),
    };
  });
}

function chunks<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) => values.slice(index * size, (index + 1) * size));
}

const expenses: readonly (readonly [string, string, number, number])[] = [
  ['Verhuur Kaapsekade', 'Huur werkplaats', 245_000, 245_000],
  ['Plaatmateriaal Groothandel Noordsingel', 'Factuur materiaal', 18_000, 640_000],
  ['Energiecoöperatie Zonnehoek', 'Termijnbedrag', 38_500, 61_000],
  ['Salarisadministratie De Telraam', 'Loonrun', 1_180_000, 1_390_000],
  ['Leasemaatschappij Vierwiel', 'Leasetermijn', 52_900, 52_900],
];

function drawOtherEntries(random: Random, size: DemoSize, firstDay: PlainDateText, lastBankDay: PlainDateText): DemoBankEntry[] {
  const entries: DemoBankEntry[] = [];
  for (let day = firstDay, week = 0; day <= lastBankDay; day = addDays(day, 7), week += 1) {
    const [counterName, text, low, high] = expenses[week % expenses.length] ?? expenses[0]!;
    entries.push({ account: 'nl', date: workingDay(day), amount: cents(-random.between(low, high)), counterIban: inventedIban('NL', 9_000 + (week % 5)), counterName, text, ogm: null });
  }
  const strangers: readonly (readonly [number, string, string, number])[] = [
    [3, 'Verzekeringsmaatschappij Het Anker', 'Uitkering schade 44/1187', 82_340],
    [9, 'Stichting Buurtfonds', 'Bijdrage', 50_000],
    [17, 'M. Terschuren', 'tafel', 36_300],
    [31, 'Beheer Vierhoeven', 'Betaling', 121_000],
  ];
  for (const [ago, counterName, text, amount] of strangers) {
    const date = workingDay(addDays(size.asOf, -ago - 3));
    if (date <= lastBankDay) entries.push({ account: 'nl', date, amount: cents(amount), counterIban: inventedIban('NL', 8_000 + ago), counterName, text, ogm: null });
  }
  return entries;
}

/** One in forty invoices is credited, in part or whole, some weeks later. The number comes with the month in which the note is sent. */
function drawCreditNote(random: Random, invoice: DemoInvoice, asOf: PlainDateText): DemoInvoice | null {
  if (!random.chance(0.025) || addDays(invoice.issueDate, 20) >= asOf) return null;
  const issueDate = workingDay(addDays(invoice.issueDate, random.between(4, 18)));
  const share = random.pick([10, 20, 25, 100]);
  return { ...invoice, issueDate, dueDate: issueDate, total: cents(Math.round((invoice.total * share) / 100)), ogm: null, credits: invoice.number };
}

/** Payments of two invoices in one amount without a word about them: a person has to look, and the candidates show the sum. */
function drawRiddles(unsettled: readonly DemoInvoice[], lastBankDay: PlainDateText): DemoBankEntry[] {
  const pairs = [...Map.groupBy(unsettled, (invoice) => invoice.customer.index).values()].filter((own) => own.length >= 2).slice(0, 3);
  return pairs.flatMap(([first, second], index): DemoBankEntry[] => {
    if (first === undefined || second === undefined) return [];
    const { customer } = first;
    const date = workingDay(addDays(lastBankDay, -2 * index));
    if (date > lastBankDay) return [];
    return [{ account: customer.country === 'NL' ? 'nl' : 'be', date, amount: cents(first.total + second.total), counterIban: customer.iban, counterName: customer.name, text: 'Betaling facturen', ogm: null }];
  });
}

/** What is drawn in one month and happens in a later one. */
type Ahead = { readonly payments: Map<string, Payment[]>; readonly creditNotes: Map<string, DemoInvoice[]>; readonly unsettled: DemoInvoice[] };

function addTo<T>(map: Map<string, T[]>, month: string, value: T): void {
  const values = map.get(month);
  if (values === undefined) map.set(month, [value]);
  else values.push(value);
}
function takeFrom<T>(map: Map<string, T[]>, month: string): readonly T[] {
  const values = map.get(month) ?? [];
  map.delete(month);
  return values;
}
const monthOf = (date: PlainDateText): string => date.slice(0, 7);

function lookAhead(random: Random, invoice: DemoInvoice, ahead: Ahead, facts: { asOf: PlainDateText; lastBankDay: PlainDateText; isUnpaid: boolean }): void {
  const { asOf, lastBankDay, isUnpaid } = facts;
  const note = drawCreditNote(random, invoice, asOf);
  if (note !== null) addTo(ahead.creditNotes, monthOf(note.issueDate), note);
  const payments = isUnpaid ? [] : drawPayments(random, invoice, note?.total ?? 0, asOf);
  const inTime = payments.filter(({ date }) => date <= lastBankDay);
  for (const payment of inTime) addTo(ahead.payments, monthOf(payment.date), payment);
  const isRecent = daysBetween(invoice.issueDate, asOf) < 90 && daysBetween(invoice.issueDate, asOf) > 15;
  const { behaviour } = invoice.customer;
  if (inTime.length === 0 && note === null && isRecent && behaviour !== 'bankrupt' && behaviour !== 'disputes' && ahead.unsettled.length < 500) ahead.unsettled.push(invoice);
}

function* drawMonths(size: DemoSize, customers: readonly DemoCustomer[], lastBankDay: PlainDateText): Generator<DemoMonth> {
  const random = createRandom(size.seed ^ 0x5bd1e995);
  const { asOf } = size;
  const firstDay = addMonths(asOf, -months);
  const drawInvoices = invoiceDrawer(random, customers, size);
  const isLeftUnpaid = unpaidCounter(asOf);
  const others = drawOtherEntries(random, size, firstDay, lastBankDay);
  const ahead: Ahead = { payments: new Map(), creditNotes: new Map(), unsettled: [] };
  const width = size.invoices > 15_000 ? 7 : 4;
  let notes = 0;
  for (let from = firstDayOfMonth(firstDay); from < asOf; from = addMonths(from, 1)) {
    const month = monthOf(from);
    const invoices = drawInvoices({ from, to: lastDayOfMonth(from) < asOf ? lastDayOfMonth(from) : addDays(asOf, -1) });
    for (const invoice of invoices) lookAhead(random, invoice, ahead, { asOf, lastBankDay, isUnpaid: isLeftUnpaid(invoice) });
    const creditNotes = takeFrom(ahead.creditNotes, month).map((note) => ({ ...note, number: `C${note.issueDate.slice(0, 4)}-${String((notes += 1)).padStart(width, '0')}` }));
    const receipts = toReceipts(random, takeFrom(ahead.payments, month), asOf);
    const riddles = month === monthOf(lastBankDay) ? drawRiddles(ahead.unsettled, lastBankDay).filter(({ date }) => monthOf(date) === month) : [];
    const bankEntries = [...receipts, ...riddles, ...others.filter(({ date }) => monthOf(date) === month)].sort((a, b) => epochDay(a.date) - epochDay(b.date));
    yield { month, invoices, creditNotes, bankEntries };
  }
}

/** Two years of an invented company up to the day before `asOf`: the same seed and date give the same history, to the cent. */
export function drawHistory(size: DemoSize): DemoHistory {
  const customers = drawCustomers(createRandom(size.seed), size.customers);
  const yesterday = addDays(size.asOf, -1);
  const lastBankDay = dayOfWeek(yesterday) >= 6 ? addDays(yesterday, 5 - dayOfWeek(yesterday)) : yesterday;
  return { customers, lastBankDay, months: () => drawMonths(size, customers, lastBankDay) };
}
