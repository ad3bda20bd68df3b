/**
 * What comes in on an account, case by case, with the weight it has in practice (about per thousand receipts; cases of groups weigh more
 * because only one customer in nine has one).
 */
import { addDays, type PlainDateText } from '../../src-shared/dates.ts';
import { type Cents, cents, zeroCents } from '../../src-shared/money.ts';
import type { Built, Expectation, Truth } from './label.ts';
import { type Doc, invoiceToPay, isKnownAlone, newDoc, openInvoices, openOf, type Party, type Scene, waysToReach } from './scene.ts';
import { extraText, type NoiseLevel, numbersText, writtenName, writtenReference } from './writing.ts';

export type Stage = { readonly scene: Scene; readonly party: Party; readonly day: PlainDateText; readonly level: NoiseLevel };
export type Case = { readonly name: string; readonly weight: number; readonly build: (stage: Stage) => Built | null };

const sum = (docs: readonly Doc[]): Cents => cents(docs.reduce((total, doc) => total + doc.open, 0));
export const inFull = (docs: readonly Doc[], rest: number): Truth => ({ parts: docs.map((doc) => ({ documentId: doc.item.documentId, cents: doc.open })), differences: [], restCents: cents(rest) });
export const inPart = (doc: Doc, part: number, difference: number): Truth => ({
  parts: [{ documentId: doc.item.documentId, cents: cents(part) }],
  differences: difference === 0 ? [] : [{ documentId: doc.item.documentId, cents: cents(difference) }],
  restCents: zeroCents,
});

type Writing = { readonly numbers?: readonly string[]; readonly reference?: string | null; readonly plain?: string };
/** The receipt as the payer of the stage writes it. */
export function paid({ scene, party, level }: Stage, amount: number, writing: Writing): Omit<Built, 'expectation' | 'truth'> {
  const { random } = scene;
  const written = writing.reference === undefined || writing.reference === null ? null : writtenReference(random, level, writing.reference);
  const text = written?.text ?? (writing.numbers === undefined ? '' : numbersText(random, level, writing.numbers));
  const extra = written?.structuredRef === null || written === null ? extraText(random, level, party.customer.number ?? '') : '';
  const aliases = party.customer.aliases;
  const name = writtenName(random, level, aliases.length > 0 && random.chance(0.5) ? random.pick(aliases) : party.customer.name);
  return {
    amount: cents(amount), text: `${writing.plain ?? ''}${text}${extra}`.trim().slice(0, 420), structuredRef: written?.structuredRef ?? null,
    endToEndId: random.chance(0.3) ? 'NOTPROVIDED' : null, name: random.chance(0.97) ? name : null, iban: party.iban, currency: 'EUR',
  };
}

const isKnown = ({ scene, party }: Stage): boolean => isKnownAlone(scene, party, party.iban);
/** Named and known is certain; a mistyped number needs the known account and an amount that only one thing has. */
function expected(stage: Stage, docs: readonly Doc[], wants: 'anyone' | 'known'): Expectation {
  if (stage.level < 3) return wants === 'anyone' || isKnown(stage) ? 'certain' : 'ask';
  return isKnown(stage) && docs.length === 1 && waysToReach(openOf(stage.party, stage.day), sum(docs)) === 1 ? 'certain' : 'ask';
}
const referenceOrNumber = (doc: Doc): Writing => (doc.item.paymentReference === null ? { numbers: [doc.item.number] } : { reference: doc.item.paymentReference });
const fresh = ({ scene, party, day }: Stage, over: Partial<Doc['item']>): Doc => newDoc(scene, party, { issued: addDays(day, -scene.random.between(5, 25)), ...over });

function several(stage: Stage, count: number): Doc[] {
  const open = openInvoices(stage.party, stage.day);
  while (open.length < count) open.push(fresh(stage, {}));
  return stage.scene.random.shuffled(open).slice(0, count);
}

