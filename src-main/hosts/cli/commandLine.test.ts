import { describe, expect, it } from 'vitest';
import { parseCommandLine } from './commandLine.ts';

describe('the command line', () => {
  it('is the first word, the words after it and the options in any place', () => {
    const read = parseCommandLine(['--json', 'import', 'a.xml', '--ledger=/x/eva.termijn', 'b.xml', '--dry-run', '--today=2026-11-21', '--lang=nl']);
    expect(read).toMatchObject({
      ok: true,
      value: { command: 'import', words: ['a.xml', 'b.xml'], ledger: '/x/eva.termijn', isJson: true, today: '2026-11-21', language: 'nl' },
    });
    expect(read.ok && [...read.value.options]).toEqual([['dry-run', '']]);
  });
  it('asks for help when nothing was typed', () => expect(parseCommandLine([])).toMatchObject({ ok: true, value: { command: 'help', words: [] } }));
  it('takes words that look like options after two dashes', () => {
    expect(parseCommandLine(['import', '--', '--odd.xml'])).toMatchObject({ ok: true, value: { words: ['--odd.xml'] } });
  });
  it('keeps an equals sign inside a value', () => {
    const read = parseCommandLine(['call', '--input={"a":"b=c"}']);
    expect(read.ok && read.value.options.get('input')).toBe('{"a":"b=c"}');
  });
  it.each([['--today=2026-13-01'], ['--today'], ['--today='], ['--lang=de'], ['--ledger='], ['--=x'], ['--UP=x'], ['---x']])('does not accept %s', (argument) => {
    expect(parseCommandLine(['aging', argument])).toMatchObject({ ok: false });
  });
});
