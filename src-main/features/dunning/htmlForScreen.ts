import type { LetterMail } from '../../domain/letters/buildMail.ts';
import type { QrImage } from '../../ports/qrImage.ts';

/** The HTML of a mail with its inline pictures as data, so that it can be shown on its own: the same bytes that the mail carries. */
export function htmlForScreen(mail: Pick<LetterMail, 'html' | 'paymentCode' | 'logo'>, qrImage: QrImage): string {
  const code = `data:image/png;base64,${Buffer.from(qrImage(mail.paymentCode.epcText)).toString('base64')}`;
  const withCode = mail.html.replaceAll(`cid:${mail.paymentCode.cid}`, code);
  return mail.logo === null ? withCode : withCode.replaceAll(`cid:${mail.logo.cid}`, mail.logo.dataUrl);
}
