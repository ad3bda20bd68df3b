import { z } from 'zod';
import { letterKinds, pieceConditions, toneFlaws } from '../letterTemplate.ts';
import { mergeFields } from '../mergeFields.ts';
import { plainText } from '../plainText.ts';
import { isOwnBlock, mostOwnBlocks } from '../templateLayout.ts';
import { zFileRef, zInstant, zLanguage, zNothing, zProblem } from './common.ts';
import { reads, runs, writes } from './method.ts';

const zKind = z.enum(letterKinds);
const zReader = { language: zLanguage, country: z.enum(['NL', 'BE']), customerKind: z.enum(['business', 'consumer']) };
/** Which template: a letter in a language, for the law of a country and a kind of reader. */
export const zTemplateKey = z.strictObject({ kind: zKind, ...zReader });
export type WireTemplateKey = z.output<typeof zTemplateKey>;

const zWords = z.string().max(3000).overwrite(plainText);
const mostPieces = 200;
const zNames = z.array(z.string().min(1).max(80)).max(mostPieces);
const zLayout = z.strictObject({ order: zNames.refine((order) => order.filter(isOwnBlock).length <= mostOwnBlocks), removed: zNames });
/** What the user changed: own words by the key of the piece, and the order of the blocks where it is not ours. */
export const zTemplateWords = z.strictObject({
  isLegalUnlocked: z.boolean(),
  own: z.record(z.string().min(1).max(80), zWords).refine((own) => Object.keys(own).length <= mostPieces),
  layout: zLayout.optional(),
});
const zDraft = z.strictObject({ key: zTemplateKey, words: zTemplateWords });

/** `isRequired`: no letter can be made without it, so it cannot be left out. */
const zPiece = z.strictObject({ key: z.string().max(80), when: z.enum(pieceConditions), isLegal: z.boolean(), isRequired: z.boolean(), ours: zWords, own: zWords.nullable() });
const blockTypes = ['subject', 'salutation', 'paragraph', 'documents', 'amounts', 'payment', 'aging', 'heading', 'instalments', 'points', 'signatures', 'closing'] as const;
/** A block of ours with its pieces, by the name that a layout has for it. */
const zBlock = z.strictObject({
  name: z.string().max(80),
  type: z.enum(blockTypes),
  role: z.enum(['opening', 'term', 'request', 'consequence', 'options', 'nextStep', 'note']).nullable(),
  pieces: z.array(zPiece).max(mostPieces),
  isRequired: z.boolean(),
});

const zToneFlag = z.strictObject({
  piece: z.string().max(80),
  flaw: z.enum(toneFlaws),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  phrase: z.string().max(500).overwrite(plainText),
  better: z.string().max(500),
});
/** What is wrong with a draft; tone stands apart, as it comes with a place and a better wording. */
const zFindings = { problems: z.array(zProblem).max(2000), tone: z.array(zToneFlag).max(2000) };

const zVersion = z.strictObject({ version: z.number().int(), at: zInstant, isOurs: z.boolean(), changed: z.number().int(), isRearranged: z.boolean() });

/** The texts of letters: ours, changed piece by piece, checked, shown as a page and kept in versions. */
export const templates = {
  'templates.list': reads(
    zNothing,
    z.strictObject({
      letters: z
        .array(z.strictObject({ kind: zKind, readers: z.array(z.strictObject({ ...zReader, version: z.number().int(), isChanged: z.boolean() })).max(16) }))
        .max(letterKinds.length),
    }),
  ),
  'templates.get': reads(
    z.strictObject({ key: zTemplateKey }),
    z.strictObject({
      key: zTemplateKey,
      /** All blocks of ours in our order, the subject first; where they stand is for the layout of the words to say. */
      blocks: z.array(zBlock).max(60),
      words: zTemplateWords,
      version: z.number().int(),
      fields: z.array(z.enum(mergeFields)).max(mergeFields.length),
      history: z.array(zVersion).max(1000),
      ...zFindings,
    }),
  ),
  'templates.check': reads(zDraft, z.strictObject(zFindings)),
  /** The same letter as a mail, as it would leave: its heads, both bodies, and what goes along. */
  'templates.mail': runs(
    zDraft,
    z.strictObject({
      from: z.string().max(500),
      to: z.string().max(500),
      replyTo: z.string().max(500),
      subject: z.string().max(1000).overwrite(plainText),
      text: z.string().max(200_000).overwrite(plainText),
      html: zFileRef,
      attachments: z.array(z.string().max(300)).max(20),
    }),
  ),
  /** The letter as PDF with the draft's words, to an invented customer. */
  'templates.preview': runs(zDraft, z.strictObject({ pdf: zFileRef, pages: z.number().int() })),
  /** Refuses with the first error of the draft. */
  'templates.save': writes(zDraft, z.strictObject({ version: z.number().int() })),
  'templates.reset': writes(z.strictObject({ key: zTemplateKey }), z.strictObject({ version: z.number().int() })),
  'templates.restore': writes(z.strictObject({ key: zTemplateKey, version: z.number().int().positive() }), z.strictObject({ version: z.number().int() })),
} as const;
