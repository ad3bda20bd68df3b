/** The working of amounts of law as a sheet that can be computed again by hand: every line with its period, base, rate, amount and rule, and where the rules stand. */
import { addDays } from '../../../src-shared/dates.ts';
import type { LetterBlock, LetterLanguage } from '../../../src-shared/letter.ts';
import type { SheetModel } from '../../../src-shared/sheet.ts';
import type { LawAmount, LawRule, WorkingLine } from '../law/lawTypes.ts';
import { cleanText } from '../letters/cleanText.ts';
import { formatLetterAmount, formatLetterEuro, formatTableDate } from '../letters/letterFormats.ts';
import { formatDecimal } from './invoiceCopySheet.ts';
import { columnOf, plainTable, type SheetFrame, sheetIn } from './sheetFrame.ts';

export type WorkedAmount = {
  /** What was computed, such as the interest on one invoice. */
  readonly heading: string;
  readonly amount: LawAmount;
};

/** What the words of rules and doubts are in the reader's language; they stand with the texts of the window. */
export type WorkingWords = { readonly ruleText: (rule: LawRule) => string; readonly remarks: readonly string[] };

type Words = Readonly<Record<'title' | 'rule' | 'from' | 'until' | 'days' | 'base' | 'rate' | 'amount' | 'sum' | 'sumBefore' | 'sources' | 'remarks', string>>;
const words: Readonly<Record<LetterLanguage, Words>> = {
  nl: { title: 'Berekening van rente en kosten', rule: 'Regel', from: 'Van', until: 'Tot en met', days: 'Dagen', base: 'Over', rate: 'Percentage', amount: 'Bedrag', sum: 'Samen', sumBefore: 'Samen, vóór aftrek van betalingen', sources: 'Waar het staat', remarks: 'Opmerkingen' },
  fr: { title: 'Calcul des intérêts et des frais', rule: 'Règle', from: 'Du', until: 'Au', days: 'Jours', base: 'Sur', rate: 'Taux', amount: 'Montant', sum: 'Total', sumBefore: 'Total, avant déduction des paiements', sources: 'Sources', remarks: 'Remarques' },
  en: { title: 'Calculation of interest and costs', rule: 'Rule', from: 'From', until: 'Until', days: 'Days', base: 'On', rate: 'Rate', amount: 'Amount', sum: 'Total', sumBefore: 'Total, before payments are taken off', sources: 'Where it stands', remarks: 'Remarks' },
  de: { title: 'Berechnung von Zinsen und Kosten', rule: 'Regel', from: 'Von', until: 'Bis', days: 'Tage', base: 'Auf', rate: 'Satz', amount: 'Betrag', sum: 'Summe', sumBefore: 'Summe vor Abzug der Zahlungen', sources: 'Fundstellen', remarks: 'Anmerkungen' },
};

/** A percentage from decimal text with up to six decimals. */
const percent = (text: string, language: LetterLanguage): string =>
  `${formatDecimal(text, language, 2)}${language === 'nl' || language === 'en' ? '' : '\u00a0'}%`;

function cellsOf(line: WorkingLine, { language, ruleText }: { readonly language: LetterLanguage } & WorkingWords): readonly string[] {
  // A period ends before its last day in the working; people name the last day that counts. A line of one moment has no end.
  const isMoment = line.from === null || line.to === null || line.from === line.to;
  return [
    cleanText(ruleText(line.rule)),
    line.from === null ? '' : formatTableDate(line.from, language),
    isMoment || line.to === null ? '' : formatTableDate(addDays(line.to, -1), language),
    line.days === 0 ? '' : String(line.days),
    line.principalCents === 0 ? '' : formatLetterAmount(line.principalCents, language),
    line.ratePercent === null ? '' : percent(line.ratePercent, language),
    formatLetterAmount(line.amountCents, language),
  ];
}

function blocksOf({ heading, amount }: WorkedAmount, language: LetterLanguage, texts: WorkingWords): readonly LetterBlock[] {
  const own = words[language];
  const columns = [
    columnOf(own.rule, 46, 'left'),
    columnOf(own.from, 19, 'left'),
    columnOf(own.until, 19, 'left'),
    columnOf(own.days, 11, 'right'),
    columnOf(own.base, 20, 'right'),
    columnOf(own.rate, 16, 'right'),
    columnOf(own.amount, 19, 'right'),
  ];
  const rows = amount.working.map((line) => cellsOf(line, { language, ...texts }));
  const isBefore = amount.working.some((line) => line.amountCents < 0);
  return [{ kind: 'heading', text: cleanText(heading) }, plainTable(columns, rows, { label: isBefore ? own.sumBefore : own.sum, value: formatLetterEuro(amount.amountCents, language) })];
}

const points = (title: string, texts: readonly string[]): readonly LetterBlock[] =>
  texts.length === 0 ? [] : [{ kind: 'heading', text: title }, { kind: 'list', items: texts.map((text) => [{ text: cleanText(text), bold: false }]) }];

/** The sum under each working is the amount itself; a payment that was taken off interest or costs is a line and said not to be in the sum. */
export function workingSheet(frame: SheetFrame, amounts: readonly WorkedAmount[], texts: WorkingWords): SheetModel {
  const { language } = frame;
  const sources = [...new Set(amounts.flatMap(({ amount }) => [amount.source, ...amount.working.map((line) => line.source)]))].filter((source) => source !== '');
  return sheetIn(frame, {
    subject: words[language].title,
    stamp: '',
    blocks: [
      ...amounts.flatMap((amount) => blocksOf(amount, language, texts)),
      ...points(words[language].sources, sources),
      ...points(words[language].remarks, texts.remarks),
    ],
    note: '',
    attachments: [],
  });
}
