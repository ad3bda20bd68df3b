/**
 * A picture without transparency as PNG (8 bits each of red, green and blue): what a canvas writes always has a channel of transparency,
 * which every letter would have to take apart again.
 */
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});
function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = ((crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)) >>> 0;
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crcOf(bytes.subarray(4, data.length + 8)));
  return bytes;
}

/** Rows of red, green and blue on white, each the difference to the row above (filter 2): paper is mostly the same from row to row. */
function filteredRows({ width, height, data }: Pixels): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(height * (width * 3 + 1));
  const above = new Uint8Array(width * 3);
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    rows[to] = 2;
    to += 1;
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4;
      const alpha = data[from + 3] ?? 255;
      for (let part = 0; part < 3; part += 1) {
        const value = Math.round(((data[from + part] ?? 255) * alpha + 255 * (255 - alpha)) / 255);
        const place = x * 3 + part;
        rows[to] = (value - (above[place] ?? 0)) & 0xff;
        above[place] = value;
        to += 1;
      }
    }
  }
  return rows;
}

/** Four bytes per pixel, as a canvas gives them. */
export type Pixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

export async function opaquePng(pixels: Pixels): Promise<Uint8Array> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, pixels.width);
  view.setUint32(4, pixels.height);
  header.set([8, 2, 0, 0, 0], 8);
  const packed = new Blob([filteredRows(pixels)]).stream().pipeThrough(new CompressionStream('deflate'));
  const body = new Uint8Array(await new Response(packed).arrayBuffer());
  const parts = [new Uint8Array(signature), chunk('IHDR', header), chunk('IDAT', body), chunk('IEND', new Uint8Array())];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
