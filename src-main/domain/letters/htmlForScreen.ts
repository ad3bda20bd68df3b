export type MailPicture = { readonly cid: string; readonly dataUrl: string };

/** The HTML of a mail with its inline pictures as data, so that it can be shown on its own: the same bytes that the mail carries. */
export const htmlForScreen = (html: string, pictures: readonly MailPicture[]): string =>
  pictures.reduce((text, { cid, dataUrl }) => text.replaceAll(`cid:${cid}`, dataUrl), html);
