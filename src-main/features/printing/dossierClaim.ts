/** The claim of a dossier: for the first page, as a calculation, as a table and as JSON. What no letter may ask today is asked by no dossier either. */
import { law as english } from '../../../src-shared/locales/en/law.ts';
import { law as french } from '../../../src-shared/locales/fr/law.ts';
import type { Language } from '../../../src-shared/locales/languages.ts';
import { lawSource } from '../../../src-shared/locales/lawSource.ts';
import { law as dutch } from '../../../src-shared/locales/nl/law.ts';
import { reasonText } from '../../../src-shared/locales/reasonText.ts';
import { type Cents, sumCents, zeroCents } from '../../../src-shared/money.ts';
import type { LawAmount, LawRule } from '../../domain/law/lawTypes.ts';
import { mayBeAsked } from '../../domain/law/mayBeAsked.ts';
import { dossierClaim, type DossierFacts } from '../../domain/printing/dossierSheet.ts';
import { workingSheet } from '../../domain/printing/workingSheet.ts';
import { customerFields } from '../../ledger/customers/customerRead.ts';
import { openDisputes } from '../../ledger/documents/disputes.ts';
import { originalOf } from '../../ledger/letters/dossierRead.ts';
import { type OpenItem, readOpenItems, readUnmatched } from '../../ledger/documents/openItems.ts';
import { proofsOf } from '../../ledger/letters/proofs.ts';
import { readProfile } from '../../ledger/settings.ts';
import { messageList } from './dossierMessages.ts';
import { csv, decimal, type DossierAsk, type DossierClaims, type DossierFile, type Papers, utf8 } from './dossierTypes.ts';

const laws: Readonly<Record<string, typeof dutch | typeof english | typeof french>> = { nl: dutch, fr: french, en: english, de: english };
const inWords = (language: string): Language => (language === 'de' ? 'en' : (language as Language));

/** The claim rows come over the contract as plain data; they were made from `LawAmount` by the law itself. Two sources are words, not articles. */
function asLawAmount(amount: DossierClaims['rows'][number]['interest'], language: string): LawAmount {
  const sources = laws[language]?.source;
  const told: Readonly<Record<string, string | undefined>> = { 'unofficial tables': sources?.unofficial, 'derived from the reference rate': sources?.derived };
  const made = amount as LawAmount;
  const named = (source: string): string => told[source] ?? lawSource(source, inWords(language));
  return { ...made, source: named(made.source), working: made.working.map((line) => ({ ...line, source: named(line.source) })) };
}

const ruleText = (language: string) => (rule: LawRule): string => (laws[language]?.rule as Readonly<Partial<Record<string, string>>> | undefined)?.[rule] ?? rule;

/** Everything open in euros on the day. */
export const openInEuro = ({ db, customerId, today }: Papers): readonly OpenItem[] => readOpenItems(db, { asOf: today, customerId }).filter((item) => item.currency === 'EUR');

const costsOf = ({ costs }: DossierClaims): Cents => (mayBeAsked(costs) ? costs.claimCents : zeroCents);

function creditorOf({ db }: Papers): DossierFacts['creditor'] {
  const profile = readProfile(db);
  const register = profile.registrationNumber === '' ? '' : `${profile.country === 'BE' ? 'KBO/BCE' : 'KvK'} ${profile.registrationNumber}`;
  const account = [profile.ibans[0] ?? '', profile.accountName].filter((part) => part !== '').join(', ');
  return {
    lines: [profile.name, profile.street, `${profile.postcode} ${profile.city}`.trim(), profile.country],
    registration: [register, profile.vatNumber].filter((part) => part !== '').join(', '),
    contact: [profile.signerName, profile.phone, profile.email],
    account,
  };
}

/** Why interest or costs of what has fallen due are not asked, each reason once. */
function obstaclesOf({ rows, costs, notes }: DossierClaims, language: string): readonly string[] {
  const reasons = [...rows.filter(({ open }) => open > 0).map(({ notBefore, missing }) => notBefore ?? missing), costs.notBefore, ...notes];
  return [...new Set(reasons.flatMap((reason) => (reason === null ? [] : [reasonText(reason, inWords(language))])))];
}

