/**
 * The clauses of PDF/A-2 (ISO 19005-2) that a program which only writes can break, and those of the tags (ISO 32000-1 §14.8) that reading
 * programs rely on. Not a validator: what no part of our writer can produce (forms, sound, layers of a scanner) is only looked for by name.
 */
import saxes from 'saxes';
import { checkCatalog, checkContents, checkFilesInside, checkStreams, checkTagOrder } from './pdfaContents.ts';
import { checkFonts } from './pdfaFonts.ts';
import { Name, operationsOf, PdfFile, Ref, type Dictionary, type PdfValue } from './pdfObjects.ts';

type Report = (clause: string, what: string) => void;

const isDictionary = (value: PdfValue): value is Dictionary => value instanceof Map;

/** Text of elements by name, in order; throws when the XML is not well-formed. */
function textsOfXml(xml: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const path: string[] = [];
  const parser = new saxes.SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => void path.push(name));
  parser.on('text', (text) => {
    const owner = path.findLast((name) => !name.startsWith('rdf:')) ?? '';
    if (text.trim() !== '') texts.set(owner, (texts.get(owner) ?? '') + text);
  });
  parser.on('closetag', () => void path.pop());
  parser.write(xml.replace(/^\ufeff/, '')).close();
  return texts;
}

function checkFile(file: PdfFile, report: Report): void {
  const head = file.bytes.subarray(0, 16);
  if (!head.toString('latin1').startsWith('%PDF-1.7\n%')) report('6.1.2', 'header');
  if (![...head.subarray(10, 14)].every((byte) => byte > 127)) report('6.1.2', 'no binary comment');
  const id = file.list(file.trailer.get('ID') ?? []);
  if (id.length !== 2 || !id.every((one) => Buffer.isBuffer(one) && one.length >= 8)) report('6.1.3', 'no ID');
  if (file.trailer.has('Encrypt')) report('6.1.3', 'encrypted');
  if (!file.bytes.toString('latin1').endsWith('%%EOF\n') && !file.bytes.toString('latin1').endsWith('%%EOF')) report('6.1.3', 'data after the end');
}

function checkMetadata(file: PdfFile, part: 2 | 3, report: Report): void {
  const reference = file.catalog.get('Metadata');
  if (!(reference instanceof Ref)) return report('6.6.2', 'no metadata');
  if (file.dictionary(reference).has('Filter')) report('6.6.2.1', 'metadata is compressed');
  let texts: ReadonlyMap<string, string>;
  try {
    texts = textsOfXml(file.streamOf(reference).toString('utf8'));
  } catch (thrown) {
    return report('6.6.2.1', `metadata is no XML: ${String(thrown)}`);
  }
  if (texts.get('pdfaid:part') !== String(part)) report('6.6.4', `part ${texts.get('pdfaid:part') ?? 'none'}`);
  if (texts.get('pdfaid:conformance') !== 'B') report('6.6.4', 'conformance');
  const info = file.dictionary(file.trailer.get('Info'));
  const pairs = [['Title', 'dc:title'], ['Author', 'dc:creator'], ['Subject', 'dc:description'], ['Creator', 'xmp:CreatorTool'], ['Producer', 'pdf:Producer']] as const;
  for (const [key, name] of pairs) if (file.text(info.get(key)) !== (texts.get(name) ?? '')) report('6.6.3', `${key} differs from ${name}`);
  const day = (text: string): string => text.replace(/\D/g, '').slice(0, 14);
  for (const [key, name] of [['CreationDate', 'xmp:CreateDate'], ['ModDate', 'xmp:ModifyDate']] as const)
    if (day(file.text(info.get(key))) !== day(texts.get(name) ?? '')) report('6.6.3', `${key} differs from ${name}`);
  if (texts.get('dc:language') !== file.text(file.catalog.get('Lang'))) report('14.9.2', 'language');
  return undefined;
}

function checkOutputIntent(file: PdfFile, report: Report): void {
  const intents = file.list(file.catalog.get('OutputIntents') ?? []).map((one) => file.dictionary(one));
  const ours = intents.filter((intent) => file.name(intent.get('S')) === 'GTS_PDFA1');
  if (ours.length !== 1) return report('6.2.3', `${ours.length} output intents`);
  const reference = ours[0]?.get('DestOutputProfile');
  if (!(reference instanceof Ref)) return report('6.2.3', 'no profile');
  const profile = file.streamOf(reference);
  if (file.dictionary(reference).get('N') !== 3) report('6.2.3', 'components');
  if (profile.toString('latin1', 16, 20) !== 'RGB ' || profile.toString('latin1', 36, 40) !== 'acsp') report('6.2.3', 'no RGB profile');
  return undefined;
}

