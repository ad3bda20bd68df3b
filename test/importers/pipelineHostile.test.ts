import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Background } from '../../src-main/ports/background.ts';
import { errors } from '../../src-shared/locales/nl/errors.ts';
import { camtFile, ublFile } from './importFiles.ts';
import { createWorld, type File, sharedBackground, type World } from './importWorld.ts';

const background = sharedBackground(20_000);
afterAll(() => background.close());

let world: World;
beforeEach(() => {
  world = createWorld(background);
});
afterEach(() => {
  expect(world.isSound()).toBe(true);
  world.close();
});

const deep = `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</Invoice>`;
const hostile: readonly (readonly [what: string, file: File])[] = [
  ['an empty file', { name: 'leeg.xml', content: '' }],
  ['only white space', { name: 'wit.csv', content: '  \r\n \r\n' }],
  ['random bytes', { name: 'ruis.xml', content: new Uint8Array(randomBytes(5000)) }],
  [
    'entities that grow',
    { name: 'lol.xml', content: '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Invoice><ID>&b;</ID></Invoice>' },
  ],
  [
    'an entity that reads a file',
    {
      name: 'xxe.xml',
      content: '<?xml version="1.0"?><!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/hostname">]><Invoice><ID>&x;</ID></Invoice>',
    },
  ],
  ['nesting without end', { name: 'diep.xml', content: deep }],
  ['an invoice that breaks off', { name: 'half.xml', content: String(ublFile({ number: '1', total: '10.00' }).content).slice(0, 900) }],
  [
    'a statement that breaks off',
    {
      name: 'half-camt.xml',
      content: String(camtFile({ number: '1', opening: 0, movements: [{ date: '2026-02-02', cents: 100 }] }).content).slice(0, 700),
    },
  ],
  ['a program', { name: 'factuur.xml', content: new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0]) }],
  ['a picture called CSV', { name: 'facturen.csv', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]) }],
  ['a letter in words', { name: 'brief.txt', content: 'Beste relatie,\n\nHierbij onze groeten.\n\nTot ziens' }],
  ['an archive', { name: 'bank.zip', content: new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0]) }],
  ['a path for a name', { name: '../../../etc/passwd', content: 'root:x:0:0:root:/root:/bin/sh\n' }],
  [
    'a very long line',
    {
      name: 'lang.sta',
      content: `:20:X\r\n:25:NL13TEST0123456789\r\n:28C:1\r\n:60F:C260101EUR0,00\r\n:86:${'9'.repeat(1_200_000)}\r\n:62F:C260101EUR0,00`,
    },
  ],
];

describe('a hostile file', () => {
  it.each(hostile)('%s is refused in words and leaves nothing behind', async (_what, file) => {
    const preview = await world.preview([file]);
    const [shown] = preview.files;
    expect(shown?.kind).toBe('refused');
    expect(shown?.problems.length).toBeGreaterThan(0);
    for (const one of shown?.problems ?? []) expect(Object.keys(errors)).toContain(one.code);
    const committed = await world.tryCommit(preview.previewId);
    expect(committed).toMatchObject({ ok: true, value: { importId: null } });
    expect(
      world.rows(
        'SELECT id FROM import UNION ALL SELECT id FROM document UNION ALL SELECT id FROM customer UNION ALL SELECT id FROM event',
      ),
    ).toEqual([]);
    expect(JSON.stringify(preview)).not.toContain('root:x');
  });

  it('costs only itself: the good files beside it are taken in', async () => {
    const files = [...hostile.map(([, file]) => file), ublFile({ number: '2026-001', total: '121.00' })];
    const preview = await world.preview(files);
    expect(preview.totals).toMatchObject({ fresh: 1, refused: hostile.length });
    expect(await world.tryCommit(preview.previewId)).toMatchObject({ ok: true, value: { counts: { documents: 1 } } });
    expect(world.rows('SELECT name FROM import_file')).toEqual([{ name: '2026-001.xml' }]);
    expect(world.history()).toMatchObject([{ problems: expect.any(Number), files: ['2026-001.xml'] }]);
  });

  it('leaves no staged file behind once the set is taken in or given up', async () => {
    const preview = await world.preview([
      ublFile({ number: '1', total: '1.00' }),
      { name: 'ruis.bin', content: new Uint8Array(randomBytes(50)) },
    ]);
    await world.tryCommit(preview.previewId);
    const left = readdirSync(`${dirname(world.ledger.path)}/staged`, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(left).toEqual([]);
  });

  it('shows foreign text as it is: marks and formulas are neither run nor changed', async () => {
    const name = '=HYPERLINK("http://x.example") &lt;img src=x onerror=alert(1)&gt;';
    await world.take([ublFile({ number: "1'; DROP TABLE document; --", total: '1.00', customer: name })]);
    expect(world.rows('SELECT name FROM customer')).toEqual([{ name: '=HYPERLINK("http://x.example") <img src=x onerror=alert(1)>' }]);
    expect(world.rows('SELECT number FROM document')).toEqual([{ number: "1'; DROP TABLE document; --" }]);
  });
});

describe('reading in the background', () => {
  it('stops when it is cancelled, and keeps nothing', async () => {
    const controller = new AbortController();
    const stopping: World['context'] = { ...world.context, jobs: { signalOf: () => controller.signal } };
    const stagedIds = await world.stage(Array.from({ length: 300 }, (_, index) => ublFile({ number: `N${index}`, total: '1.00' })));
    const { importMethods } = await import('../../src-main/features/imports/methods.ts');
    const running = importMethods['imports.preview'](stopping, { jobId: 'job', stagedIds, mappings: {} });
    controller.abort();
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('ends a reading that takes too long, and refuses only the file that hung', async () => {
    const bad = ublFile({ number: 'HANGS', total: '1.00' });
    const hanging: Background = {
      run: (task) =>
        JSON.stringify(task.payload).includes('HANGS') ? Promise.resolve({ kind: 'failed', reason: 'timeout' }) : background.run(task),
      close: () => Promise.resolve(),
    };
    const slow = createWorld(hanging);
    const preview = await slow.preview([ublFile({ number: 'A', total: '1.00' }), bad, ublFile({ number: 'B', total: '1.00' })]);
    expect(preview.files.map((file) => file.kind)).toEqual(['invoices', 'refused', 'invoices']);
    expect(preview.files[1]?.problems[0]?.code).toBe('import-too-slow');
    slow.close();
  });

  it('tells how far it is', async () => {
    await world.preview([ublFile({ number: 'A', total: '1.00' }), ublFile({ number: 'B', total: '1.00' })]);
    expect(world.events.filter((type) => type === 'jobProgress').length).toBeGreaterThan(0);
  });

  it('refuses to book a preview that is gone or a file that changed since', async () => {
    expect(await world.tryCommit('nobody')).toMatchObject({ ok: false, error: { code: 'import-preview-gone' } });
    const preview = await world.preview([ublFile({ number: 'A', total: '1.00' })]);
    const changed: World['context'] = {
      ...world.context,
      stagedFiles: { ...world.context.stagedFiles, stream: () => Readable.from([new Uint8Array([1])]) },
    };
    const { importMethods } = await import('../../src-main/features/imports/methods.ts');
    const input = { jobId: 'job', previewId: preview.previewId, accounts: {}, takePossiblyKnown: false };
    expect(await importMethods['imports.commit'](changed, input)).toMatchObject({ ok: false, error: { code: 'import-preview-gone' } });
    expect(world.rows('SELECT id FROM import')).toEqual([]);
  });
});
