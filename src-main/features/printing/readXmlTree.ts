/**
 * An XML file of a stranger as a small tree: a stored e-invoice, an order for direct debits. No document type, no entities, and bounds on
 * everything.
 */
import { SaxesParser } from 'saxes';
import type { XmlNode } from '../../domain/xmlTree.ts';

type Growing = { name: string; attributes: Readonly<Record<string, string>>; children: Growing[]; text: string };

const limits = { characters: 20_000_000, elements: 400_000, depth: 30, text: 20_000 } as const;
/** Pictures and PDFs inside the invoice are no part of what is shown. */
const withoutText = new Set(['EmbeddedDocumentBinaryObject']);
class Unreadable extends Error {}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The root element by local names, or null where this is no XML within the bounds. */
export function readXmlTree(xml: string): XmlNode | null {
  if (xml.length > limits.characters || xml.includes('<!DOCTYPE')) return null;
  const parser = new SaxesParser();
  const open: Growing[] = [];
  let root: Growing | null = null;
  let elements = 0;
  const refuse = (): never => {
    throw new Unreadable();
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    elements += 1;
    if (elements > limits.elements || open.length >= limits.depth) refuse();
    const node: Growing = { name: localName(name), attributes: attributes as Readonly<Record<string, string>>, children: [], text: '' };
    const parent = open.at(-1);
    if (parent === undefined) root = node;
    else parent.children.push(node);
    open.push(node);
  });
  const add = (text: string): void => {
    const node = open.at(-1);
    if (node === undefined || withoutText.has(node.name) || text.trim() === '') return;
    if (node.text.length + text.length > limits.text) refuse();
    node.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => void open.pop());
  try {
    parser.write(xml.replace(/^\ufeff/, '')).close();
  } catch (thrown) {
    if (thrown instanceof Unreadable) return null;
    throw thrown;
  }
  return root;
}
