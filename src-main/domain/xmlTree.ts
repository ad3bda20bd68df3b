/** Paths of local names in a small XML tree. Reading one is for whoever has a parser. */
export type XmlNode = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly XmlNode[]; readonly text: string };
/** Null where it is no XML within bounds. */
export type ReadXmlTree = (xml: string) => XmlNode | null;

/** All elements under a path. */
export function nodesAt(node: XmlNode, path: string): readonly XmlNode[] {
  let found: readonly XmlNode[] = [node];
  for (const name of path.split('/')) found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}

/** The trimmed texts under a path, without empty ones. */
export const textsAt = (node: XmlNode, path: string): readonly string[] => nodesAt(node, path).flatMap(({ text }) => (text.trim() === '' ? [] : [text.trim()]));

/** The text of the first element under any of the paths that has one, trimmed. */
export function textAt(node: XmlNode, ...paths: readonly string[]): string {
  for (const path of paths) {
    const [text] = textsAt(node, path);
    if (text !== undefined) return text;
  }
  return '';
}
