/**
 * The first sheet of an old workbook (BIFF8, [MS-XLS]): shared texts, texts and numbers of cells. Formulas give the number that was
 * stored with them; everything else of a workbook (charts, formats, macros) is passed over. Locked workbooks are not opened.
 */
import { sharedTexts } from './biffStrings.ts';
import { oleStream } from './oleContainer.ts';
import { numberText, SheetBuilder, type SheetRow } from './sheetCells.ts';

const record = {
  bof: 0x0809,
  eof: 0x000a,
  filePass: 0x002f,
  continued: 0x003c,
  sharedTexts: 0x00fc,
  sharedText: 0x00fd,
  text: 0x0204,
  number: 0x0203,
  packedNumber: 0x027e,
  packedNumbers: 0x00bd,
  formula: 0x0006,
} as const;
const substream = { workbook: 0x0005, sheet: 0x0010 } as const;
const biff8 = 0x0600;

type Piece = { readonly type: number; readonly data: Uint8Array };

function* piecesOf(stream: Uint8Array): Generator<Piece> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let at = 0;
  while (at + 4 <= stream.length) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (at + 4 + length > stream.length) return;
    yield { type, data: stream.subarray(at + 4, at + 4 + length) };
    at += 4 + length;
  }
}

const viewOf = (data: Uint8Array): DataView => new DataView(data.buffer, data.byteOffset, data.byteLength);

/** Numbers packed in 30 bits: a whole number or the upper part of a fraction, perhaps a hundred times too large ([MS-XLS] 2.5.217). */
export function packedNumber(raw: number): number {
  const view = new DataView(new ArrayBuffer(8));
  let value: number;
  if ((raw & 2) === 0) {
    view.setUint32(4, (raw & 0xfffffffc) >>> 0, true);
    value = view.getFloat64(0, true);
  } else value = raw >> 2;
  return (raw & 1) === 0 ? value : value / 100;
}

function textOf(data: Uint8Array): string {
  const view = viewOf(data);
  if (data.length < 9) return '';
  const length = view.getUint16(6, true);
  const isWide = ((data[8] ?? 0) & 1) !== 0;
  const bytes = data.subarray(9, 9 + (isWide ? length * 2 : length));
  return isWide ? new TextDecoder('utf-16le').decode(bytes) : String.fromCharCode(...bytes);
}

/** A formula keeps its last number where a fraction is; texts and errors carry a mark there and give none. */
function formulaNumber(view: DataView): number | null {
  return view.byteLength < 14 || view.getUint16(12, true) === 0xffff ? null : view.getFloat64(6, true);
}

function putCell(sheet: SheetBuilder, { type, data }: Piece, texts: readonly string[]): void {
  if (data.length < 6) return;
  const view = viewOf(data);
  const [row, column] = [view.getUint16(0, true), view.getUint16(2, true)];
  const putNumber = (at: number, value: number): void => sheet.put(row, at, { text: numberText(value), isNumber: true });
  if (type === record.sharedText && data.length >= 10) {
    sheet.put(row, column, { text: texts[view.getUint32(6, true)] ?? '', isNumber: false });
  } else if (type === record.text) sheet.put(row, column, { text: textOf(data), isNumber: false });
  else if (type === record.number && data.length >= 14) putNumber(column, view.getFloat64(6, true));
  else if (type === record.packedNumber && data.length >= 10) putNumber(column, packedNumber(view.getInt32(6, true)));
  else if (type === record.packedNumbers) {
    for (let at = 4, index = 0; at + 6 <= data.length - 2; at += 6, index += 1)
      putNumber(column + index, packedNumber(view.getInt32(at + 2, true)));
  } else if (type === record.formula) {
    const value = formulaNumber(view);
    if (value !== null) putNumber(column, value);
  }
}

const cellTypes: ReadonlySet<number> = new Set([
  record.sharedText,
  record.text,
  record.number,
  record.packedNumber,
  record.packedNumbers,
  record.formula,
]);

export type BiffSheet = { readonly rows: readonly SheetRow[]; readonly isTooLarge: boolean };

/** The first sheet with anything in it; null for a container that holds no readable workbook (damaged, locked, older than BIFF8). */
export function biffSheet(bytes: Uint8Array): BiffSheet | null {
  const stream = oleStream(bytes, ['Workbook']);
  if (stream === null) return null;
  const shared: Uint8Array[] = [];
  let texts: readonly string[] | null = null;
  let sheet: SheetBuilder | null = null;
  let isInShared = false;
  let depth = 0;
  for (const piece of piecesOf(stream)) {
    const { type, data } = piece;
    if (type === record.filePass) return null;
    if (type === record.bof) {
      const view = viewOf(data);
      if (data.length < 4 || view.getUint16(0, true) !== biff8) return null;
      depth += 1;
      if (depth === 1 && view.getUint16(2, true) === substream.sheet) sheet = new SheetBuilder();
    } else if (type === record.eof) {
      depth -= 1;
      const rows = sheet?.rows() ?? [];
      if (depth === 0 && sheet !== null && rows.length > 0) return { rows, isTooLarge: sheet.isTooLarge };
      if (depth === 0) sheet = null;
    } else if (type === record.sharedTexts || (type === record.continued && isInShared)) shared.push(data);
    else if (depth === 1 && sheet !== null && cellTypes.has(type)) {
      texts ??= sharedTexts(shared);
      putCell(sheet, piece, texts);
    }
    isInShared = type === record.sharedTexts || (isInShared && type === record.continued);
  }
  return null;
}
