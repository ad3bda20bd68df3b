/** What must never be committed, and what documents say must be true. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';
import { projectFiles, textOf } from './sourceFiles.ts';

const texts = projectFiles().filter((file) => !/\.(png|ttf|woff2|ico|pdf|zip|xlsx|sqlite|termijn)$/.test(file));
// Put together here so that this file does not contain what it looks for.
const never: Readonly<Record<string, RegExp>> = {
  'the address of a package registry': new RegExp(['registry', 'npmjs'].join('\\.') + '|' + ['deb', 'debian', 'org'].join('\\.') + '|:\\/\\/' + 'registry'),
  'a path of one machine': new RegExp(`/${'work'}/(main|shared|steering)|/${'farm'}/|/${'root'}/|/tmp/${'bash_jobs'}`),
  'a mark of unfinished work': new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME'].join('|')})\\b|not ${'implemented'}`),
  'a test that runs alone': new RegExp(`\\b(it|test|describe)\\.${'only'}\\(`),
};

describe('the project', () => {
  it('has files to look at', () => expect(texts.length).toBeGreaterThan(100));
  it.each(Object.entries(never))('contains nowhere %s', (_name, pattern) => expect(texts.filter((file) => pattern.test(textOf(file)))).toEqual([]));
  it('has a lock file without addresses', () => expect(textOf('package-lock.json')).not.toContain('"resolved"'));
  it('pins every package to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version));
    expect(loose).toEqual([]);
  });
  it('runs what everybody runs in CI', () => expect(textOf('.ci/run')).toContain('npm test'));
});

/** A path in backquotes or in a tree of folders, from the folders at the top of the project. */
const mentioned = /(?<![\w./-])((?:src-main|src-renderer|src-shared|test|scripts|resources)\/[\w./-]*)/g;

describe('the documents', () => {
  const documents = projectFiles().filter((file) => file.endsWith('.md'));
  it('include a README at the top', () => expect(documents).toContain('README.md'));
  it('speak only of files and folders that exist', () => {
    const missing = documents.flatMap((document) =>
      [...textOf(document).matchAll(mentioned)]
        .map(([path]) => path.replace(/[.…]+$/, ''))
        .filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, dirname(document), path)))
        .map((path) => `${document}: ${path}`),
    );
    expect(missing).toEqual([]);
  });
});
