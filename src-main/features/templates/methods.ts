import type { Handlers, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import { type AppError, appError } from '../../../src-shared/errors.ts';
import type { LetterModel } from '../../../src-shared/letter.ts';
import { letterKinds, type LetterTemplate } from '../../../src-shared/letterTemplate.ts';
import { mergeFieldsOf } from '../../../src-shared/mergeFields.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { isChanged, oursAlone, type TemplateWords, withWords, wordsIn } from '../../../src-shared/templateWords.ts';
import type { RateTable } from '../../domain/law/rates.ts';
import { defaultTemplate } from '../../domain/letters/templates/defaultTemplate.ts';
import { existsFor } from '../../domain/letters/templates/exampleFacts.ts';
import type { Ledger, ReadableDb } from '../../ledger/connection.ts';
import { activeWords, changedTemplates, newestVersion, saveTemplate, type TemplateKey, templateHistory } from '../../ledger/letters/letterTemplates.ts';
import { letterPictures, onOwnPaper } from '../../ledger/letters/paperSetting.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';
import type { MadeFiles } from '../../ports/madeFiles.ts';
import type { LetterPdf, PdfWriter } from '../../ports/pdfWriter.ts';
import type { QrImage } from '../../ports/qrImage.ts';
import { exampleLetter } from './exampleLetter.ts';
import { exampleMail } from './exampleMail.ts';
import { blocksOf, findingsIn, problemsIn } from './templateView.ts';

export type TemplateContext = {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly events: Events;
  readonly madeFiles: MadeFiles;
  readonly pdfWriter: PdfWriter;
  readonly qrImage: QrImage;
  readonly rates: () => RateTable;
};
type Methods = 'templates.list' | 'templates.get' | 'templates.check' | 'templates.preview' | 'templates.mail' | 'templates.save' | 'templates.reset' | 'templates.restore';

const languages = ['nl', 'fr', 'en', 'de'] as const;
const countries = ['NL', 'BE'] as const;
const customerKinds = ['business', 'consumer'] as const;
const mostVersionsShown = 200;

const oursOf = (key: TemplateKey): LetterTemplate => defaultTemplate(key.kind, key.language, key);

/** The draft as a template; own words of pieces that it does not have are dropped. `letter-other-law` where there is no such letter. */
function draftOf({ key, words }: InputOf<'templates.check'>): Result<LetterTemplate, AppError> {
  return existsFor(key.kind, key) ? ok(withWords(oursOf(key), words)) : err(appError('letter-other-law'));
}

function list(db: ReadableDb): OutputOf<'templates.list'> {
  const named = (key: TemplateKey): string => [key.kind, key.language, key.country, key.customerKind].join('/');
  const changed = new Map(changedTemplates(db).map((known) => [named(known), known]));
  const readers = languages.flatMap((language) => countries.flatMap((country) => customerKinds.map((customerKind) => ({ language, country, customerKind }))));
  return {
    letters: letterKinds.map((kind) => ({
      kind,
      readers: readers
        .filter((reader) => existsFor(kind, reader))
        .map((reader) => {
          const known = changed.get(named({ kind, ...reader }));
          return { ...reader, version: known?.version ?? 0, isChanged: known !== undefined && !known.isOurs };
        }),
    })),
  };
}

/** The same words as plain lists and records, as the wire has them. */
const plainWords = ({ isLegalUnlocked, own, layout }: TemplateWords): InputOf<'templates.save'>['words'] => ({
  isLegalUnlocked,
  own: { ...own },
  ...(layout === undefined ? {} : { layout: { order: [...layout.order], removed: [...layout.removed] } }),
});

function get(context: TemplateContext, key: TemplateKey): Result<OutputOf<'templates.get'>, AppError> {
  const db = context.ledger.read;
  const template = draftOf({ key, words: plainWords(activeWords(db, key) ?? oursAlone) });
  if (!template.ok) return template;
  const words = wordsIn(template.value);
  const history = templateHistory(db, key);
  return ok({
    key,
    blocks: blocksOf(context, oursOf(key)),
    words: plainWords(words),
    version: history[0]?.version ?? 0,
    fields: [...new Set(mergeFieldsOf(key.kind))],
    history: history
      .slice(0, mostVersionsShown)
      .map(({ version, at, words: kept }) => ({ version, at, isOurs: kept === null, changed: Object.keys(kept?.own ?? {}).length, isRearranged: kept?.layout !== undefined })),
    ...findingsIn(context, template.value),
  });
}

/** The example as a PDF on the paper of the administration, as a real letter would be set. */
function pageOf({ ledger, pdfWriter }: TemplateContext, whole: LetterModel): Promise<Result<LetterPdf, AppError>> {
  const laid = onOwnPaper(ledger.read, whole);
  return pdfWriter.letter(laid, { onProgress: () => undefined, signal: new AbortController().signal }, letterPictures(ledger.read, [laid]));
}

async function preview(context: TemplateContext, draft: InputOf<'templates.preview'>): Promise<Result<OutputOf<'templates.preview'>, AppError>> {
  const template = draftOf(draft);
  if (!template.ok) return template;
  const letter = exampleLetter(context, template.value);
  if (!letter.ok) return letter;
  const pdf = await pageOf(context, letter.value.letter);
  if (!pdf.ok) return pdf;
  return ok({ pdf: context.madeFiles.put({ name: `${draft.key.kind}.pdf`, mime: 'application/pdf', bytes: pdf.value.bytes, isPreview: true }), pages: pdf.value.pages });
}

function keep({ ledger, clock, events }: TemplateContext, key: TemplateKey, words: TemplateWords | null): { version: number } {
  const before = newestVersion(ledger.read, key)?.version ?? 0;
  const version = ledger.write((db) => saveTemplate(db, key, { words, at: clock.now() }));
  if (version !== before) events.emit({ type: 'ledgerChanged', areas: ['settings', 'dunning'] });
  return { version };
}

/** Signs that our fonts do not have, and texts that push the payment box off the first page, are only found in setting the page. */
async function unprintable(context: TemplateContext, template: LetterTemplate): Promise<AppError | null> {
  const letter = exampleLetter(context, template);
  if (!letter.ok) return null;
  const pdf = await pageOf(context, letter.value.letter);
  return !pdf.ok && ['letter-characters-missing', 'letter-too-long'].includes(pdf.error.code) ? pdf.error : null;
}

/** Refused with the first error: letters may not be made with such words. Warnings were shown and do not stand in the way. */
async function save(context: TemplateContext, draft: InputOf<'templates.save'>): Promise<Result<{ version: number }, AppError>> {
  const template = draftOf(draft);
  if (!template.ok) return template;
  const left = draft.words.layout?.removed ?? [];
  // The subject is no block of the letter, so leaving it out would be dropped without a word.
  if (left.includes('subject') || left.includes(template.value.subject.key)) return err(appError('template-block-required', { part: 'subject' }));
  const problem = problemsIn(context, template.value).find((one) => one.severity === 'error');
  if (problem !== undefined) return err(appError(problem.code, problem.params));
  const characters = await unprintable(context, template.value);
  if (characters !== null) return err(characters);
  const words = wordsIn(template.value);
  return ok(keep(context, draft.key, isChanged(words) ? words : null));
}

/** The texts of letters: ours, what the user made of them, and their versions. */
export const templateMethods: Handlers<TemplateContext, Methods> = {
  'templates.list': ({ ledger }) => ok(list(ledger.read)),
  'templates.get': (context, { key }) => get(context, key),
  'templates.check': (context, draft) => {
    const template = draftOf(draft);
    return template.ok ? ok(findingsIn(context, template.value)) : template;
  },
  'templates.preview': preview,
  'templates.mail': (context, draft) => {
    const template = draftOf(draft);
    return template.ok ? exampleMail(context, template.value) : template;
  },
  'templates.save': save,
  'templates.reset': (context, { key }) => ok(keep(context, key, null)),
  'templates.restore': (context, { key, version }) => {
    const wanted = templateHistory(context.ledger.read, key).find((known) => known.version === version);
    if (wanted === undefined) return err(appError('not-found', { what: 'template', id: version }));
    return wanted.words === null ? ok(keep(context, key, null)) : save(context, { key, words: plainWords(wanted.words) });
  },
};
