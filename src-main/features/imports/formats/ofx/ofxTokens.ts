/**
 * The elements of OFX 1 (SGML, where the end tag of a value may be left out) and OFX 2 (XML) as one row of tokens. Nothing is nested
 * here and nothing expanded but the characters that have names.
 */
export type OfxToken =
  | { readonly kind: 'open'; readonly name: string; readonly at: number; readonly value: string }
  | { readonly kind: 'close'; readonly name: string; readonly at: number; readonly end: number };

/** Longest tag looked for, attributes included. */
const longestTag = 300;
const tagShape = /^<(\/?)([A-Za-z][A-Za-z0-9_.]{0,40})(?:\s[^<>]{0,200})?(\/?)>/;

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  euml: 'ë',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  iuml: 'ï',
  icirc: 'î',
  ouml: 'ö',
  ocirc: 'ô',
  uuml: 'ü',
  ugrave: 'ù',
  ucirc: 'û',
  auml: 'ä',
  szlig: 'ß',
};

/** Characters written by name or number; a name nobody knows stays as it stands. */
export function characters(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
    (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole;
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
      return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
    },
  );
}

/** Text up to the next tag, with marked sections unpacked; the position of that tag. */
function valueFrom(text: string, from: number): { readonly value: string; readonly next: number } {
  let value = '';
  let at = from;
  for (;;) {
    const less = text.indexOf('<', at);
    if (less === -1) return { value: value + characters(text.slice(at)), next: text.length };
    value += characters(text.slice(at, less));
    if (text.startsWith('<![CDATA[', less)) {
      const end = text.indexOf(']]>', less);
      const stop = end === -1 ? text.length : end;
      value += text.slice(less + 9, stop);
      at = end === -1 ? text.length : end + 3;
    } else if (text.startsWith('<!--', less)) {
      const end = text.indexOf('-->', less);
      at = end === -1 ? text.length : end + 3;
    } else if (tagShape.test(text.slice(less, less + longestTag)) || text.startsWith('<?', less)) {
      return { value, next: less };
    } else {
      // A bare "smaller than" in a text.
      value += '<';
      at = less + 1;
    }
  }
}

/** The tokens from a position on. Names are in upper case; a value is trimmed and empty for an element that holds others. */
export function* ofxTokens(text: string, from: number): Generator<OfxToken> {
  let at = valueFrom(text, from).next;
  while (at < text.length) {
    if (text.startsWith('<?', at)) {
      const end = text.indexOf('?>', at);
      at = end === -1 ? text.length : valueFrom(text, end + 2).next;
      continue;
    }
    const match = tagShape.exec(text.slice(at, at + longestTag));
    if (match === null) return;
    const end = at + match[0].length;
    const { value, next } = valueFrom(text, end);
    const name = (match[2] ?? '').toUpperCase();
    if (match[1] === '/') yield { kind: 'close', name, at, end };
    else yield { kind: 'open', name, at, value: match[3] === '/' ? '' : value.trim() };
    at = next;
  }
}
