import { describe, expect, it } from 'vitest';
import { parseCommandLine } from './commandLine.ts';

describe('the command line', () => {
  it('is one or two words, paths, and options in any place, with a space or an equals sign', () => {
    const read = parseCommandLine(['--json', 'import', 'bank', 'a.xml', '--ledger', '/x/eva.termijn', 'b.xml', '--today=2026-11-21', '--lang=nl', '--account', 'NL1=ours', '--account=NL2=not-ours']);
    expect(read).toMatchObject({
      ok: true,
      value: { command: 'import bank', words: ['a.xml', 'b.xml'], isJson: true, today: '2026-11-21', asOf: null, language: 'nl' },
    });
    expect(read.ok && read.value.options).toMatchObject({ ledger: '/x/eva.termijn', account: ['NL1=ours', 'NL2=not-ours'] });
  });
  it('asks for help when nothing was typed', () => expect(parseCommandLine([])).toMatchObject({ ok: true, value: { command: 'help', words: [] } }));
  it('takes words that look like options after two dashes', () => {
    expect(parseCommandLine(['parse', 'bank', '--', '--odd.xml'])).toMatchObject({ ok: true, value: { command: 'parse bank', words: ['--odd.xml'] } });
  });
  it('keeps an equals sign inside a value', () => {
    const read = parseCommandLine(['verify', '--ledger=/a=b']);
    expect(read.ok && read.value.options.ledger).toBe('/a=b');
  });
  it.each([['--today=2026-13-01'], ['--as-of=1-2-2026'], ['--today'], ['--lang=de'], ['--unknown'], ['--json=yes'], ['--UP=x'], ['---x'], ['-x']])('does not accept %s', (argument) => {
    const read = parseCommandLine(['aging', argument]);
    expect(read).toMatchObject({ ok: false });
    expect(!read.ok && read.error.usage).toMatch(/\w+ \w+/);
  });
});
