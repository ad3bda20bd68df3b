import type { PlainDateText } from './dates.ts';
import type { Cents } from './money.ts';

/**
 * A letter as plain data: every word, amount and date is already text in the reader's language. The domain makes it, the PDF writer
 * only sets it; both sides need nothing else from each other. It survives JSON, so it can be stored, hashed and sent to a worker.
 */
export type LetterLanguage = 'nl' | 'fr' | 'en' | 'de';

/** A piece of a line in one weight. Runs carry their own blanks, so that copied text keeps them. */
export type LetterRun = { readonly text: string; readonly bold: boolean };

/** What a paragraph is for. The check before approval looks for these. */
export type ParagraphRole = 'opening' | 'term' | 'request' | 'consequence' | 'options' | 'nextStep' | 'note';

export type LetterColumn = {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** Preferred width in millimetres; columns give room to each other when a cell needs more. */
  readonly width: number;
  /** Millimetres that it keeps even if its cells need less, such as room to write in. */
  readonly least?: number;
};
type LetterTableRow = {
  readonly cells: readonly string[];
  /** The total up to and including this row, printed where the table goes on to the next page. */
  readonly runningTotal: string;
};
export type LetterTable = {
  readonly columns: readonly LetterColumn[];
  readonly rows: readonly LetterTableRow[];
  /**
   * The row under the list: its label spans the empty cells after it, `cells` gives values under single columns (by index, empty = none),
   * `value` stands at the right edge. Label and value both empty: no such row.
   */
  readonly total: { readonly label: string; readonly value: string; readonly cells?: readonly string[] };
  readonly carriedForward: string;
  readonly broughtForward: string;
};

type PaymentRow = { readonly label: string; readonly value: string };
/** The payment box. Its text and its code are made from the same values. */
export type LetterPayment = {
  readonly amountLabel: string;
  readonly amount: string;
  readonly rows: readonly PaymentRow[];
  readonly caption: string;
  /** The EPC069-12 text inside the code. */
  readonly epcText: string;
  /** What the code says, for those who cannot see it. */
  readonly alternative: string;
};

export type LetterSumRow = { readonly label: string; readonly value: string; readonly weight: 'plain' | 'sum' | 'total' };
/** A payment code that stands by itself, with a line in bold and one in grey under it. */
export type LetterCode = { readonly title: string; readonly caption: string; readonly epcText: string; readonly alternative: string };

export type LetterBlock =
  | { readonly kind: 'paragraph'; readonly role: ParagraphRole; readonly runs: readonly LetterRun[] }
  | { readonly kind: 'table'; readonly table: LetterTable }
  /** Facts about the debt, a label and a value per row (Belgian consumer letter). */
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly runs: readonly LetterRun[] }[] }
  /** Label left, amount right, under a head where there is one. A sum is ruled off, a total is bold as well. */
  | {
      readonly kind: 'amounts';
      readonly head?: { readonly label: string; readonly value: string };
      readonly rows: readonly { readonly label: string; readonly value: string; readonly isTotal: boolean; readonly isSum?: boolean }[];
    }
  | { readonly kind: 'payment'; readonly payment: LetterPayment }
  /** A head over the blocks that follow, never the last thing on a page. */
  | { readonly kind: 'heading'; readonly text: string }
  /** Numbered points. */
  | { readonly kind: 'list'; readonly items: readonly (readonly LetterRun[])[] }
  /** Sums in the right half, the legal basis as a small note left of them. `sum` is ruled off thinly, `total` heavily and bold. */
  | { readonly kind: 'sums'; readonly note: string; readonly rows: readonly LetterSumRow[] }
  /** Instalments with the code of the first one beside them. */
  | { readonly kind: 'instalments'; readonly table: LetterTable; readonly code: LetterCode }
  /** Room to sign for each party, side by side. */
  | {
      readonly kind: 'signatures';
      readonly parties: readonly { readonly name: string; readonly role: string }[];
      readonly placeAndDate: string;
      readonly signature: string;
    };

/** A heading with blocks on pages of their own behind the letter; its tables may go on over pages. */
export type LetterAnnex = { readonly title: string; readonly blocks: readonly LetterBlock[] };

