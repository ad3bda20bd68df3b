/**
 * The clauses of ISO 19005-2 about streams, pictures, pages and files inside, and the order of tags (ISO 32000-1 §14.7 and §14.8): what a
 * program that only writes can get wrong beside fonts and metadata.
 */
import { createHash } from 'node:crypto';
import { operationsOf, type PdfFile, Name, Ref, type Dictionary, type PdfValue } from './pdfObjects.ts';

type Report = (clause: string, what: string) => void;
const isDictionary = (value: PdfValue | undefined): value is Dictionary => value instanceof Map;

/** ISO 32000-1 annex A: operators that a content stream may have. */
const operators = new Set(
  'b B b* B* BDC BI BMC BT c cm CS cs d d0 d1 Do DP EI EMC ET f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'.split(' '),
);
const categories: Readonly<Record<string, string>> = { gs: 'ExtGState', Do: 'XObject', sh: 'Shading' };
/** §6.1.13, after the limits of ISO 32000-1 annex C. */
const limits = { nesting: 28, name: 127, text: 32_767, integer: 2_147_483_647 } as const;

/** Streams are inside the file, nothing is larger than readers can hold. */
export function checkStreams(file: PdfFile, report: Report): void {
  const visit = (value: PdfValue, id: number): void => {
    if (value instanceof Name && Buffer.byteLength(value.text) > limits.name) report('6.1.13', `name in ${id}`);
    if (Buffer.isBuffer(value) && value.length > limits.text) report('6.1.13', `text in ${id}`);
    if (typeof value === 'number' && Math.abs(value) > limits.integer) report('6.1.13', `number in ${id}`);
    if (Array.isArray(value)) for (const one of value) visit(one, id);
    if (isDictionary(value)) for (const one of value.values()) visit(one, id);
  };
  for (const id of file.ids) {
    const { value, stream } = file.object(id);
    visit(value, id);
    if (stream === null || !isDictionary(value)) continue;
    for (const key of ['F', 'FFilter', 'FDecodeParms']) if (value.has(key)) report('6.1.7.1', `stream ${id} is outside the file`);
    const filters = file.resolve(value.get('Filter') ?? []);
    for (const filter of Array.isArray(filters) ? filters : [filters]) if (!['FlateDecode', 'DCTDecode'].includes(file.name(filter) ?? '')) report('6.1.7.2', `filter of ${id}`);
    const end = file.bytes.indexOf('endstream', file.bytes.indexOf(stream));
    if (stream.length > 0 && end >= 0 && file.bytes.toString('latin1', file.bytes.indexOf(stream) + stream.length, end).trim() !== '') report('6.1.7.1', `length of stream ${id}`);
  }
}

function checkImage(file: PdfFile, image: Dictionary, where: string, report: Report): void {
  for (const key of ['Alternates', 'OPI', 'Intent']) if (image.has(key)) report('6.2.8', `${where}: picture with ${key}`);
  if (![1, 2, 4, 8, 16].includes(Number(image.get('BitsPerComponent')))) report('6.2.8.1', `${where}: bits of a picture`);
  const space = file.resolve(image.get('ColorSpace'));
  const kind = space instanceof Name ? space.text : Array.isArray(space) ? (file.name(space[0]) ?? '') : '';
  if (!['DeviceRGB', 'DeviceGray', 'Indexed', 'ICCBased'].includes(kind)) report('6.2.4', `${where}: colours of a picture (${kind})`);
  const mask = image.get('SMask');
  if (mask !== undefined && file.name(file.dictionary(mask).get('ColorSpace')) !== 'DeviceGray') report('6.2.10', `${where}: mask of a picture`);
}

