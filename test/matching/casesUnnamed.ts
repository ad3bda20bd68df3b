/** Receipts that name no invoice, that name something else of ours, or that are not for one customer at all. */
import { addDays } from '../../src-shared/dates.ts';
import type { PaymentPlanId } from '../../src-shared/ids.ts';
import { type Cents, cents, zeroCents } from '../../src-shared/money.ts';
import { type Case, inFull, inPart, paid, type Stage } from './cases.ts';
import type { Truth } from './label.ts';
import { type Doc, invoiceToPay, isKnownAlone, type Known, newDoc, openInvoices, openOf, waysToReach } from './scene.ts';

const sum = (docs: readonly Doc[]): Cents => cents(docs.reduce((total, doc) => total + doc.open, 0));
const isKnown = ({ scene, party }: Stage): boolean => isKnownAlone(scene, party, party.iban);
const fresh = ({ scene, party, day }: Stage, over: Partial<Doc['item']>): Doc => newDoc(scene, party, { issued: addDays(day, -scene.random.between(5, 25)), ...over });
const known = <What>({ day }: Stage, what: What): Known<What> => ({ what, from: day, until: addDays(day, 400) });
const vague = ['', '', 'Betaling', 'facturen', 'zie specificatie', 'paiement', 'betaling openstaand', 'overboeking', 'okt 2026'];
const oldestFirst = (docs: readonly Doc[]): Doc[] => [...docs].sort((a, b) => ((a.item.dueDate ?? a.issued) < (b.item.dueDate ?? b.issued) ? -1 : 1));

/** Oldest due first, as far as the money reaches. */
function oldestParts(docs: readonly Doc[], amount: number): Truth {
  let left = amount;
  const parts = oldestFirst(docs).flatMap((doc) => {
    const take = Math.min(left, doc.open);
    left -= take;
    return take > 0 ? [{ documentId: doc.item.documentId, cents: cents(take) }] : [];
  });
  return { parts, differences: [], restCents: cents(left) };
}

