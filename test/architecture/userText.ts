/** Where the program uses its texts, and where it writes words of its own: read from the syntax tree, so that comments and types count for nothing. */
import { parseSync } from 'vite';
import { programFiles, textOf } from './sourceFiles.ts';

type SyntaxNode = { readonly type: string; readonly start: number; readonly [part: string]: unknown };
export type Found = { readonly file: string; readonly line: number; readonly text: string };

const isNode = (value: unknown): value is SyntaxNode => typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

function* nodesUnder(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const part of Object.values(node)) {
    if (isNode(part)) yield* nodesUnder(part);
    else if (Array.isArray(part)) for (const item of part) if (isNode(item)) yield* nodesUnder(item);
  }
}

export function nodesOf(file: string, text: string): readonly SyntaxNode[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message ?? ''}`);
  return [...nodesUnder(program as unknown as SyntaxNode)];
}

const textOfQuasi = (quasi: unknown): string => (isNode(quasi) ? String((quasi['value'] as { raw?: unknown }).raw) : '');

/** `settings.${key}.title` as the pattern of all keys it can be. */
function patternOf(node: SyntaxNode): RegExp | null {
  const quasis = (node['quasis'] as readonly unknown[]).map(textOfQuasi);
  if (!/^[a-z]\w*\./.test(quasis[0] ?? '')) return null;
  return new RegExp(`^${quasis.map((text) => text.replaceAll('.', String.raw`\.`).replaceAll(/[^\w.\\-]/g, '')).join(String.raw`[\w-]+`)}$`);
}

export type KeyUses = {
  /** Whole keys, as literals anywhere in the code. */
  readonly keys: ReadonlySet<string>;
  readonly patterns: readonly { readonly file: string; readonly pattern: RegExp }[];
  /** Names that are read from the catalogs themselves, without keys, by file. */
  readonly readDirectly: readonly { readonly file: string; readonly names: ReadonlySet<string> }[];
};

/** Every way in which a key of the catalogs is mentioned by the program outside the catalogs. */
export function keyUses(): KeyUses {
  const keys = new Set<string>();
  const patterns: { readonly file: string; readonly pattern: RegExp }[] = [];
  const readDirectly: { readonly file: string; readonly names: ReadonlySet<string> }[] = [];
  for (const file of programFiles.filter((name) => !name.startsWith('src-shared/locales/'))) {
    const nodes = nodesOf(file, textOf(file));
    for (const node of nodes) {
      if (node.type === 'Literal' && typeof node['value'] === 'string') keys.add(node['value']);
      if (node.type !== 'TemplateLiteral') continue;
      const pattern = patternOf(node);
      if (pattern !== null) patterns.push({ file, pattern });
    }
    if (!nodes.some((node) => node.type === 'ImportDeclaration' && isNode(node['source']) && String(node['source']['value']).endsWith('locales/catalogs.ts'))) continue;
    readDirectly.push({ file, names: new Set(nodes.flatMap((node) => (node.type === 'Identifier' ? [String(node['name'])] : []))) });
  }
  return { keys, patterns, readDirectly };
}

/** Attributes whose value a reader sees or hears. */
const spokenAttributes = new Set(['alt', 'aria-label', 'aria-description', 'aria-roledescription', 'description', 'error', 'hint', 'label', 'lead', 'placeholder', 'sub', 'title']);

const nameOf = (node: unknown): string => (isNode(node) ? String(node['name']) : '');

/** What an expression in markup can show when it is a text itself: `'a'`, `cond && 'a'`, `cond ? 'a' : 'b'`. */
function literalsIn(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value']] : [];
    case 'TemplateLiteral':
      return (node['quasis'] as readonly unknown[]).map(textOfQuasi);
    case 'JSXExpressionContainer':
      return literalsIn(node['expression']);
    case 'ConditionalExpression':
      return [...literalsIn(node['consequent']), ...literalsIn(node['alternate'])];
    case 'LogicalExpression':
      return [...(node['operator'] === '&&' ? [] : literalsIn(node['left'])), ...literalsIn(node['right'])];
    default:
      return [];
  }
}

/** Words in markup that come from no catalog: between tags, in braces, or in an attribute that is read aloud. */
export function writtenInMarkup(file: string, text: string): readonly Found[] {
  const nodes = nodesOf(file, text);
  const shown = nodes.flatMap((node) => {
    if (node.type === 'JSXText') return [{ node, texts: [String(node['value'])] }];
    if (node.type === 'JSXAttribute' && spokenAttributes.has(nameOf(node['name']))) return [{ node, texts: literalsIn(node['value']) }];
    if (node.type !== 'JSXElement' && node.type !== 'JSXFragment') return [];
    return (node['children'] as readonly unknown[]).flatMap((child) => (isNode(child) && child.type === 'JSXExpressionContainer' ? [{ node: child, texts: literalsIn(child) }] : []));
  });
  return shown.flatMap(({ node, texts }) =>
    texts.filter((words) => /\p{L}/u.test(words)).map((words) => ({ file, line: text.slice(0, node.start).split('\n').length, text: words.trim() })),
  );
}
