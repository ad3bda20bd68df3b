import type { Handlers, OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { type DebitLine, type DebitReading, readDebit } from '../../domain/matching/debitOrder.ts';
import { formatIban, normalizeAccount } from '../../domain/references/iban.ts';
import type { ReadXmlTree } from '../../domain/xmlTree.ts';
import type { Ledger } from '../../ledger/connection.ts';
import { isOrderKnown, isOwnAccount, keepDirectDebits, keptOrders, withdrawDirectDebits } from '../../ledger/cash/directDebits.ts';
import { readProfile } from '../../ledger/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { StagedFiles } from '../../ports/stagedFiles.ts';
import { knownNow } from './knownNow.ts';
import { mostDebits, parseDebitOrder } from './parseDebitOrder.ts';

export type DebitOrderContext = { readonly readXmlTree: ReadXmlTree; readonly ledger: Ledger; readonly clock: Clock; readonly events: Events; readonly stagedFiles: Pick<StagedFiles, 'find' | 'read' | 'remove'> };
type Methods = 'bank.readDebitOrder' | 'bank.keepDebitOrder' | 'bank.debitOrders' | 'bank.withdrawDebitOrder';
type Read = { readonly message: string; readonly account: string; readonly lines: readonly (DebitLine & { readonly reading: DebitReading })[] };

const numbersShown = 50;
/** An order of {@link mostDebits} debits is far smaller. */
const mostBytes = 20_000_000;

async function textOf({ stagedFiles }: DebitOrderContext, stagedId: string): Promise<Result<string, AppError>> {
  const staged = stagedFiles.find(stagedId);
  if (staged === null) return err(appError('not-found', { what: 'file', id: stagedId }));
  if (staged.size > mostBytes) return err(appError('debit-order-too-large', { most: mostDebits }));
  const bytes = await stagedFiles.read(stagedId);
  return bytes === null ? err(appError('not-found', { what: 'file', id: stagedId })) : ok(new TextDecoder('utf-8').decode(bytes));
}

/** The order against the documents there are. Only what our own company collects says anything about our invoices. */
function read({ ledger, clock, readXmlTree }: DebitOrderContext, text: string): Result<Read, AppError> {
  const db = ledger.read;
  const today = clock.today();
  const order = parseDebitOrder(text, readXmlTree);
  if (!order.ok) return order;
  const { message, accounts, lines } = order.value;
  const also = readProfile(db).ibans.map(normalizeAccount);
  const foreign = accounts.find((account) => !isOwnAccount(db, account, also));
  if (foreign !== undefined) return err(appError('debit-order-not-ours', { iban: formatIban(foreign) }));
  const account = accounts[0] ?? '';
  if (isOrderKnown(db, message, account)) return err(appError('debit-order-known', { message }));
  const { index } = knownNow(db, today);
  return ok({ message, account, lines: lines.map((line) => ({ ...line, reading: readDebit(line, index, today) })) });
}

const view = ({ message, account, lines }: Read): OutputOf<'bank.readDebitOrder'> => ({
  message,
  account: formatIban(account),
  lines: lines.map(({ endToEndId, debtorName, cents, currency, collectOn, reading }) => ({
    endToEndId,
    debtorName,
    cents,
    currency,
    collectOn,
    numbers: reading.items.slice(0, numbersShown).map((item) => item.number.slice(0, 500)),
    state: reading.state,
  })),
  kept: lines.filter((line) => line.reading.items.length > 0).length,
});

/** Orders for direct debits: read beside the statements, kept as evidence, withdrawn when they were not sent after all. */
export const debitOrderMethods: Handlers<DebitOrderContext, Methods> = {
  'bank.readDebitOrder': async (context, { stagedId }) => {
    const text = await textOf(context, stagedId);
    const order = text.ok ? read(context, text.value) : text;
    return order.ok ? ok(view(order.value)) : order;
  },
  'bank.keepDebitOrder': async (context, { stagedId }) => {
    const { ledger, clock, events, stagedFiles } = context;
    const fileName = stagedFiles.find(stagedId)?.name.slice(0, 200) ?? '';
    const text = await textOf(context, stagedId);
    const order = text.ok ? read(context, text.value) : text;
    if (!order.ok) return order;
    const { message, account, lines } = order.value;
    const debits = lines.flatMap(({ reading, ...line }) => (reading.items.length === 0 ? [] : [{ ...line, documentIds: reading.items.map((item) => item.documentId) }]));
    if (debits.length === 0) return err(appError('debit-order-nothing'));
    const kept = ledger.write((db) => keepDirectDebits(db, { message, account, fileName, debits, at: clock.now() }));
    if (!kept.ok) return kept;
    await stagedFiles.remove(stagedId);
    events.emit({ type: 'ledgerChanged', areas: ['bank'] });
    return ok({ orderId: kept.value, kept: debits.length });
  },
  'bank.debitOrders': ({ ledger }) => ok({ orders: [...keptOrders(ledger.read)] }),
  'bank.withdrawDebitOrder': ({ ledger, clock, events }, { orderId }) => {
    const withdrawn = ledger.write((db) => withdrawDirectDebits(db, orderId, clock.now()));
    if (!withdrawn.ok) return withdrawn;
    events.emit({ type: 'ledgerChanged', areas: ['bank'] });
    return ok({ done: true as const });
  },
};