/** Operators are known, what they name is there, states are closed; pages are A4, without annotations, scripts or transitions. */
export function checkContents(file: PdfFile, report: Report): void {
  file.pages().forEach((page, index) => {
    const where = `page ${index + 1}`;
    const resources = file.dictionary(page.get('Resources'));
    const box = file.list(page.get('MediaBox')).map(Number);
    if (Math.abs((box[2] ?? 0) - 595.28) > 0.01 || Math.abs((box[3] ?? 0) - 841.89) > 0.01) report('6.1.13', `${where}: no A4`);
    for (const key of ['Annots', 'AA', 'PresSteps', 'Trans']) if (page.has(key)) report('6.3', `${where}: ${key}`);
    let depth = 0;
    for (const { operator, operands } of operationsOf(file.contentOf(page))) {
      if (!operators.has(operator)) report('6.2.2', `${where}: operator ${operator}`);
      if (operator === 'q') depth += 1;
      if (operator === 'Q') depth -= 1;
      if (depth > limits.nesting || depth < 0) report('6.1.13', `${where}: states are nested ${depth} deep`);
      const category = categories[operator];
      const name = file.name(operands[0]) ?? '';
      if (category === undefined) continue;
      const found = resources.has(category) ? file.dictionary(resources.get(category)).get(name) : undefined;
      if (!(found instanceof Ref)) report('6.2.2', `${where}: ${name} is not among its resources`);
      else if (operator === 'Do' && file.name(file.dictionary(found).get('Subtype')) === 'Image') checkImage(file, file.dictionary(found), where, report);
      else if (operator === 'Do') report('6.2.9', `${where}: a form from elsewhere`);
    }
    if (depth !== 0) report('6.2.2', `${where}: an open state`);
  });
}

/** What may not stand in the catalog of a file that is to be kept, and the head of its metadata. A collection of files inside may. */
export function checkCatalog(file: PdfFile, report: Report): void {
  for (const key of ['AcroForm', 'OCProperties', 'Requirements', 'Perms', 'NeedsRendering', 'OpenAction', 'AA']) if (file.catalog.has(key)) report('6.10', `${key} in the catalog`);
  const reference = file.catalog.get('Metadata');
  if (!(reference instanceof Ref)) return;
  const metadata = file.dictionary(reference);
  if (file.name(metadata.get('Type')) !== 'Metadata' || file.name(metadata.get('Subtype')) !== 'XML') report('6.6.2.1', 'kind of metadata');
  const xml = file.streamOf(reference).toString('utf8');
  if (/<\?xpacket[^>]*\s(?:bytes|encoding)=/.test(xml)) report('6.6.2.1', 'packet with bytes or encoding');
  const known = ['http://purl.org/dc/elements/1.1/', 'http://ns.adobe.com/xap/1.0/', 'http://ns.adobe.com/pdf/1.3/', 'http://www.aiim.org/pdfa/ns/id/', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'adobe:ns:meta/'];
  for (const [, address = ''] of xml.matchAll(/xmlns:[A-Za-z]+="([^"]+)"/g)) if (!known.includes(address)) report('6.6.2.3', `a schema that is not described: ${address}`);
  if (file.text(file.dictionary(file.trailer.get('Info')).get('Title')) === '') report('6.6.3', 'no title');
}

/** In part 2 nothing lies inside; in part 3 every file inside belongs to the document, and is what it says it is. */
export function checkFilesInside(file: PdfFile, part: 2 | 3, report: Report): void {
  const specs = file.list(file.catalog.get('AF') ?? []).map((one) => file.dictionary(one));
  const embedded = file.ids.filter((id) => {
    const { value } = file.object(id);
    return isDictionary(value) && file.name(value.get('Type')) === 'EmbeddedFile';
  });
  if (part === 2 && embedded.length > 0) report('6.8', 'a file inside that may be no PDF/A');
  const associated = new Set<number>();
  for (const spec of specs) {
    const name = file.text(spec.get('F'));
    if (name === '' || name !== file.text(spec.get('UF'))) report('6.8', `names of ${name}`);
    if (!['Source', 'Data', 'Alternative', 'Supplement', 'Unspecified'].includes(file.name(spec.get('AFRelationship')) ?? '')) report('6.8', `relation of ${name}`);
    const reference = file.dictionary(spec.get('EF')).get('F');
    if (!(reference instanceof Ref)) {
      report('6.8', `${name} is not inside`);
      continue;
    }
    associated.add(reference.id);
    const dictionary = file.dictionary(reference);
    if (!/^[a-z]+\/[\w.+-]+$/.test((file.name(dictionary.get('Subtype')) ?? '').replaceAll('#2F', '/'))) report('6.8', `media type of ${name}`);
    const bytes = file.streamOf(reference);
    const params = file.dictionary(dictionary.get('Params'));
    if (params.has('Size') && params.get('Size') !== bytes.length) report('7.11.4', `size of ${name}`);
    const sum = file.resolve(params.get('CheckSum'));
    if (Buffer.isBuffer(sum) && sum.toString('hex') !== createHash('md5').update(bytes).digest('hex') && sum.toString('latin1') !== createHash('md5').update(bytes).digest('hex')) report('7.11.4', `sum of ${name}`);
  }
  for (const id of embedded) if (!associated.has(id)) report('6.8', `file ${id} belongs to nothing`);
}