const silent: readonly Case[] = [
  { name: 'nothing named, one invoice', weight: 90, build: (stage) => {
    const doc = invoiceToPay(stage.scene, stage.party, stage.day);
    const isOnly = waysToReach(openOf(stage.party, stage.day), doc.open) === 1;
    const equals = openInvoices(stage.party, stage.day).filter((other) => other.open === doc.open);
    const meant = oldestFirst(equals)[0] ?? doc;
    return { ...paid(stage, doc.open, { plain: stage.scene.random.pick(vague) }), expectation: isOnly && isKnown(stage) ? 'certain' : 'ask', truth: inFull([isOnly ? doc : meant], 0) };
  } },
  { name: 'nothing named, two equal invoices', weight: 10, build: (stage) => {
    const first = fresh(stage, {});
    const second = newDoc(stage.scene, stage.party, { issued: addDays(stage.day, -2), totalCents: first.open });
    const meant = oldestFirst(openInvoices(stage.party, stage.day).filter((doc) => doc.open === first.open))[0] ?? second;
    return { ...paid(stage, first.open, { plain: stage.scene.random.pick(vague) }), expectation: 'never', truth: inFull([meant], 0) };
  } },
  { name: 'everything open, nothing named', weight: 18, build: (stage) => {
    const docs = openOf(stage.party, stage.day);
    while (docs.length < 2) docs.push(fresh(stage, {}));
    if (sum(docs) <= 0 || docs.some((doc) => doc.item.disputedCents > 0)) return null;
    const isOnly = docs.length <= 14 && waysToReach(docs, sum(docs)) === 1;
    return { ...paid(stage, sum(docs), { plain: stage.scene.random.pick(vague) }), expectation: isOnly && isKnown(stage) ? 'certain' : 'ask', truth: inFull(docs, 0) };
  } },
  { name: 'some of what is open, nothing named', weight: 10, build: (stage) => {
    while (openInvoices(stage.party, stage.day).length < 3) fresh(stage, {});
    const docs = oldestFirst(openInvoices(stage.party, stage.day)).slice(0, 2);
    const open = openOf(stage.party, stage.day);
    if (open.length > 14 || waysToReach(open, sum(docs)) !== 1) return null;
    return { ...paid(stage, sum(docs), { plain: stage.scene.random.pick(vague) }), expectation: isKnown(stage) ? 'certain' : 'ask', truth: inFull(docs, 0) };
  } },
  { name: 'part, nothing named', weight: 8, build: (stage) => {
    const docs = openInvoices(stage.party, stage.day);
    if (docs.length === 0) docs.push(fresh(stage, {}));
    const part = Math.round((oldestFirst(docs)[0]?.open ?? 0) * 0.5);
    if (part < 1 || waysToReach(openOf(stage.party, stage.day), part) > 0) return null;
    return { ...paid(stage, part, { plain: stage.scene.random.pick(vague) }), expectation: 'ask', truth: oldestParts(docs, part) };
  } },
  { name: 'customer number, one invoice', weight: 8, build: (stage) => {
    const doc = invoiceToPay(stage.scene, stage.party, stage.day);
    if (waysToReach(openOf(stage.party, stage.day), doc.open) !== 1) return null;
    const plain = `${stage.scene.random.pick(['klantnummer ', 'klant ', 'client ', 'debiteur '])}${stage.party.customer.number ?? ''}`;
    return { ...paid(stage, doc.open, { plain }), expectation: 'certain', truth: inFull([doc], 0) };
  } },
  { name: 'group company pays, nothing named', weight: 25, build: (stage) => {
    const sibling = stage.party.group.find((other) => other !== stage.party && other.iban !== stage.party.iban && other.day < stage.day);
    if (sibling === undefined) return null;
    const doc = fresh(stage, {});
    if (openOf(sibling, stage.day).some((other) => other.open === doc.open) || waysToReach(openOf(stage.party, stage.day), doc.open) !== 1) return null;
    sibling.day = stage.day;
    return { ...paid(stage, doc.open, {}), name: sibling.customer.name, iban: sibling.iban, expectation: 'ask', truth: inFull([doc], 0) };
  } },
  { name: 'instalment of a plan', weight: 10, build: (stage) => {
    const each = cents(stage.scene.random.between(2_000, 60_000));
    const planId = (stage.scene.docs.length + 1) as PaymentPlanId;
    const instalments = [0, 30, 60].map((days) => ({ planId, dueDate: addDays(stage.day, days + stage.scene.random.between(-4, 6)), cents: each }));
    const doc = fresh(stage, { totalCents: cents(each * 3), instalments });
    if (waysToReach(openOf(stage.party, stage.day), each) > 0) return null;
    return { ...paid(stage, each, { plain: stage.scene.random.pick(['', 'termijn 1', 'betalingsregeling', 'afbetaling']) }), expectation: isKnown(stage) ? 'certain' : 'ask', truth: inPart(doc, each, 0) };
  } },
  { name: 'what was promised', weight: 5, build: (stage) => {
    const docs = openInvoices(stage.party, stage.day);
    while (docs.length < 2) docs.push(fresh(stage, {}));
    if (stage.scene.promises.some((promise) => promise.what.customerId === stage.party.customer.customerId)) return null;
    const amount = cents(Math.max(1_000, Math.floor(sum(docs) / 2_000) * 1_000));
    const open = openOf(stage.party, stage.day);
    if (amount >= sum(docs) || open.length > 14 || waysToReach(open, amount) > 0) return null;
    stage.scene.promises.push({ ...known(stage, { customerId: stage.party.customer.customerId, dueOn: addDays(stage.day, stage.scene.random.between(-2, 3)), cents: amount }), until: stage.day });
    return { ...paid(stage, amount, { plain: stage.scene.random.pick(['', 'zoals afgesproken', 'betaling']) }), expectation: 'ask', truth: oldestParts(docs, amount) };
  } },
];

