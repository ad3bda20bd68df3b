import { describe, expect, it } from 'vitest';
import { ownText, peekXml, readXml, xmlChild, xmlChildren, xmlText, type XmlElement } from './readXml.ts';
import { readContext } from './sourceFile.ts';

type Seen = { readonly elements: readonly XmlElement[]; readonly sources: readonly string[]; readonly code: string | null };

/** Builds every child of the root, leaves out `skip`. */
function read(text: string | Uint8Array): Seen {
  const elements: XmlElement[] = [];
  const sources: string[] = [];
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const failure = readXml({ name: 'x.xml', bytes }, readContext, {
    withoutText: new Set(['picture']),
    onOpen: (name, _attributes, depth) => (depth === 1 ? 'enter' : name === 'skip' ? 'skip' : 'build'),
    onSubtree: (element, _depth, source) => {
      elements.push(element);
      sources.push(source());
    },
    onClose: () => undefined,
  });
  return { elements, sources, code: failure?.code ?? null };
}

describe('walking XML', () => {
  it('builds the subtrees asked for, by local names, and leaves out the others', () => {
    const { elements, code } = read('<n:r xmlns:n="u"><n:a k="v">1<b/>2<![CDATA[<3>]]></n:a><skip><a>x</a></skip><a> t </a></n:r>');
    expect(code).toBeNull();
    expect(elements.map(({ name, attributes, children }) => [name, { ...attributes }, children.map((child) => child.name)])).toEqual([
      ['a', { k: 'v' }, ['b']],
      ['a', {}, []],
    ]);
    expect(ownText(elements[1] ?? null)).toBe('t');
  });

  it('finds children by a path of names', () => {
    const [element = null] = read('<r><a><b><c>1</c></b><b><c>2</c></b></a></r>').elements;
    expect(xmlText(element, 'b', 'c')).toBe('1');
    expect(xmlChildren(element, 'b')).toHaveLength(2);
    expect(xmlChild(element, 'b', 'd')).toBeNull();
    expect(xmlText(null, 'b')).toBeNull();
  });

  it('gives the source of a subtree as it stood, also across the pieces in which a file is read', () => {
    const entry = `<e a="1">\r\n${'é'.repeat(4000)}</e>`;
    const { sources, code } = read(`<r>${entry.repeat(700)}</r>`);
    expect(code).toBeNull();
    expect(sources).toHaveLength(700);
    expect(new Set(sources.map((source) => source.replace('<e>', '<e a="1">').length))).toEqual(new Set([entry.length]));
  });

  it('does not count the text of a picture', () => {
    expect(read(`<r><a><picture>${'x'.repeat(50_000)}</picture></a></r>`).code).toBeNull();
    expect(read(`<r><a><other>${'x'.repeat(50_000)}</other></a></r>`).code).toBe('file-field-too-long');
  });

  it('refuses declarations, undeclared entities, depth and broken ends', () => {
    expect(read('<!DOCTYPE r><r/>').code).toBe('xml-doctype');
    expect(read('<r>&nbsp;</r>').code).toBe('xml-malformed');
    expect(read('<r>'.repeat(61)).code).toBe('xml-too-deep');
    expect(read('<r><a></r>').code).toBe('xml-malformed');
    expect(read('<r><a>').code).toBe('xml-malformed');
    expect(read('').code).toBe('file-empty');
  });
});

describe('a look at the start of XML', () => {
  it('tells root, namespace and first child behind declarations and comments', () => {
    expect(peekXml('<?xml version="1.0"?><!-- <x> --><ns2:Document xmlns:ns2="urn:u">\n <ns2:BkToCstmrStmt>')).toEqual({
      root: 'Document',
      namespace: 'urn:u',
      firstChild: 'BkToCstmrStmt',
    });
    expect(peekXml('<r')).toEqual({ root: 'r', namespace: null, firstChild: null });
    expect(peekXml('no <xml>')).toBeNull();
  });
});