const named: readonly Case[] = [
  { name: 'payment reference, exact', weight: 270, build: (stage) => {
    const doc = invoiceToPay(stage.scene, stage.party, stage.day);
    const expectation = doc.item.paymentReference === null ? expected(stage, [doc], 'anyone') : expected(stage, [doc], 'anyone');
    return { ...paid(stage, doc.open, referenceOrNumber(doc)), expectation, truth: inFull([doc], 0) };
  } },
  { name: 'invoice number, exact', weight: 250, build: (stage) => {
    const doc = invoiceToPay(stage.scene, stage.party, stage.day);
    return { ...paid(stage, doc.open, { numbers: [doc.item.number] }), expectation: expected(stage, [doc], 'anyone'), truth: inFull([doc], 0) };
  } },
  { name: 'invoice number, paid by a director', weight: 15, build: (stage) => {
    const doc = invoiceToPay(stage.scene, stage.party, stage.day);
    const built = paid(stage, doc.open, { numbers: [doc.item.number] });
    return { ...built, name: stage.party.person, iban: `NL12BNKP${String(stage.party.customer.customerId).padStart(10, '0')}`, expectation: stage.level < 3 ? 'certain' : 'ask', truth: inFull([doc], 0) };
  } },
  { name: 'several invoices, all named', weight: 50, build: (stage) => {
    const docs = several(stage, stage.scene.random.between(2, 5));
    return { ...paid(stage, sum(docs), { numbers: docs.map((doc) => doc.item.number) }), expectation: stage.level < 3 ? 'certain' : 'ask', truth: inFull(docs, 0) };
  } },
  { name: 'one receipt for thirty invoices', weight: 3, build: (stage) => {
    const docs = several(stage, stage.scene.random.between(22, 32));
    return { ...paid({ ...stage, level: stage.level === 3 ? 1 : stage.level }, sum(docs), { numbers: docs.map((doc) => doc.item.number) }), expectation: 'certain', truth: inFull(docs, 0) };
  } },
  { name: 'invoice and credit note named', weight: 10, build: (stage) => {
    const doc = fresh(stage, { totalCents: cents(stage.scene.random.between(30_000, 300_000)) });
    const credit = fresh(stage, { kind: 'creditNote', totalCents: cents(-stage.scene.random.between(1_000, 29_000)) });
    const numbers = [doc.item.number, credit.item.number];
    return { ...paid(stage, sum([doc, credit]), { numbers }), expectation: stage.level < 3 ? 'certain' : 'ask', truth: inFull([doc, credit], 0) };
  } },
  { name: 'net of a credit note that is not named', weight: 7, build: (stage) => {
    const doc = fresh(stage, { totalCents: cents(stage.scene.random.between(30_000, 300_000)) });
    const credit = fresh(stage, { kind: 'creditNote', totalCents: cents(-stage.scene.random.between(1_000, 29_000)) });
    return { ...paid(stage, sum([doc, credit]), { numbers: [doc.item.number] }), expectation: isKnown(stage) && stage.level < 3 ? 'certain' : 'ask', truth: inFull([doc, credit], 0) };
  } },
  { name: 'order number, exact', weight: 8, build: (stage) => {
    const doc = fresh(stage, { poNumber: `PO${stage.scene.random.between(100_000, 999_999)}` });
    return { ...paid(stage, doc.open, { numbers: [doc.item.poNumber ?? ''] }), expectation: expected(stage, [doc], 'anyone'), truth: inFull([doc], 0) };
  } },
  { name: 'number at the end of a longer one', weight: 8, build: (stage) => {
    const doc = invoiceToPay(stage.scene, stage.party, stage.day);
    const digits = doc.item.number.replace(/\D/g, '');
    const plain = `${stage.scene.random.pick(['kenmerk ', '', 'ref '])}${stage.party.customer.number ?? ''}${stage.scene.random.pick(['', '00'])}${digits}`;
    return { ...paid(stage, doc.open, { plain }), expectation: isKnown(stage) && stage.level < 3 ? 'certain' : 'ask', truth: inFull([doc], 0) };
  } },
  { name: 'group company pays, number named', weight: 60, build: (stage) => {
    const sibling = stage.party.group.find((other) => other !== stage.party && other.day < stage.day);
    if (sibling === undefined) return null;
    const doc = invoiceToPay(stage.scene, stage.party, stage.day);
    sibling.day = stage.day;
    const built = paid(stage, doc.open, { numbers: [doc.item.number] });
    return { ...built, name: sibling.customer.name, iban: sibling.iban, expectation: stage.level < 3 ? 'certain' : 'ask', truth: inFull([doc], 0) };
  } },
  { name: 'group company pays for two of the group', weight: 20, build: (stage) => {
    const sibling = stage.party.group.find((other) => other !== stage.party && other.day < stage.day);
    if (sibling === undefined) return null;
    const docs = [invoiceToPay(stage.scene, stage.party, stage.day), fresh({ ...stage, party: sibling }, {})];
    sibling.day = stage.day;
    return { ...paid(stage, sum(docs), { numbers: docs.map((doc) => doc.item.number) }), expectation: stage.level < 3 ? 'certain' : 'ask', truth: inFull(docs, 0) };
  } },
  { name: 'factor pays for several customers', weight: 4, build: (stage) => {
    const others = Array.from({ length: stage.scene.random.between(2, 7) }, () => stage.scene.random.pick(stage.scene.parties)).filter((one) => one !== stage.party && one.day < stage.day);
    const docs = [stage.party, ...new Set(others)].map((party) => fresh({ ...stage, party }, {}));
    for (const party of others) party.day = stage.day;
    const built = paid(stage, sum(docs), { numbers: docs.map((doc) => doc.item.number) });
    return { ...built, ...stage.scene.factor, expectation: 'ask', truth: inFull(docs, 0) };
  } },
  { name: 'payment service passes one order on', weight: 4, build: (stage) => {
    const doc = invoiceToPay(stage.scene, stage.party, stage.day);
    return { ...paid(stage, doc.open, { numbers: [doc.item.number] }), ...stage.scene.random.pick(stage.scene.psp), expectation: stage.level < 3 ? 'certain' : 'ask', truth: inFull([doc], 0) };
  } },
];

