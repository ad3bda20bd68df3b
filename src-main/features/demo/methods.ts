import type { CompanyProfile } from '../../../src-shared/contract/administrations.ts';
import type { CallInput, Handlers, MethodName, OutputOf } from '../../../src-shared/contract/index.ts';
import { addDays, type PlainDateText } from '../../../src-shared/dates.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { CustomerId } from '../../../src-shared/ids.ts';
import { demoAccounts, demoCompany } from './demoCompany.ts';
import type { DemoCustomer } from './demoCustomers.ts';
import { type DemoHistory, type DemoInvoice, type DemoSize, drawHistory } from './demoHistory.ts';
import { type DemoStatement, statementMaker, writeCamt053, writeMt940 } from './writeStatements.ts';
import { writeInvoiceTable, writeUbl } from './writeUbl.ts';

/** The front door: the methods that a user's clicks call, within this process. */
export type FrontDoor = {
  call<M extends MethodName>(method: M, input: CallInput<M>): Promise<Result<OutputOf<M>, AppError>>;
  stage(name: string, text: string): Promise<string>;
};
export type DemoContext = {
  /** Makes and opens an empty ledger, with the door that leads into it and into no other: whoever switches meanwhile ends the making. */
  readonly create: (profile: CompanyProfile) => Promise<Result<{ readonly id: string; readonly frontDoor: FrontDoor }, AppError>>;
  readonly clock: Clock;
  readonly events: Events;
  readonly signalOf: (jobId: string) => AbortSignal;
};

type Making = Pick<DemoContext, 'events' | 'signalOf'> & { readonly frontDoor: FrontDoor };

/** What makes one example differ from another; the day it is as of is the clock's. */
export type DemoRequest = { readonly seed?: number | undefined; readonly invoices?: number | undefined };

/** Up to this number every invoice is a UBL file of its own; the older ones of a larger ledger come as lists. */
const filesAtMost = 3000;
const rowsPerList = 20_000;
const filesPerImport = 1500;

type DemoFile = { readonly name: string; readonly text: string };

type Batch = { readonly files: readonly DemoFile[]; readonly monthsDone: number };

/** The Dutch account alternates between the formats its owner could download; the Belgian one stays with version 02. */
function statementFile(statement: DemoStatement): DemoFile {
  const name = `${statement.account}-${statement.from.slice(0, 7)}`;
  if (statement.account === 'be') return { name: `${name}.xml`, text: writeCamt053(statement, 2) };
  if (statement.number % 3 === 0) return { name: `${name}.sta`, text: writeMt940(statement) };
  return { name: `${name}.xml`, text: writeCamt053(statement, statement.number % 3 === 1 ? 2 : 8) };
}

function* listsOf(month: string, invoices: readonly DemoInvoice[]): Generator<DemoFile> {
  for (let start = 0; start < invoices.length; start += rowsPerList) {
    yield { name: `facturen-${month}-${start / rowsPerList + 1}.csv`, text: writeInvoiceTable(invoices.slice(start, start + rowsPerList)) };
  }
}

/**
 * The files in the order in which a user would take them in: the invoices of some months, then what the bank says about those months. A small
 * company comes in two sets; of a large one never more than a month is in memory.
 */
function* batchesOf(history: DemoHistory, size: DemoSize): Generator<Batch> {
  const statementsOf = statementMaker(history.lastBankDay);
  let drawn = 0;
  let single: DemoFile[] = [];
  let bank: DemoFile[] = [];
  let monthsDone = 0;
  const flush = function* (): Generator<Batch> {
    for (let start = 0; start < single.length; start += filesPerImport) yield { files: single.slice(start, start + filesPerImport), monthsDone };
    if (bank.length > 0) yield { files: bank, monthsDone };
    [single, bank] = [[], []];
  };
  for (const { month, invoices, creditNotes, bankEntries } of history.months()) {
    monthsDone += 1;
    const inLists = invoices.slice(0, Math.max(0, Math.min(invoices.length, size.invoices - filesAtMost - drawn)));
    drawn += invoices.length;
    for (const list of listsOf(month, inLists)) yield { files: [list], monthsDone };
    for (const document of [...invoices.slice(inLists.length), ...creditNotes]) single.push({ name: `${document.number}.xml`, text: writeUbl(document) });
    bank.push(...statementsOf(month, bankEntries).map(statementFile));
    if (size.invoices > filesAtMost) yield* flush();
  }
  yield* flush();
}

async function takeIn(context: Making, jobId: string, files: readonly DemoFile[]): Promise<Result<null, AppError>> {
  const stagedIds: string[] = [];
  for (const file of files) stagedIds.push(await context.frontDoor.stage(file.name, file.text));
  const preview = await context.frontDoor.call('imports.preview', { jobId, stagedIds, mappings: {} });
  if (!preview.ok) return preview;
  const accounts = { [demoAccounts.nl]: 'ours', [demoAccounts.be]: 'ours' } as const;
  const committed = await context.frontDoor.call('imports.commit', { jobId, previewId: preview.value.previewId, accounts });
  return committed.ok ? ok(null) : committed;
}

async function customerIds(context: Making): Promise<ReadonlyMap<string, OutputOf<'customers.list'>['customers'][number]>> {
  const list = await context.frontDoor.call('customers.list', { query: '', onlyOpen: false });
  return new Map(list.ok ? list.value.customers.map((customer) => [customer.name, customer]) : []);
}

