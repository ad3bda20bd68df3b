import { addDays, addMonths, dayOfWeek, daysBetween, epochDay, lastDayOfMonth, type PlainDateText } from '../../../src-shared/dates.ts';
import { type Cents, cents } from '../../../src-shared/money.ts';
import { type DemoCustomer, drawCustomers } from './demoCustomers.ts';
import { demoAccounts } from './demoCompany.ts';
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
export type DemoHistory = {
  readonly customers: readonly DemoCustomer[];
  readonly invoices: readonly DemoInvoice[];
  readonly creditNotes: readonly DemoInvoice[];
  readonly bankEntries: readonly DemoBankEntry[];
  readonly firstDay: PlainDateText;
  readonly lastBankDay: PlainDateText;
};
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

function drawInvoices(random: Random, customers: readonly DemoCustomer[], size: DemoSize): DemoInvoice[] {
  const first = addMonths(size.asOf, -months);
  const span = daysBetween(first, size.asOf);
  const weighted = customers.flatMap((customer) => Array.from({ length: customer.weight }, () => customer));
  const days = Array.from({ length: size.invoices }, () => random.between(0, span - 1)).sort((a, b) => a - b);
  const perYear = new Map<string, number>();
  const width = size.invoices > 15_000 ? 7 : 4;
  return days.map((offset) => {
    const issueDate = workingDay(addDays(first, offset));
    const year = issueDate.slice(0, 4);
    const serial = (perYear.get(year) ?? 0) + 1;
    perYear.set(year, serial);
    const customer = random.pick(weighted);
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
  });
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
      return age < 75 && random.chance(0.5) ? null : late(-2, 12);
    case 'bankrupt':
      return age < 150 ? null : late(10, 45);
  }
}

type Payment = { invoice: DemoInvoice; date: PlainDateText; amount: Cents };

function drawPayments(random: Random, invoices: readonly DemoInvoice[], credited: ReadonlyMap<string, Cents>, size: DemoSize): Payment[] {
  const payments: Payment[] = [];
  for (const invoice of invoices) {
    const day = payDay(random, invoice, size.asOf);
    const owed = invoice.total - (credited.get(invoice.number) ?? 0);
    if (day === null || owed <= 0) continue;
    const date = workingDay(day < invoice.issueDate ? addDays(invoice.issueDate, 3) : day);
    if (invoice.customer.behaviour === 'partial' && random.chance(0.5)) {
      const part = Math.round((owed * random.pick([30, 40, 50, 60])) / 100);
      payments.push({ invoice, date, amount: cents(part) });
      if (random.chance(0.6)) payments.push({ invoice, date: workingDay(addDays(date, random.between(20, 45))), amount: cents(owed - part) });
    } else payments.push({ invoice, date, amount: cents(owed) });
  }
  return payments;
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

function toReceipts(random: Random, payments: readonly Payment[], { asOf, lastBankDay }: { readonly asOf: PlainDateText; readonly lastBankDay: PlainDateText }): DemoBankEntry[] {
  const grouped = new Map<string, Payment[]>();
  for (const payment of payments) {
    if (payment.date > lastBankDay) continue;
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

/** One in forty invoices is credited, in part or whole, some weeks later. */
function drawCreditNotes(random: Random, invoices: readonly DemoInvoice[], asOf: PlainDateText): DemoInvoice[] {
  const width = (invoices[0]?.number.length ?? 9) - 5;
  return invoices
    .filter((invoice) => random.chance(0.025) && addDays(invoice.issueDate, 20) < asOf)
    .map((invoice, index) => {
      const issueDate = workingDay(addDays(invoice.issueDate, random.between(4, 18)));
      const share = random.pick([10, 20, 25, 100]);
      return {
        ...invoice,
        number: `C${issueDate.slice(0, 4)}-${String(index + 1).padStart(width, '0')}`,
        issueDate,
        dueDate: issueDate,
        total: cents(Math.round((invoice.total * share) / 100)),
        ogm: null,
        credits: invoice.number,
      };
    });
}

/** Payments of two invoices in one amount without a word about them: a person has to look, and the candidates show the sum. */
function drawRiddles(invoices: readonly DemoInvoice[], payments: readonly Payment[], credited: ReadonlyMap<string, Cents>, lastBankDay: PlainDateText): DemoBankEntry[] {
  const paid = new Set(payments.filter((payment) => payment.date <= lastBankDay).map((payment) => payment.invoice.number));
  const unpaid = invoices.filter((invoice) => !paid.has(invoice.number) && !credited.has(invoice.number) && invoice.customer.behaviour !== 'bankrupt');
  const pairs = [...Map.groupBy(unpaid, (invoice) => invoice.customer.index).values()].filter((own) => own.length >= 2).slice(0, 3);
  return pairs.map(([first, second], index): DemoBankEntry => {
    if (first === undefined || second === undefined) throw new RangeError('a pair has two');
    const { customer } = first;
    const date = workingDay(addDays(lastBankDay, -7 - 2 * index));
    return { account: customer.country === 'NL' ? 'nl' : 'be', date, amount: cents(first.total + second.total), counterIban: customer.iban, counterName: customer.name, text: 'Betaling facturen', ogm: null };
  });
}

/** Two years of an invented company up to the day before `asOf`: the same seed and date give the same history, to the cent. */
export function drawHistory(size: DemoSize): DemoHistory {
  const random = createRandom(size.seed);
  const customers = drawCustomers(random, size.customers);
  const invoices = drawInvoices(random, customers, size).filter((invoice) => invoice.issueDate < size.asOf);
  const creditNotes = drawCreditNotes(random, invoices, size.asOf);
  const credited = new Map(creditNotes.map((note) => [note.credits ?? '', note.total]));
  const firstDay = addMonths(size.asOf, -months);
  const yesterday = addDays(size.asOf, -1);
  const lastBankDay = dayOfWeek(yesterday) >= 6 ? addDays(yesterday, 5 - dayOfWeek(yesterday)) : yesterday;
  const payments = drawPayments(random, invoices, credited, size);
  const receipts = [...toReceipts(random, payments, { asOf: size.asOf, lastBankDay }), ...drawRiddles(invoices, payments, credited, lastBankDay)];
  const bankEntries = [...receipts, ...drawOtherEntries(random, size, firstDay, lastBankDay)].sort((a, b) => epochDay(a.date) - epochDay(b.date));
  return { customers, invoices, creditNotes, bankEntries, firstDay, lastBankDay };
}

export { demoAccounts };
