/** Where each package may be used. A package that nobody has classified fails: somebody must have thought about it. */
import { describe, expect, it } from 'vitest';
import { cruiseSources, foreignImports, root } from './cruise.ts';

type Place = 'anywhere' | 'node' | 'dom';
const places: Readonly<Record<string, Place>> = {
  zod: 'anywhere',
  'temporal-polyfill': 'anywhere',
  'decimal.js': 'anywhere',
  ibantools: 'anywhere',
  qr: 'anywhere',
  'better-sqlite3': 'node',
  'drizzle-orm': 'node',
  electron: 'node',
  fontkit: 'node',
  'iconv-lite': 'node',
  nodemailer: 'node',
  papaparse: 'node',
  pdfkit: 'node',
  'read-excel-file': 'node',
  saxes: 'node',
  'write-excel-file': 'node',
  '@mantine/charts': 'dom',
  '@mantine/core': 'dom',
  '@mantine/dates': 'dom',
  '@mantine/form': 'dom',
  '@mantine/hooks': 'dom',
  '@mantine/modals': 'dom',
  '@mantine/notifications': 'dom',
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
});
