/** A file on disk that is read from its start in pieces. */
import { closeSync, openSync, readSync } from 'node:fs';
import { type PiecedFile, usualPieceBytes } from './sourceFile.ts';
import { headBytes } from './surveyFile.ts';

function* piecesOf(path: string): Generator<Uint8Array> {
  const handle = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(usualPieceBytes);
    for (;;) {
      const length = readSync(handle, buffer);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}

export const diskFile = (path: string, { name, size }: { readonly name: string; readonly size: number }): PiecedFile => ({
  name,
  size,
  pieces: () => piecesOf(path),
});

/** The start of a file, a little longer than is looked at, so that it shows whether it ends there. */
export function startOf(path: string): Uint8Array {
  const handle = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(headBytes + 8);
    return buffer.subarray(0, readSync(handle, buffer));
  } finally {
    closeSync(handle);
  }
}