export type LetterModel = {
  readonly language: LetterLanguage;
  /** BCP 47, such as `nl-BE`. */
  readonly languageTag: string;
  /** Title of the document, and of the page head from page 2. */
  readonly title: string;
  readonly date: PlainDateText;
  readonly letterhead: {
    readonly name: string;
    readonly activity: string;
    readonly contactLines: readonly string[];
    readonly monogram: string;
    /** `#rrggbb` with a contrast of at least 4.5 to white. */
    readonly accent: string;
    /** PNG or JPEG as a data URL, or empty. */
    readonly logo: string;
    /**
     * The company's own paper: pictures of a whole page (opaque PNG or JPEG as a data URL, or `picture:<name>` of one that is handed to the
     * writer beside the letter). Then no head, and in the foot the page number only. Empty `following` = plain paper from page 2.
     */
    readonly background?: { readonly first: string; readonly following: string };
  };
  /**
   * Where the text lies, in millimetres from the top of the page: where it begins on the first page and on the others, and where it ends.
   * Without it as designed (88, 30 and 276); paper of the company's own may ask for more room.
   */
  readonly margins?: { readonly top: number; readonly nextTop: number; readonly bottom: number };
  /** Marks at the left edge of the first page; without it only the folds. */
  readonly marks?: { readonly folds: boolean; readonly punch: boolean };
  readonly window: {
    /** Dutch envelopes have their window left, Belgian ones right. */
    readonly side: 'left' | 'right';
    /** Millimetres right and down, for envelopes that differ. */
    readonly offset: { readonly x: number; readonly y: number };
  };
  readonly address: readonly string[];
  readonly references: readonly { readonly label: string; readonly value: string }[];
  readonly subject: string;
  /** Empty: none (statement, agreement). */
  readonly salutation: string;
  readonly blocks: readonly LetterBlock[];
  /** An empty greeting and name: none (statement). `isSigned` leaves room for a signature by hand, as much as the page has. */
  readonly closing: {
    readonly greeting: string;
    readonly name: string;
    readonly role: string;
    readonly enclosures: string;
    readonly isSigned?: boolean;
  };
  readonly annex: { readonly title: string; readonly table: LetterTable } | null;
  /** Further annexes, each on a page of its own. */
  readonly annexes?: readonly LetterAnnex[];
  /** Lines of parts that are joined by a middle dot. */
  readonly footer: readonly (readonly string[])[];
  /** `Pagina {page} van {pages}`. */
  readonly pageLabel: string;
  readonly runningHead: { readonly left: string; readonly right: string };
  /** What is asked, for the ledger and for matching the receipt later. */
  readonly claim: { readonly cents: Cents; readonly reference: string; readonly payBy: PlainDateText };
};

const textsOfTable = (table: LetterTable): readonly string[] => [
  ...table.columns.map((column) => column.head),
  ...table.rows.flatMap((row) => [...row.cells, row.runningTotal]),
  table.total.label,
  ...(table.total.cells ?? []),
  table.total.value,
  table.carriedForward,
  table.broughtForward,
];
const textOfRuns = (runs: readonly LetterRun[]): string => runs.map((run) => run.text).join('');

/** The text of one block in reading order. */
export function textsOfBlock(block: LetterBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [textOfRuns(block.runs)];
    case 'table':
      return textsOfTable(block.table);
    case 'facts':
      return block.rows.flatMap((row) => [row.label, textOfRuns(row.runs)]);
    case 'amounts':
      return [block.head?.label ?? '', block.head?.value ?? '', ...block.rows.flatMap((row) => [row.label, row.value])];
    case 'payment':
      return [
        block.payment.amountLabel,
        block.payment.amount,
        ...block.payment.rows.flatMap((row) => [row.label, row.value]),
        block.payment.caption,
      ];
    case 'heading':
      return [block.text];
    case 'list':
      return block.items.map(textOfRuns);
    case 'sums':
      return [block.note, ...block.rows.flatMap((row) => [row.label, row.value])];
    case 'instalments':
      return [...textsOfTable(block.table), block.code.title, block.code.caption];
    case 'signatures':
      return [...block.parties.flatMap((party) => [party.name, party.role]), block.placeAndDate, block.signature];
  }
}

/** All text of a letter in reading order, for checks and for the record. */
export function textsOfLetter(model: LetterModel): readonly string[] {
  const { letterhead, closing } = model;
  return [
    letterhead.monogram,
    letterhead.name,
    letterhead.activity,
    ...letterhead.contactLines,
    ...model.address,
    ...model.references.flatMap((reference) => [reference.label, reference.value]),
    model.subject,
    model.salutation,
    ...model.blocks.flatMap(textsOfBlock),
    closing.greeting,
    closing.name,
    closing.role,
    closing.enclosures,
    ...(model.annex === null ? [] : [model.annex.title, ...textsOfTable(model.annex.table)]),
    ...(model.annexes ?? []).flatMap((annex) => [annex.title, ...annex.blocks.flatMap(textsOfBlock)]),
    ...model.footer.map((parts) => parts.join(' · ')),
    model.pageLabel,
    model.runningHead.left,
    model.runningHead.right,
  ].filter((text) => text !== '');
}
