/** The payment code as a PNG of one bit per pixel, written by hand: a header, the rows, and nothing that changes from run to run. */
import { crc32, deflateSync } from 'node:zlib';
import type { QrImage } from '../../ports/qrImage.ts';
import { drawQr } from './pdf/qrDrawing.ts';

const pixelsPerModule = 6;
const quietModules = 4;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** Greyscale of one bit: 0 is black, 1 is white. */
export const qrPng: QrImage = (epcText) => {
  const { modules, rows } = drawQr(epcText);
  const side = (modules + 2 * quietModules) * pixelsPerModule;
  const rowBytes = Math.ceil(side / 8);
  const pixels = Buffer.alloc((rowBytes + 1) * side, 0xff);
  for (let y = 0; y < side; y += 1) {
    const start = y * (rowBytes + 1);
    pixels[start] = 0;
    const row = rows[Math.floor(y / pixelsPerModule) - quietModules];
    if (row === undefined) continue;
    for (let x = 0; x < side; x += 1) {
      if (row[Math.floor(x / pixelsPerModule) - quietModules] !== true) continue;
      const at = start + 1 + (x >> 3);
      pixels[at] = (pixels[at] ?? 0xff) & ~(0x80 >> (x & 7));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels, { level: 9 })), chunk('IEND', Buffer.alloc(0))]),
  );
};