/** The facts of the first pages. */
export function factsOf(papers: Papers, { recipient, claims }: Pick<DossierAsk, 'recipient' | 'claims'>): DossierFacts {
  const { db, frame, buyer, customerId, today } = papers;
  const fields = customerFields(db, customerId)?.fields;
  const items = openInEuro(papers);
  const rows = new Map(claims.rows.map((row) => [row.documentId, row]));
  const asked = claims.rows.filter(mayBeAsked);
  const costs = costsOf(claims);
  const basis = [...asked.filter(({ claimCents }) => claimCents > 0).map(({ interest }) => interest), ...(costs > 0 ? [claims.costs] : [])];
  return {
    creditor: creditorOf(papers),
    debtor: { lines: buyer, registration: [fields?.registrationNumber ?? '', fields?.vatNumber ?? ''].filter((one) => one !== '').join(', '), contact: [fields?.email ?? '', fields?.phone ?? ''], number: fields?.number ?? '' },
    recipient,
    asOf: today,
    documents: items.map((item) => {
      const row = rows.get(item.documentId);
      return { number: item.number, issueDate: item.issueDate, dueDate: item.dueDate, defaultFrom: row?.defaultFrom ?? null, total: item.total, open: item.open, interest: row !== undefined && mayBeAsked(row) ? row.claimCents : zeroCents };
    }),
    costs,
    unassigned: sumCents(readUnmatched(db, today).flatMap((receipt) => (receipt.customerId === customerId && receipt.currency === 'EUR' ? [receipt.unmatched] : []))),
    perDay: sumCents(asked.map((row) => row.perDayCents)),
    basis: [...new Set(basis.map(({ rule, source }) => [ruleText(frame.language)(rule), source].filter((part) => part !== '').join(', ')))].join('; '),
    obstacles: obstaclesOf(claims, frame.language),
    disputes: openDisputes(db, customerId).map(({ number, openedOn, cents, reason }) => ({ number, since: openedOn, cents, reason })),
    messages: messageList(papers),
    hasDeliveryProof: proofsOf(db, customerId).some(({ kind }) => kind === 'delivery'),
    withoutOriginal: items.filter((item) => item.kind !== 'claim' && originalOf(db, item.documentId) === null).map(({ number }) => number),
  };
}

/** The same facts for the computer of whoever takes over: amounts in euros as decimal text, days as `YYYY-MM-DD`. */
function asJson(facts: DossierFacts): Uint8Array {
  const { principal, credits, interest, claimed } = dossierClaim(facts);
  const { creditor, debtor, recipient, asOf, documents, costs, perDay, unassigned, basis, disputes, messages } = facts;
  const amounts = { principal, credits, interest, costs, claimed, interestPerDay: perDay, receivedNotAssigned: unassigned };
  return utf8(
    `${JSON.stringify(
      {
        format: 'termijn-claim',
        version: 1,
        currency: 'EUR',
        asOf,
        recipient,
        creditor,
        debtor,
        amounts: Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, decimal(value)])),
        basis,
        documents: documents.map((one) => ({ ...one, total: decimal(one.total), open: decimal(one.open), interest: decimal(one.interest), isClaimed: one.dueDate !== null && one.dueDate < asOf })),
        disputes: disputes.map(({ cents, ...one }) => ({ ...one, amount: decimal(cents) })),
        messages: messages.map(({ cents, ...one }) => ({ ...one, amount: decimal(cents) })),
      },
      null,
      1,
    )}\n`,
  );
}

function asTable(facts: DossierFacts, papers: Papers, claims: DossierClaims): Uint8Array {
  const { yes } = papers.words;
  const due = new Set(dossierClaim(facts).due.map(({ number }) => number));
  const perDay = new Map(claims.rows.filter(mayBeAsked).map((row) => [row.number, row.perDayCents]));
  return csv([
    papers.words.heads.claim,
    ...facts.documents.map((one) => [one.number, one.issueDate, one.dueDate, one.defaultFrom, decimal(one.total), decimal(one.open), decimal(one.interest), decimal(perDay.get(one.number) ?? null), due.has(one.number) ? yes : '']),
  ]);
}

/** The claim as JSON and CSV, and its calculation line by line where there is any. */
export function claimFiles(papers: Papers, facts: DossierFacts, claims: DossierClaims): readonly DossierFile[] {
  const { frame, words, today } = papers;
  const worked = [
    ...claims.rows.filter(mayBeAsked).map((row) => ({ heading: row.number, amount: asLawAmount(row.interest, frame.language) })),
    ...(costsOf(claims) > 0 ? [{ heading: words.costs, amount: asLawAmount(claims.costs, frame.language) }] : []),
  ];
  const data = { on: today, relationship: 'Data', description: words.items.claim } as const;
  return [
    ...(worked.length === 0
      ? []
      : [{ name: `${words.files.calculation}.pdf`, on: today, relationship: 'Supplement' as const, description: words.items.calculation, content: workingSheet(frame, worked, { ruleText: ruleText(frame.language), remarks: [] }) }]),
    { ...data, name: `${words.files.claim}.csv`, content: asTable(facts, papers, claims) },
    { ...data, name: `${words.files.claim}.json`, content: asJson(facts) },
  ];
}
