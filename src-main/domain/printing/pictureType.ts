/** What a file is by its first bytes; its name says nothing. */
const starts = (bytes: Uint8Array, mark: readonly number[]): boolean => bytes.length > mark.length && mark.every((byte, index) => bytes[index] === byte);

/** PNG (ISO/IEC 15948 §5.2) or JPEG (ITU-T T.81 Annex B); null for anything else. */
export function pictureTypeOf(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  return starts(bytes, [0xff, 0xd8, 0xff]) ? 'image/jpeg' : null;
}

/** A PDF begins with its mark, at most after a little of what some programs put before it (ISO 32000-1 annex H.3). */
export function isPdf(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return head.includes('%PDF-');
}
