/**
 * Archives as every system opens them. The format is fflate's; here it is fed in small pieces with a breath between them, because a ledger of
 * two hundred megabytes packed in one go would hold the program for seconds, and with one date for all files.
 */
import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate } from 'fflate';
import type { Archiver } from '../../ports/archiver.ts';

/** 1 January 1980, the first day the format knows. */
const firstDay = new Date(1980, 0, 1);
/** Without the extension for larger archives (ZIP64) the format counts to 65,535. */
const filesLimit = 65_000;
const pieceBytes = 64 * 1024;

export const zipArchiver: Archiver = {
  async zip(files, limitBytes) {
    if (files.length > filesLimit) return null;
    const packed: Uint8Array[] = [];
    let size = 0;
    const zip = new Zip((error, piece) => {
      if (error !== null) throw error;
      packed.push(piece);
      size += piece.length;
    });
    for (const { name, bytes } of files) {
      const entry = new ZipDeflate(name, { level: 6 });
      entry.mtime = firstDay;
      zip.add(entry);
      const content = bytes();
      for (let at = 0; ; at += pieceBytes) {
        const isLast = at + pieceBytes >= content.length;
        entry.push(content.subarray(at, at + pieceBytes), isLast);
        if (size > limitBytes) return null;
        if (isLast) break;
        await setImmediate();
      }
    }
    zip.end();
    return size > limitBytes ? null : new Uint8Array(Buffer.concat(packed));
  },
};
