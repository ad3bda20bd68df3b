/** A small XML file of a stranger as a tree: no document type, no entities, and bounds on everything. */
import { SaxesParser } from 'saxes';

export type XmlNode = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly XmlNode[]; readonly text: string };
type Growing = { name: string; attributes: Readonly<Record<string, string>>; children: Growing[]; text: string };

const limits = { elements: 300_000, depth: 24, text: 2000 } as const;
class Unreadable extends Error {}

/** The root element by local names, or null where this is no XML within the bounds. */
export function readXmlTree(xml: string): XmlNode | null {
  if (xml.includes('<!DOCTYPE')) return null;
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
    const node: Growing = { name: name.slice(name.indexOf(':') + 1), attributes: attributes as Readonly<Record<string, string>>, children: [], text: '' };
    const parent = open.at(-1);
    if (parent === undefined) root = node;
    else parent.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node === undefined || text.trim() === '') return;
    if (node.text.length + text.length > limits.text) refuse();
    node.text += text;
  });
  parser.on('closetag', () => void open.pop());
  try {
    parser.write(xml.replace(/^\ufeff/, '')).close();
  } catch (thrown) {
    if (thrown instanceof Unreadable) return null;
    throw thrown;
  }
  return root;
}

/** All elements under a path of local names. */
export function nodesAt(node: XmlNode, path: string): readonly XmlNode[] {
  let found: readonly XmlNode[] = [node];
  for (const name of path.split('/')) found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}

/** The trimmed texts under a path, without empty ones. */
export const textsAt = (node: XmlNode, path: string): readonly string[] => nodesAt(node, path).flatMap(({ text }) => (text.trim() === '' ? [] : [text.trim()]));
export const textAt = (node: XmlNode, path: string): string => textsAt(node, path)[0] ?? '';