type Element = { readonly type: string; readonly kids: readonly Element[]; readonly columns: number };
const parents: Readonly<Record<string, readonly string[]>> = { LI: ['L'], Lbl: ['LI', 'Note'], LBody: ['LI'], TR: ['Table', 'THead', 'TBody', 'TFoot'], TH: ['TR'], TD: ['TR'] };

function elementOf(file: PdfFile, value: PdfValue | undefined): Element | null {
  const found = file.resolve(value);
  if (!isDictionary(found) || !found.has('S')) return null;
  const kids = file.resolve(found.get('K'));
  const attributes = file.resolve(found.get('A'));
  const columns = isDictionary(attributes) ? attributes.get('ColSpan') : undefined;
  return {
    type: file.name(found.get('S')) ?? '',
    kids: (Array.isArray(kids) ? kids : [kids]).flatMap((kid) => elementOf(file, kid) ?? []),
    columns: typeof columns === 'number' ? columns : 1,
  };
}

function checkElement({ type, kids }: Element, report: Report): void {
  for (const kid of kids) {
    const allowed = parents[kid.type];
    if (allowed !== undefined && !allowed.includes(type)) report('14.8.4', `${kid.type} in ${type}`);
    checkElement(kid, report);
  }
  if (type === 'L' && kids.length === 0) report('14.8.4.3.3', 'an empty list');
  if (type !== 'Table') return;
  const rows = kids.flatMap((kid) => (kid.type === 'TR' ? [kid] : kid.kids)).map((row) => row.kids.reduce((sum, cell) => sum + cell.columns, 0));
  if (rows.length === 0 || new Set(rows).size > 1) report('14.8.4.3.4', `a table with rows of ${[...new Set(rows)].join(' and ')} cells`);
}

/** Tags come in the order in which they are drawn and read, each mark knows its tag, and parts of tables and lists stand in them. */
export function checkTagOrder(file: PdfFile, report: Report): void {
  const root = file.dictionary(file.catalog.get('StructTreeRoot'));
  const pages = file.pages();
  const last = pages.map(() => -1);
  const seen = pages.map(() => new Set<number>());
  const mark = (page: number, mcid: number): void => {
    if (mcid <= (last[page] ?? -1)) report('14.8.2.3', `page ${page + 1}: ${mcid} is read after ${String(last[page])}`);
    if (seen[page]?.has(mcid) === true) report('14.7.4', `page ${page + 1}: ${mcid} belongs to two elements`);
    seen[page]?.add(mcid);
    last[page] = mcid;
  };
  const visit = (value: PdfValue | undefined, parentPage: number): void => {
    const element = file.resolve(value);
    if (!isDictionary(element)) return;
    const page = element.has('Pg') ? pages.indexOf(file.dictionary(element.get('Pg'))) : parentPage;
    const kids = file.resolve(element.get('K'));
    for (const kid of Array.isArray(kids) ? kids : [kids]) {
      if (typeof kid === 'number') mark(page, kid);
      else if (kid instanceof Ref) visit(kid, page);
      else if (isDictionary(kid) && typeof kid.get('MCID') === 'number') mark(pages.indexOf(file.dictionary(kid.get('Pg'))), Number(kid.get('MCID')));
    }
  };
  for (const kid of file.list(root.get('K'))) {
    visit(kid, -1);
    const element = elementOf(file, kid);
    if (element !== null) checkElement(element, report);
  }
  checkParentTree(file, root, { seen, report });
}

/** From the mark on the page back to its element: what a reader does when somebody clicks (§14.7.4.4). */
function checkParentTree(file: PdfFile, root: Dictionary, { seen, report }: { readonly seen: readonly ReadonlySet<number>[]; readonly report: Report }): void {
  const numbers = file.list(file.dictionary(root.get('ParentTree')).get('Nums') ?? []);
  const lists = new Map<number, PdfValue | undefined>();
  for (let at = 0; at < numbers.length; at += 2) lists.set(Number(numbers[at]), numbers[at + 1]);
  file.pages().forEach((page, index) => {
    const key = page.get('StructParents');
    const list = typeof key === 'number' ? lists.get(key) : undefined;
    if (list === undefined) {
      if ((seen[index]?.size ?? 0) > 0) report('14.7.4.4', `page ${index + 1}: no way back to the tags`);
      return;
    }
    const elements = file.list(list);
    for (const mcid of seen[index] ?? []) if (!(elements[mcid] instanceof Ref)) report('14.7.4.4', `page ${index + 1}: ${mcid} has no way back`);
  });
}
