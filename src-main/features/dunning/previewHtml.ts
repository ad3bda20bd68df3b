import { htmlForScreen } from '../../domain/letters/htmlForScreen.ts';
import type { LetterMail } from '../../domain/letters/buildMail.ts';
import type { QrImage } from '../../ports/qrImage.ts';

/** A mail as it is shown: what travels inside it by content id stands in it as data. */
export function previewHtml({ html, logo, paymentCode }: LetterMail, qrImage: QrImage): Uint8Array {
  const code = paymentCode === null ? [] : [{ cid: paymentCode.cid, dataUrl: `data:image/png;base64,${Buffer.from(qrImage(paymentCode.epcText)).toString('base64')}` }];
  return new TextEncoder().encode(htmlForScreen(html, logo === null ? code : [...code, logo]));
}
