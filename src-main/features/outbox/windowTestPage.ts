import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { addDays } from '../../../src-shared/dates.ts';
import { type AppError } from '../../../src-shared/errors.ts';
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import { cents } from '../../../src-shared/money.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import { workingDayOnOrAfter } from '../../domain/calendar/workCalendar.ts';
import { buildLetter } from '../../domain/letters/buildLetter.ts';
import type { LetterCustomer } from '../../domain/letters/letterFacts.ts';
import { readWorkCalendar } from '../../ledger/followUpPlan.ts';
import { readProfile } from '../../ledger/settings.ts';
import type { WindowTestLabels } from '../../ports/pdfWriter.ts';
import type { OutboxContext } from './methods.ts';

const labels: Readonly<Record<LetterLanguage, WindowTestLabels & { readonly file: string }>> = {
  nl: {
    title: 'Proefblad voor de vensterenvelop',
    instruction: ['Druk dit blad af op 100 %, zonder passend maken.', 'Vouw het op de streepjeslijnen en steek het in je envelop.', 'Het hele adres hoort binnen het groene kader te staan.'],
    alwaysVisible: 'altijd zichtbaar',
    mayBecomeVisible: 'kan zichtbaar worden',
    fold: 'vouw',
    file: 'proefblad-envelop.pdf',
  },
  en: {
    title: 'Test page for the window envelope',
    instruction: ['Print this page at 100 %, without fitting to the page.', 'Fold it along the dashed lines and put it into your envelope.', 'The whole address belongs inside the green frame.'],
    alwaysVisible: 'always visible',
    mayBecomeVisible: 'may become visible',
    fold: 'fold',
    file: 'envelope-test-page.pdf',
  },
  fr: {
    title: 'Page d’essai pour l’enveloppe à fenêtre',
    instruction: ['Imprimez cette page à 100 %, sans ajustement.', 'Pliez-la le long des pointillés et glissez-la dans votre enveloppe.', 'L’adresse entière doit se trouver dans le cadre vert.'],
    alwaysVisible: 'toujours visible',
    mayBecomeVisible: 'peut devenir visible',
    fold: 'pli',
    file: 'page-essai-enveloppe.pdf',
  },
  de: {
    title: 'Testseite für den Fensterumschlag',
    instruction: ['Drucken Sie diese Seite mit 100 %, ohne Anpassung.', 'Falten Sie sie an den gestrichelten Linien und stecken Sie sie in Ihren Umschlag.', 'Die ganze Anschrift gehört in den grünen Rahmen.'],
    alwaysVisible: 'immer sichtbar',
    mayBecomeVisible: 'kann sichtbar werden',
    fold: 'Falz',
    file: 'testseite-umschlag.pdf',
  },
};

/** The longest address that is usual, so that what fits here fits always. */
const sample = { name: 'Voorbeeld Handelsonderneming B.V.', attention: 'mevrouw A. de Boer, crediteurenadministratie', street: 'Burgemeester Voorbeeldlaan 1234', kind: 'business', number: '' } as const;
const sampleCustomer = (country: string, language: LetterLanguage): LetterCustomer =>
  country === 'BE' ? { ...sample, postcode: '1000', city: 'Brussel', country, language } : { ...sample, postcode: '1234 AB', city: 'Voorbeeldstad', country: 'NL', language };

/** A first reminder to an invented customer with the window and the folds drawn over it. `letter-sender-incomplete` while the company is not filled in. */
export async function windowTestPage({ ledger, clock, pdfWriter, madeFiles }: OutboxContext): Promise<Result<OutputOf<'settings.windowTestPage'>, AppError>> {
  const profile = readProfile(ledger.read);
  const today = clock.today();
  const calendar = readWorkCalendar(ledger.read);
  const amount = cents(121_000);
  const words = labels[profile.language];
  const letter = buildLetter({
    step: 'reminder-1',
    channel: 'letter',
    reference: 'H-0000',
    today,
    bookedUntil: null,
    payBy: workingDayOnOrAfter(addDays(today, 7), calendar),
    sender: { ...profile, activity: profile.tagline, iban: profile.ibans[0] ?? '' },
    customer: sampleCustomer(profile.country, profile.language),
    contact: { name: profile.signerName, phone: profile.phone, email: profile.email },
    currency: 'EUR',
    items: [{ kind: 'invoice', number: '0000', issueDate: addDays(today, -31), dueDate: addDays(today, -1), total: amount, received: cents(0), open: amount, paymentReference: '', description: profile.tagline }],
    earlierMessageOn: null,
    nextStep: { step: 'reminder-2', on: workingDayOnOrAfter(addDays(today, 10), calendar) },
    belgianClause: null,
    enclosesInvoices: false,
    own: { subject: '', opening: '', note: '' },
  });
  if (!letter.ok) return letter;
  const pdf = await pdfWriter.windowTest(letter.value, words);
  return pdf.ok ? ok(madeFiles.put({ name: words.file, mime: 'application/pdf', bytes: pdf.value.bytes, isPreview: true })) : pdf;
}