const ourOwn: readonly Case[] = [
  { name: 'letter of ours named', weight: 12, build: (stage) => {
    const docs = openOf(stage.party, stage.day).filter((doc) => doc.item.instalments.length === 0);
    while (docs.length < 2) docs.push(fresh(stage, {}));
    if (sum(docs) <= 0) return null;
    const reference = `H-2026-${String(1_000 + stage.scene.letters.length)}`;
    stage.scene.letters.push(known(stage, { reference, documents: docs.map((doc) => ({ documentId: doc.item.documentId, askedCents: doc.open })), instalments: [] }));
    const plain = `Klant ${stage.party.customer.number ?? ''}, brief ${reference}`;
    return { ...paid({ ...stage, level: 0 }, sum(docs), { plain }), expectation: 'certain', truth: inFull(docs, 0) };
  } },
  { name: 'invoice with its interest and costs', weight: 8, build: (stage) => {
    const doc = fresh(stage, { totalCents: cents(stage.scene.random.between(20_000, 300_000)) });
    const claims = [fresh(stage, { kind: 'claim', claimKind: 'interest', totalCents: cents(stage.scene.random.between(150, 4_000)) }), fresh(stage, { kind: 'claim', claimKind: 'costs', totalCents: cents(stage.scene.random.between(4_000, 9_000)) })];
    return { ...paid(stage, sum([doc, ...claims]), { numbers: [doc.item.number] }), expectation: stage.level < 3 && isKnown(stage) ? 'certain' : 'ask', truth: inFull([doc, ...claims], 0) };
  } },
  { name: 'part of invoice, interest and costs, letter named', weight: 3, build: (stage) => {
    const doc = fresh(stage, { totalCents: cents(stage.scene.random.between(20_000, 300_000)) });
    const interest = fresh(stage, { kind: 'claim', claimKind: 'interest', totalCents: cents(stage.scene.random.between(150, 4_000)) });
    const costs = fresh(stage, { kind: 'claim', claimKind: 'costs', totalCents: cents(stage.scene.random.between(4_000, 9_000)) });
    const reference = `H-2026-${String(1_000 + stage.scene.letters.length)}`;
    stage.scene.letters.push(known(stage, { reference, documents: [doc, interest, costs].map((one) => ({ documentId: one.item.documentId, askedCents: one.open })), instalments: [] }));
    const orders = { 'costs-interest-principal': [costs, interest, doc], 'interest-principal-costs': [interest, doc, costs], 'principal-interest-costs': [doc, interest, costs] };
    let left = Math.round(sum([doc, interest, costs]) * 0.4);
    const amount = left;
    const parts = orders[stage.party.customer.allocationOrder].flatMap((one) => {
      const take = Math.min(left, one.open);
      left -= take;
      return take > 0 ? [{ documentId: one.item.documentId, cents: cents(take) }] : [];
    });
    return { ...paid({ ...stage, level: 0 }, amount, { plain: `brief ${reference}` }), expectation: 'ask', truth: { parts, differences: [], restCents: zeroCents } };
  } },
  { name: 'our own direct debit', weight: 25, build: (stage) => {
    stage.scene.debits += 1;
    const id = `DD-2026-${String(stage.scene.debits).padStart(6, '0')}`;
    const doc = fresh(stage, { directDebitIds: [id] });
    return { ...paid(stage, doc.open, { plain: stage.scene.random.pick(['', 'incasso', doc.item.number]) }), endToEndId: id, expectation: 'certain', truth: inFull([doc], 0) };
  } },
  { name: 'other currency, named', weight: 4, build: (stage) => {
    const doc = fresh(stage, { currency: 'USD' });
    return { ...paid({ ...stage, level: stage.level === 3 ? 1 : stage.level }, doc.open, { numbers: [doc.item.number] }), currency: 'USD', expectation: 'certain', truth: inFull([doc], 0) };
  } },
  { name: 'refund to the customer', weight: 4, build: (stage) => {
    const credit = fresh(stage, { kind: 'creditNote', totalCents: cents(-stage.scene.random.between(1_000, 90_000)) });
    return { ...paid({ ...stage, level: 0 }, credit.open, { plain: `terugbetaling ${credit.item.number}` }), expectation: 'ask', truth: inFull([credit], 0) };
  } },
];