function checkFont(file: PdfFile, font: Dictionary, report: Report): void {
  const name = file.name(font.get('BaseFont')) ?? '';
  if (file.name(font.get('Subtype')) !== 'Type0') return report('6.2.11', `${name}: simple font`);
  if (!/^[A-Z]{6}\+/.test(name)) report('6.2.11.4', `${name}: not named as a subset`);
  if (!font.has('ToUnicode')) report('6.2.11.7', `${name}: letters cannot be copied`);
  const descendant = file.dictionary(file.list(font.get('DescendantFonts'))[0]);
  if (!descendant.has('CIDToGIDMap')) report('6.2.11.3', `${name}: no CIDToGIDMap`);
  const descriptor = file.dictionary(descendant.get('FontDescriptor'));
  const program = descriptor.get('FontFile2') ?? descriptor.get('FontFile3');
  if (!(program instanceof Ref) || file.streamOf(program).length < 500) report('6.2.11.4', `${name}: not embedded`);
  return undefined;
}

const forbiddenNames = ['JavaScript', 'Launch', 'GoToR', 'Sound', 'Movie', 'ResetForm', 'ImportData', 'LZWDecode', 'Crypt', 'PS', 'XFA', 'NeedAppearances'];

/** Looks at every value of every object once. */
function checkObjects(file: PdfFile, report: Report): void {
  const visit = (value: PdfValue, id: number): void => {
    if (value instanceof Name && forbiddenNames.includes(value.text)) report('6.5', `${value.text} in ${id}`);
    if (Array.isArray(value)) for (const one of value) visit(one, id);
    if (!isDictionary(value)) return;
    for (const [key, one] of value) {
      if (['AA', 'OpenAction', 'TR', 'HTP', 'OPI', 'XFA'].includes(key)) report('6.5.2', `${key} in ${id}`);
      visit(one, id);
    }
  };
  for (const id of file.ids) {
    const { value } = file.object(id);
    visit(value, id);
    if (!isDictionary(value)) continue;
    const type = file.name(value.get('Type'));
    const subtype = file.name(value.get('Subtype'));
    if (type === 'Font' && ['Type0', 'Type1', 'TrueType', 'Type3'].includes(subtype ?? '')) checkFont(file, value, report);
    if (subtype === 'Image') {
      if (value.get('Interpolate') === true) report('6.2.8', 'interpolated picture');
      if (file.name(value.get('ColorSpace')) === 'DeviceCMYK') report('6.2.4.3', 'CMYK picture');
    }
    if (type === 'ExtGState') for (const key of ['CA', 'ca']) if ((value.get(key) ?? 1) !== 1) report('6.2.10', 'transparency');
    if (value.has('BM') && !['Normal', 'Compatible'].includes(file.name(value.get('BM')) ?? '')) report('6.2.10', 'blend mode');
    if (type === 'EmbeddedFile') checkEmbedded(file, value, report);
  }
}

function checkEmbedded(file: PdfFile, value: Dictionary, report: Report): void {
  if (file.name(value.get('Subtype')) === null) report('6.8', 'no media type');
  if (!file.dictionary(value.get('Params')).has('ModDate')) report('6.8', 'no date');
  const specs = file.list(file.catalog.get('AF') ?? []).map((one) => file.dictionary(one));
  if (specs.length === 0) report('6.8', 'not associated with the document');
  for (const spec of specs) for (const key of ['F', 'UF', 'EF', 'AFRelationship']) if (!spec.has(key)) report('6.8', `file without ${key}`);
}