type Call = <M extends MethodName>(method: M, input: CallInput<M>) => Promise<Result<OutputOf<M>, AppError>>;

async function addContact(call: Call, customer: DemoCustomer, customerId: CustomerId): Promise<void> {
  // Its e-invoices already named this person: known twice would be an untidy example.
  const detail = await call('customers.get', { customerId });
  const known = detail.ok ? detail.value.contacts.find(({ name }) => name === customer.contactName) : undefined;
  await call('customers.saveContact', {
    customerId,
    contactId: known?.contactId ?? null,
    fields: {
      name: customer.contactName,
      role: 'accounts-payable',
      email: customer.email,
      phone: `099 000 ${String(10 + (customer.index % 80)).padStart(2, '0')} ${String(10 + customer.index).slice(-2)}`,
      language: customer.language === 'fr' ? 'fr' : 'nl',
      isPaymentContact: true,
      canReleasePayment: customer.index % 2 === 0,
    },
  });
}

/** The few customers about whom more is known than their papers say. */
const hasStory = ({ index, isConsumer, behaviour }: DemoCustomer): boolean => isConsumer || behaviour === 'bankrupt' || behaviour === 'disputes' || index === 0 || index === 7;

async function tellStory(call: Call, customer: DemoCustomer, customerId: CustomerId, today: PlainDateText): Promise<void> {
  const detail = await call('customers.get', { customerId });
  if (!detail.ok) return;
  const { fields, openItems } = detail.value;
  if (customer.isConsumer) await call('customers.save', { customerId, fields: { ...fields, kind: 'consumer', channel: 'letter' } });
  else if (customer.behaviour === 'bankrupt') await call('customers.save', { customerId, fields: { ...fields, insolventOn: addDays(today, -40) } });
  const oldest = openItems.find((item) => item.open > 0);
  if (oldest === undefined) return;
  if (customer.behaviour === 'disputes') {
    const reason = customer.index === 1 ? 'Twee kasten beschadigd geleverd' : 'Uren komen niet overeen met de werkbon';
    await call('customers.openDispute', { documentId: oldest.documentId, cents: Math.min(oldest.open, Math.ceil(oldest.open / 2)), reason });
  }
  if (customer.index === 0) {
    await call('customers.addPromise', { customerId, on: addDays(today, 5), cents: oldest.open });
    await call('customers.addNote', { customerId, kind: 'call', text: 'Facturen zijn akkoord, de betaalrun viel uit. Belooft betaling volgende week.', reason: 'forgotten' });
  }
  if (customer.index === 7) await call('customers.hold', { customerId, documentId: null, reason: 'Inkoopnummer ontbreekt, klant zoekt het uit', until: addDays(today, 4) });
}

/** A person can only look at so many: in a very large example the others stay as the files made them. */
const customersWithPeople = 60;

/** What no file can tell: a bankruptcy, two disputes, a promise, a pause, payment contacts and notes. */
async function addPeople(context: Making, history: DemoHistory, today: PlainDateText): Promise<void> {
  const call: Call = (method, input) => context.frontDoor.call(method, input);
  const known = await customerIds(context);
  for (const customer of history.customers.slice(0, customersWithPeople)) {
    const row = known.get(customer.name);
    if (row === undefined) continue;
    if (!customer.isConsumer && customer.index % 4 !== 3) await addContact(call, customer, row.customerId);
    if (hasStory(customer)) await tellStory(call, customer, row.customerId, today);
  }
}

/** Makes the example administration through the front door: real files, the same imports and the same matching as a user's own. */
export async function createDemo(context: DemoContext, request: DemoRequest, jobId: string): Promise<Result<{ id: string }, AppError>> {
  const signal = context.signalOf(jobId);
  const invoices = request.invoices ?? 1000;
  const size: DemoSize = { seed: request.seed ?? 7, invoices, customers: customersFor(invoices), asOf: context.clock.today() };
  const history = drawHistory(size);
  const created = await context.create(demoCompany);
  if (!created.ok) return created;
  const making: Making = { ...context, frontDoor: created.value.frontDoor };
  const total = 26;
  let sets = 0;
  for (const { files, monthsDone } of batchesOf(history, size)) {
    if (signal.aborted) return err(appError('cancelled'));
    context.events.emit({ type: 'jobProgress', jobId, done: Math.min(total - 1, monthsDone - 1), total, label: 'demo' });
    const taken = await takeIn(making, `${jobId}-${(sets += 1)}`, files);
    if (!taken.ok) return taken;
  }
  context.events.emit({ type: 'jobProgress', jobId, done: total - 1, total, label: 'demo' });
  await addPeople(making, history, size.asOf);
  context.events.emit({ type: 'ledgerChanged', areas: ['documents', 'bank', 'customers', 'allocations'] });
  return ok({ id: created.value.id });
}

export const demoMethods: Handlers<DemoContext, 'administrations.createDemo'> = {
  'administrations.createDemo': (context, { jobId, ...request }) => createDemo(context, request, jobId),
};

/** Sixty customers up to some thousands of invoices; more with the size of the ledger. */
export const customersFor = (invoices: number): number => Math.min(20_000, Math.max(60, Math.round(invoices / 50)));
