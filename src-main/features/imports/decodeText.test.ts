import { describe, expect, it } from 'vitest';
import { decodeHead, decodeText, splitLines } from './decodeText.ts';
import { readContext } from './sourceFile.ts';

const { limits } = readContext;
const decode = (bytes: Uint8Array) => decodeText({ name: 'x', bytes }, limits);
const textOf = (bytes: Uint8Array): string | null => {
  const result = decode(bytes);
  return result.ok ? result.value.text : null;
};

describe('the text of a file', () => {
  it.each([
    ['UTF-8', Buffer.from('café €', 'utf8')],
    ['UTF-8 with a mark', Buffer.from('\ufeffcafé €', 'utf8')],
    ['UTF-16 with a mark', Buffer.from('\ufeffcafé €', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeffcafé €', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x80])],
  ])('is read from %s', (_name, bytes) => {
    expect(textOf(bytes)).toBe('café €');
  });

  it('follows the encoding that an XML declaration names', () => {
    const bytes = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="ISO-8859-2"?>'), Buffer.from([0xb3])]);
    expect(textOf(bytes)?.at(-1)).toBe('ł');
  });

  it('is no text when it holds NUL bytes', () => {
    expect(textOf(Buffer.from('a\0b'))).toBeNull();
    expect(decodeHead(Buffer.from('a\0b'), 100)).toBeNull();
  });

  it('has a head that does not change its mind because a character was cut', () => {
    expect(decodeHead(Buffer.from('ééé'), 3)).toBe('é');
  });
});

describe('lines', () => {
  it('end in every way that systems end them', () => {
    expect(splitLines('a\nb\r\nc\rd\r\r\ne\n\nf', 'x', limits)).toEqual({ ok: true, value: ['a', 'b', 'c', 'd', 'e', '', 'f'] });
  });

  it('are refused by number when one is too long', () => {
    const result = splitLines('a\nbbbb', 'x', { ...limits, lineLength: 3 });
    expect(result.ok ? null : [result.error.code, result.error.where?.line]).toEqual(['file-line-too-long', 2]);
  });
});
