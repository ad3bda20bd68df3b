/**
 * A stored e-invoice as a small tree. It was read once already when it was taken in, but it is still a stranger's file: no document type,
 * no entities, and bounds on everything.
 */
import { SaxesParser } from 'saxes';

export type UblNode = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly UblNode[]; readonly text: string };
type Growing = { name: string; attributes: Readonly<Record<string, string>>; children: Growing[]; text: string };

const limits = { characters: 20_000_000, elements: 400_000, depth: 30, text: 20_000 } as const;
/** Pictures and PDFs inside the invoice are no part of what is shown. */
const withoutText = new Set(['EmbeddedDocumentBinaryObject']);
class Unreadable extends Error {}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The root element, or null where this is no XML within the bounds. */
export function readUblTree(xml: string): UblNode | null {
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

/** All elements under a path of local names. */
export function nodesAt(node: UblNode, path: string): readonly UblNode[] {
  let found: readonly UblNode[] = [node];
  for (const name of path.split('/')) found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}
/** The text of the first element under any of the paths that has one, trimmed. */
export function textAt(node: UblNode, ...paths: readonly string[]): string {
  for (const path of paths) {
    const text = nodesAt(node, path).find((one) => one.text.trim() !== '')?.text.trim();
    if (text !== undefined) return text;
  }
  return '';
}
