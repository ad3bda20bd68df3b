/** The first sheet of a workbook (XLSX) as text and stored numbers. The container is inspected before anything is unpacked. */
import type { ErrorCode } from '../../../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../../../src-shared/result.ts';
import { inspectZip, zipMembers } from '../../invoiceFormats/zipGuard.ts';
import { readXml, type XmlElement, type XmlVisitor } from '../../readXml.ts';
import type { ReadContext } from '../../sourceFile.ts';
import { emptyCell, SheetBuilder, type SheetCell, type SheetRow } from './sheetCells.ts';

/** All text below an element, without what only tells how it is pronounced. */
function textBelow(element: XmlElement): string {
  if (element.name === 'rPh') return '';
  return element.name === 't' ? element.text : element.children.map(textBelow).join('');
}

const visitorFor = (entered: ReadonlySet<string>, built: string, take: (element: XmlElement) => void): XmlVisitor => ({
  onOpen: (name) => (name === built ? 'build' : entered.has(name) ? 'enter' : 'skip'),
  onSubtree: take,
  onClose: () => undefined,
  withoutText: new Set(),
});

function sharedTexts(bytes: Uint8Array, context: ReadContext): readonly string[] {
  const texts: string[] = [];
  const visitor = visitorFor(new Set(['sst']), 'si', (element) => void texts.push(textBelow(element)));
  const failed = readXml({ name: 'sharedStrings.xml', bytes }, context, visitor);
  return failed === null ? texts : [];
}

/** The column of a cell address, counted from 0; null when it has none. */
function columnOf(address: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(address ?? '')?.[1];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column - 1;
}

function cellOf(element: XmlElement, texts: readonly string[]): SheetCell {
  const value = element.children.find(({ name }) => name === 'v')?.text ?? '';
  const kind = element.attributes['t'] ?? 'n';
  if (kind === 's') return { text: texts[Number(value)] ?? '', isNumber: false };
  if (kind === 'inlineStr')
    return {
      text: element.children
        .filter(({ name }) => name === 'is')
        .map(textBelow)
        .join(''),
      isNumber: false,
    };
  if (kind === 'n') return { text: value.trim(), isNumber: value.trim() !== '' };
  return kind === 'e' ? emptyCell : { text: value, isNumber: false };
}

function rowsOf(bytes: Uint8Array, texts: readonly string[], context: ReadContext): readonly SheetRow[] | null {
  const sheet = new SheetBuilder();
  let line = 0;
  const visitor = visitorFor(new Set(['worksheet', 'sheetData']), 'row', (row) => {
    const stated = Number(row.attributes['r'] ?? '');
    line = Number.isInteger(stated) && stated > line ? stated : line + 1;
    let column = -1;
    for (const cell of row.children) {
      if (cell.name !== 'c') continue;
      column = columnOf(cell.attributes['r']) ?? column + 1;
      sheet.put(line - 1, column, cellOf(cell, texts));
    }
  });
  const failed = readXml({ name: 'sheet.xml', bytes }, context, visitor);
  return failed !== null || sheet.isTooLarge ? null : sheet.rows();
}

/** Codes: those of `inspectZip`, and table-workbook-unreadable. The value is null for a container that is no workbook. */
export function xlsxSheet(bytes: Uint8Array, context: ReadContext): Result<readonly SheetRow[] | null, ErrorCode> {
  const members = zipMembers(bytes);
  if (!members.ok) return members;
  if (!members.value.some(({ name }) => name === 'xl/workbook.xml')) return ok(null);
  const inspected = inspectZip(bytes);
  if (!inspected.ok) return inspected;
  const contentOf = (name: string): Uint8Array | null => {
    const unpacked = members.value.find((member) => member.name === name)?.unpack();
    return unpacked?.ok === true ? unpacked.value : null;
  };
  const strings = contentOf('xl/sharedStrings.xml');
  const texts = strings === null ? [] : sharedTexts(strings, context);
  const sheets = members.value
    .map(({ name }) => name)
    .filter((name) => /^xl\/worksheets\/sheet\d{1,4}\.xml$/.test(name))
    .toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1));
  for (const name of sheets) {
    const content = contentOf(name);
    const rows = content === null ? null : rowsOf(content, texts, context);
    if (rows === null) return err('table-workbook-unreadable');
    if (rows.length > 0) return ok(rows);
  }
  return ok([]);
}
