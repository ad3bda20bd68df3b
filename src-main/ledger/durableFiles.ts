/**
 * Files that must survive a power cut: the bytes reach the disk before a name points at them, and the folder after it. Never use these on
 * the file of an open ledger: closing a second handle on it would drop the lock that SQLite holds for this process.
 */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

function syncPath(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Forces what was written to a file onto the disk. */
export const syncFile = (path: string): void => syncPath(path, 'r+');

/** Forces the names in a folder onto the disk. Windows keeps names by itself and refuses to open a folder. */
export function syncFolder(path: string): void {
  if (process.platform !== 'win32') syncPath(path, 'r');
}

/** Gives a finished file its name: file onto disk, rename, folder onto disk. Replaces what had the name. */
export function moveIntoPlace(from: string, to: string): void {
  syncFile(from);
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** Removes a database file with what SQLite may have left beside it. */
export function removeDatabaseFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

/** SHA-256 of a file in hexadecimal, read in pieces of 1 MB. */
export function sha256OfFile(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1 << 20);
  const handle = openSync(path, 'r');
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) hash.update(piece.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}