const unrelated = ['Belastingdienst voorlopige aanslag 2026', 'Rente spaarrekening', 'Creditrente 01-10-2026 t/m 31-10-2026', 'Terugbetaling borg', 'Subsidie aanvraag 2026-0815', 'Uitkering schade dossier 48213', 'Retour abonnement 88120', 'Prive storting', 'huur november 2026', 'Restitutie polis 1044'];
const strangers = ['BELASTINGDIENST', 'Verzekeraar De Baken NV', 'Gemeente Duinstad', 'Bank van het Noorden', 'T. Onbekend', 'Energie Zeester BV', 'Stichting Subsidies'];

const neverBooked: readonly Case[] = [
  { name: 'double payment of a paid invoice', weight: 7, build: (stage) => {
    const settled = stage.party.docs.filter((doc) => doc.open === 0 && doc.item.kind === 'invoice' && doc.item.currency === 'EUR');
    const doc = settled.at(-1);
    if (doc === undefined) return null;
    const level = stage.level === 3 ? 1 : stage.level;
    const writing = doc.item.paymentReference === null ? { numbers: [doc.item.number] } : { reference: doc.item.paymentReference };
    return { ...paid({ ...stage, level }, doc.item.totalCents, writing), expectation: 'never', truth: null };
  } },
  { name: 'names one invoice, pays the amount of another', weight: 3, build: (stage) => {
    const [one, other] = [fresh(stage, {}), fresh(stage, {})];
    if (one.open === other.open) return null;
    return { ...paid({ ...stage, level: Math.min(1, stage.level) as 0 | 1 }, other.open, { numbers: [one.item.number] }), expectation: 'never', truth: null };
  } },
  { name: 'euro for an invoice in dollars', weight: 3, build: (stage) => {
    const doc = fresh(stage, { currency: 'USD' });
    return { ...paid(stage, Math.round(doc.open * 0.9), { numbers: [doc.item.number] }), expectation: 'never', truth: null };
  } },
  { name: 'settlement of a payment service', weight: 9, build: (stage) => {
    const { random } = stage.scene;
    const orders = Array.from({ length: random.between(2, 40) }, () => random.between(1_500, 30_000));
    const fees = orders.length * 29;
    const [mollie, stripe, adyen] = stage.scene.psp;
    const [service, text] = random.pick([
      [mollie, `Uitbetaling Mollie ref ${random.between(1_000_000, 9_999_999)}.2610.0${random.between(1, 9)}`] as const,
      [stripe, `STRIPE PAYOUT po_${random.between(100_000, 999_999)}`] as const,
      [adyen, `TX${random.between(1_000_000, 9_999_999)}XT batch ${random.between(1, 400)}, merchant settlement`] as const,
    ]);
    const isLikeAnInvoice = random.chance(0.15) ? openInvoices(stage.party, stage.day)[0]?.open : undefined;
    const amount = isLikeAnInvoice ?? orders.reduce((total, order) => total + order, 0) - fees;
    return { ...paid(stage, amount, { plain: text }), name: service?.name ?? null, iban: service?.iban ?? null, text, expectation: 'never', truth: null };
  } },
  { name: 'not from a customer', weight: 28, build: (stage) => {
    const { random } = stage.scene;
    const open = openInvoices(random.pick(stage.scene.parties), stage.day)[0];
    const amount = random.chance(0.25) && open !== undefined ? open.open : random.between(500, 400_000);
    return { ...paid(stage, amount, {}), name: random.pick(strangers), iban: `NL34BNKX${String(random.between(1, 9)).padStart(10, '0')}`, text: random.pick(unrelated), expectation: 'never', truth: null };
  } },
  { name: 'customer sends money for something else', weight: 4, build: (stage) => {
    const amount = stage.scene.random.between(500, 90_000);
    if (waysToReach(openOf(stage.party, stage.day), amount) > 0) return null;
    return { ...paid(stage, amount, { plain: stage.scene.random.pick(['donatie', 'voorschot project', 'borgsom', 'vooruitbetaling']) }), expectation: 'never', truth: null };
  } },
];

export const unnamedCases: readonly Case[] = [...silent, ...ourOwn, ...neverBooked];
