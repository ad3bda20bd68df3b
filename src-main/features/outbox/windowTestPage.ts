import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { AppError } from '../../../src-shared/errors.ts';
import type { LetterLanguage } from '../../../src-shared/letter.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import { letterPictures, onOwnPaper } from '../../ledger/letters/paperSetting.ts';
import { readProfile } from '../../ledger/settings.ts';
import type { WindowTestLabels } from '../../ports/pdfWriter.ts';
import type { OutboxContext } from './methods.ts';
import { sampleLetter } from './sampleLetter.ts';

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

/** A first reminder to an invented customer with the window and the folds drawn over it. `letter-sender-incomplete` while the company is not filled in. */
export async function windowTestPage({ ledger, clock, pdfWriter, madeFiles }: OutboxContext): Promise<Result<OutputOf<'settings.windowTestPage'>, AppError>> {
  const words = labels[readProfile(ledger.read).language];
  const letter = sampleLetter(ledger.read, { today: clock.today(), invoices: 1 });
  if (!letter.ok) return letter;
  const laid = onOwnPaper(ledger.read, letter.value);
  const pdf = await pdfWriter.windowTest(laid, words, letterPictures(ledger.read, [laid]));
  return pdf.ok ? ok(madeFiles.put({ name: words.file, mime: 'application/pdf', bytes: pdf.value.bytes, isPreview: true })) : pdf;
}
