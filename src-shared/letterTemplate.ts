import type { LetterLanguage, ParagraphRole } from './letter.ts';

/**
 * The words of a letter as data that a user may change: an ordered list of blocks, whose text comes in pieces of a sentence or more. A piece
 * keeps our words beside the user's own, so that what was changed shows and can be put back. Text holds merge fields as `{{amount}}` and
 * bold as `**…**`, nothing else.
 */
export const letterKinds = [
  'pre-due-notice',
  'reminder-1',
  'belgian-first-reminder',
  'reminder-2',
  'demand-1',
  'demand-2',
  'demand-2-reminder',
  'final-demand',
  'fourteen-day-letter',
  'default-notice',
  'pre-legal-letter',
  'handover-notice',
  'account-statement',
  'payment-plan',
  'receipt-confirmation',
  'payment-thanks',
  'crossed-apology',
] as const;
export type LetterKind = (typeof letterKinds)[number];
export type LetterCountry = 'NL' | 'BE';
export type LetterCustomerKind = 'business' | 'consumer';

/** When a piece is part of the letter; what is true of a claim is for the facts to say, never for the template. */
export const pieceConditions = [
  'always',
  'on-paper',
  'by-mail',
  'booked',
  'interest',
  'interest-only',
  'costs-only',
  'interest-and-costs',
  'costs',
  'later-costs',
  'costs-paid',
  'payments',
  'clause',
  'agreed-term',
  'no-agreed-term',
  'vat-added',
  'no-vat',
  'receipts',
  'overdue',
  'next-statement',
  'rest-open',
  'all-paid',
  'interest-waived',
  'interest-kept',
] as const;
export type PieceCondition = (typeof pieceConditions)[number];

export type TemplatePiece = {
  /** Unique within the template; ours are the keys of our texts, the user's own start with `own-`. */
  readonly key: string;
  readonly when: PieceCondition;
  /** What the law of the country asks, or what a court reads: not to be changed unless the template is unlocked. */
  readonly isLegal: boolean;
  readonly ours: string;
  /** The user's words instead of ours, or null. */
  readonly own: string | null;
};

export type TemplateBlock =
  | { readonly type: 'salutation' }
  /** A paragraph; its pieces are joined by a blank, and without any piece there is no paragraph. */
  | { readonly type: 'paragraph'; readonly role: ParagraphRole; readonly pieces: readonly TemplatePiece[] }
  /** The facts table: invoices with what this kind of letter shows of them. */
  | { readonly type: 'documents' }
  /** Sums with the legal basis beside them, or what is announced for later. */
  | { readonly type: 'amounts'; readonly note: readonly TemplatePiece[] }
  /** The payment box with its QR code, made from the same values. */
  | { readonly type: 'payment' }
  | { readonly type: 'aging' }
  | { readonly type: 'heading'; readonly piece: TemplatePiece }
  | { readonly type: 'instalments' }
  | { readonly type: 'points'; readonly pieces: readonly TemplatePiece[] }
  | { readonly type: 'signatures' }
  /** A paragraph of the user's own, under a heading where that has words. */
  | { readonly type: 'own'; readonly name: string; readonly heading: TemplatePiece; readonly text: TemplatePiece }
  | { readonly type: 'closing'; readonly greeting: TemplatePiece };

/** `order` names all blocks, those left out too, so that they come back where they stood; `removed` names blocks and single sentences. */
export type TemplateLayout = { readonly order: readonly string[]; readonly removed: readonly string[] };

export type LetterTemplate = {
  readonly kind: LetterKind;
  readonly language: LetterLanguage;
  readonly country: LetterCountry;
  readonly customerKind: LetterCustomerKind;
  readonly subject: TemplatePiece;
  readonly blocks: readonly TemplateBlock[];
  /** The user was warned and changes the legal pieces too. */
  readonly isLegalUnlocked: boolean;
  /** In which order the user put the blocks, and what he left out; null: all of ours, in our order. */
  readonly layout: TemplateLayout | null;
};

/** How a layout names a block, unique within a template: paragraphs by what they are for, headings by their words. */
export function blockName(block: TemplateBlock): string {
  if (block.type === 'paragraph') return block.role;
  if (block.type === 'heading') return block.piece.key;
  return block.type === 'own' ? block.name : block.type;
}

/** All pieces of a template in reading order, with the index of their block; the subject has none. */
export function piecesOf(template: LetterTemplate): readonly { readonly block: number | null; readonly piece: TemplatePiece }[] {
  const inBlock = (block: TemplateBlock): readonly TemplatePiece[] => {
    switch (block.type) {
      case 'paragraph':
      case 'points':
        return block.pieces;
      case 'amounts':
        return block.note;
      case 'heading':
        return [block.piece];
      case 'closing':
        return [block.greeting];
      case 'own':
        return [block.heading, block.text];
      case 'salutation':
      case 'documents':
      case 'payment':
      case 'aging':
      case 'instalments':
      case 'signatures':
        return [];
    }
  };
  return [
    { block: null, piece: template.subject },
    ...template.blocks.flatMap((block, index) => inBlock(block).map((piece) => ({ block: index, piece }))),
  ];
}

/** What stands in the letter: the user's words where there are any, else ours. */
export const wordsOf = (piece: TemplatePiece): string => piece.own ?? piece.ours;

/** A phrase that does not work, where it stands (`start` up to but not including `end`), and what to write instead. */
export const toneFlaws = ['vague', 'apologetic', 'threatening', 'shouting'] as const;
export type ToneFlaw = (typeof toneFlaws)[number];
export type ToneFlag = {
  readonly flaw: ToneFlaw;
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  /** In the language of the letter. */
  readonly better: string;
};