/** Every mark on a page is either content of an element or decoration; colours are RGB or grey. */
function checkPages(file: PdfFile, report: Report): ReadonlyMap<number, ReadonlySet<number>> {
  const marked = new Map<number, ReadonlySet<number>>();
  file.pages().forEach((page, index) => {
    const where = `page ${index + 1}`;
    const seen = new Set<number>();
    let depth = 0;
    for (const { operator, operands } of operationsOf(file.contentOf(page))) {
      if (operator === 'BDC' || operator === 'BMC') {
        depth += 1;
        const properties = operands[1];
        const mcid = properties !== undefined && isDictionary(properties) ? properties.get('MCID') : undefined;
        if (typeof mcid === 'number') seen.add(mcid);
        else if (file.name(operands[0]) !== 'Artifact') report('14.8.2', `${where}: content of no element`);
      } else if (operator === 'EMC') depth -= 1;
      else if (['TJ', 'Tj', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'Do'].includes(operator) && depth === 0) report('14.8.2', `${where}: ${operator} outside any element`);
      if (operator === 'k' || operator === 'K') report('6.2.4.3', `${where}: CMYK`);
      if (operator === 'cs' && !['DeviceRGB', 'DeviceGray'].includes(file.name(operands[0]) ?? '')) report('6.2.4', `${where}: colours`);
    }
    if (depth !== 0) report('14.6', `${where}: open mark`);
    marked.set(index, seen);
  });
  return marked;
}

const standardTypes = new Set('Document Part Sect Div P H1 H2 H3 L LI Lbl LBody Table TR TH TD Caption Figure Span Note'.split(' '));

function checkTags(file: PdfFile, marked: ReadonlyMap<number, ReadonlySet<number>>, report: Report): void {
  if (file.dictionary(file.catalog.get('MarkInfo')).get('Marked') !== true) report('14.7.1', 'not marked');
  const pages = file.pages();
  const found = pages.map(() => new Set<number>());
  let lastHead = 0;
  const visit = (value: PdfValue | undefined, parentPage: number): void => {
    const element = file.resolve(value);
    if (!isDictionary(element)) return;
    const type = file.name(element.get('S')) ?? '';
    if (!standardTypes.has(type)) report('14.8.4', `element ${type}`);
    if (type === 'Figure' && file.text(element.get('Alt')) === '') report('14.9.3', 'picture without words');
    if (type === 'TH' && file.name(file.dictionary(element.get('A')).get('Scope')) === null) report('14.8.5.7', 'head without scope');
    const level = /^H(\d)$/.exec(type)?.[1];
    if (level !== undefined) {
      if (Number(level) > lastHead + 1) report('14.8.4.2', `head ${level} after ${lastHead}`);
      lastHead = Number(level);
    }
    const page = element.has('Pg') ? pages.indexOf(file.dictionary(element.get('Pg'))) : parentPage;
    const kids = file.resolve(element.get('K'));
    for (const kid of Array.isArray(kids) ? kids : [kids]) {
      if (typeof kid === 'number') found[page]?.add(kid);
      else if (kid instanceof Ref) visit(kid, page);
      else if (isDictionary(kid) && typeof kid.get('MCID') === 'number') found[pages.indexOf(file.dictionary(kid.get('Pg')))]?.add(Number(kid.get('MCID')));
    }
  };
  const root = file.dictionary(file.catalog.get('StructTreeRoot'));
  for (const kid of file.list(root.get('K'))) visit(kid, -1);
  for (const [index, seen] of marked) for (const mcid of seen) if (found[index]?.has(mcid) !== true) report('14.7.4', `page ${index + 1}: content ${mcid} belongs to nothing`);
}

/** Every clause that a file breaks, as `6.2.3: what`; none for a good one. */
export function brokenClauses(bytes: Uint8Array, part: 2 | 3): readonly string[] {
  const broken = new Set<string>();
  const report: Report = (clause, what) => void broken.add(`${clause}: ${what}`);
  const file = new PdfFile(bytes);
  checkFile(file, report);
  checkMetadata(file, part, report);
  checkOutputIntent(file, report);
  checkObjects(file, report);
  const marked = checkPages(file, report);
  if (!file.catalog.has('StructTreeRoot')) report('14.7.1', 'no tags');
  else {
    checkTags(file, marked, report);
    checkTagOrder(file, report);
  }
  checkCatalog(file, report);
  checkStreams(file, report);
  checkContents(file, report);
  checkFilesInside(file, part, report);
  checkFonts(file, report);
  if (file.text(file.catalog.get('Lang')) === '') report('14.9.2', 'no language');
  if (file.dictionary(file.catalog.get('ViewerPreferences')).get('DisplayDocTitle') !== true) report('14.8', 'title is not shown');
  return [...broken];
}