const unequal: readonly Case[] = [
  { name: 'part, with reference', weight: 15, build: (stage) => {
    const doc = fresh(stage, {});
    const part = Math.max(1, Math.round((doc.open * stage.scene.random.between(20, 80)) / 100));
    return { ...paid(stage, part, referenceOrNumber(doc)), expectation: stage.level < 3 && (doc.item.paymentReference !== null || isKnown(stage)) ? 'certain' : 'ask', truth: inPart(doc, part, 0) };
  } },
  { name: 'part, with number', weight: 12, build: (stage) => {
    const doc = fresh(stage, {});
    const part = Math.max(1, Math.round((doc.open * stage.scene.random.between(20, 80)) / 100));
    return { ...paid(stage, part, { numbers: [doc.item.number] }), expectation: stage.level < 3 && isKnown(stage) ? 'certain' : 'ask', truth: inPart(doc, part, 0) };
  } },
  { name: 'rest of an invoice paid in two', weight: 10, build: (stage) => {
    const doc = fresh(stage, {});
    const rest = Math.max(1, Math.round((doc.open * stage.scene.random.between(20, 80)) / 100));
    doc.open = cents(rest);
    doc.openAtFirst = doc.open;
    return { ...paid(stage, rest, referenceOrNumber(doc)), expectation: expected(stage, [doc], 'anyone'), truth: inFull([doc], 0) };
  } },
  { name: 'over-payment, named', weight: 10, build: (stage) => {
    const doc = fresh(stage, {});
    const more = stage.scene.random.pick([doc.open, 1_000, 2_500, 100, Math.round(doc.open * 0.21)]);
    return { ...paid(stage, doc.open + more, referenceOrNumber(doc)), expectation: stage.level < 3 && isKnown(stage) ? 'certain' : 'ask', truth: inFull([doc], more) };
  } },
  { name: 'two digits of the amount swapped', weight: 3, build: (stage) => {
    const doc = fresh(stage, { totalCents: cents(stage.scene.random.between(10, 99) * 10_000 + stage.scene.random.between(1_000, 9_900)) });
    const text = String(doc.open);
    const amount = Number(`${text[1] ?? ''}${text[0] ?? ''}${text.slice(2)}`);
    if (amount === 0 || amount === doc.open) return null;
    return { ...paid(stage, amount, referenceOrNumber(doc)), expectation: 'ask', truth: amount < doc.open ? inPart(doc, amount, 0) : inFull([doc], amount - doc.open) };
  } },
  { name: 'undisputed rest, named', weight: 8, build: (stage) => {
    const disputed = cents(stage.scene.random.between(2_000, 20_000));
    const doc = fresh(stage, { totalCents: cents(disputed * 3 + stage.scene.random.between(1, 9_999)), disputedCents: disputed });
    return { ...paid(stage, doc.open - disputed, { numbers: [doc.item.number] }), expectation: stage.level < 3 && isKnown(stage) ? 'certain' : 'ask', truth: inPart(doc, doc.open - disputed, 0) };
  } },
  { name: 'undisputed rest, nothing named', weight: 4, build: (stage) => {
    const disputed = cents(stage.scene.random.between(2_000, 20_000));
    const doc = fresh(stage, { totalCents: cents(disputed * 3 + stage.scene.random.between(1, 9_999)), disputedCents: disputed });
    return { ...paid(stage, doc.open - disputed, {}), expectation: 'ask', truth: inPart(doc, doc.open - disputed, 0) };
  } },
  { name: 'discount taken in time, named', weight: 15, build: (stage) => {
    const untilDate = addDays(stage.day, stage.scene.random.between(0, 6));
    const basisPoints = stage.scene.random.pick([100, 200, 300]);
    const doc = fresh(stage, { totalCents: cents(stage.scene.random.between(20_000, 400_000)), discount: { untilDate, basisPoints } });
    const discount = Math.round((doc.open * basisPoints) / 10_000);
    return { ...paid(stage, doc.open - discount, referenceOrNumber(doc)), expectation: stage.level < 3 ? 'certain' : 'ask', truth: inPart(doc, doc.open - discount, discount) };
  } },
  { name: 'discount taken in time, nothing named', weight: 6, build: (stage) => {
    const doc = fresh(stage, { totalCents: cents(stage.scene.random.between(20_000, 400_000)), discount: { untilDate: addDays(stage.day, 2), basisPoints: 200 } });
    const discount = Math.round((doc.open * 200) / 10_000);
    return { ...paid(stage, doc.open - discount, {}), expectation: 'ask', truth: inPart(doc, doc.open - discount, discount) };
  } },
  { name: 'discount taken too late', weight: 5, build: (stage) => {
    const doc = fresh(stage, { totalCents: cents(stage.scene.random.between(20_000, 400_000)), discount: { untilDate: addDays(stage.day, -3), basisPoints: 200 } });
    const amount = doc.open - Math.round((doc.open * 200) / 10_000);
    return { ...paid(stage, amount, { numbers: [doc.item.number] }), expectation: 'ask', truth: inPart(doc, amount, 0) };
  } },
  { name: 'costs of a foreign bank taken off', weight: 6, build: (stage) => {
    const doc = fresh(stage, { totalCents: cents(stage.scene.random.between(40_000, 900_000)) });
    const costs = stage.scene.random.between(500, 1_400);
    const iban = `TR33${String(stage.party.customer.customerId).padStart(22, '7')}`;
    return { ...paid(stage, doc.open - costs, { numbers: [doc.item.number] }), iban, expectation: stage.level < 3 ? 'certain' : 'ask', truth: inPart(doc, doc.open - costs, costs) };
  } },
  { name: 'a few cents short', weight: 8, build: (stage) => {
    const doc = fresh(stage, { totalCents: cents(stage.scene.random.between(2_000, 400_000)) });
    const short = stage.scene.random.between(1, 5);
    return { ...paid(stage, doc.open - short, referenceOrNumber(doc)), expectation: stage.level < 3 ? 'certain' : 'ask', truth: inPart(doc, doc.open - short, short) };
  } },
];

export const namedCases: readonly Case[] = [...named, ...unequal];
