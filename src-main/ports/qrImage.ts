/** Draws the EPC text of a payment as a code for a mail: a PNG with one bit per pixel, six pixels per module, quiet zone of four. */
export type QrImage = (epcText: string) => Uint8Array;
