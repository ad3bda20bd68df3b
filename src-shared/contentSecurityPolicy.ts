/**
 * What a page or a stored file of ours may do in the browser, as response headers. One source for both hosts, so that what the
 * end-to-end tests click in the web host lives under the very rules of the Electron window.
 */

const policyText = (directives: readonly string[]): string => directives.join('; ');

/**
 * The policy of the application page: nothing but our own files, no inline script, no form target, no frame around us.
 * `nonce` admits the style elements that the component library makes at run time; it is fresh for every load of the page.
 * Trusted Types: text becomes markup or a script address only through the one policy named `default`.
 */
export const contentSecurityPolicy = (nonce: string): string =>
  policyText([
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ]);

/** The policy of a stored file (a letter, the text of a mail): no script at all, shown only inside our own page. */
export const storedFilePolicy: string = policyText([
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "frame-ancestors 'self'",
  'sandbox',
]);

const everywhere: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The text in `index.html` that is replaced by the nonce of this load. */
export const noncePlaceholder = '__CSP_NONCE__';

/** Headers of the page and of every other answer that is not a stored file. */
export const pageHeaders = (nonce: string): Record<string, string> => ({
  ...everywhere,
  'Content-Security-Policy': contentSecurityPolicy(nonce),
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()',
  'Cache-Control': 'no-store',
});

/** A built script may run as a worker, which lives under the policy that came with its own file: our own scripts and addresses only. */
const assetPolicy = policyText(["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]);

/** Headers of a built script, style sheet, font or picture: its name carries its hash, so it may be kept. */
export const assetHeaders = (mime: string): Record<string, string> => ({
  ...everywhere,
  'Content-Type': mime,
  'Content-Security-Policy': assetPolicy,
  'Cache-Control': 'private, max-age=31536000, immutable',
});

/** Kinds of file that may be shown in place; everything else is only ever offered for saving. */
const shownInPlace: ReadonlySet<string> = new Set(['application/pdf', 'text/html', 'text/plain', 'image/png', 'image/jpeg']);

/** `isPreview`: made to be looked at in the window, not to be saved. */
export type StoredFileFacts = { readonly name: string; readonly mime: string; readonly isPreview: boolean };

/** A file name as header text: plain ASCII for old readers, and the true name percent-encoded (RFC 6266 §4.3, RFC 8187 §3.2.1). */
function dispositionText(disposition: string, name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._ -]/g, '_').slice(0, 120);
  const exact = encodeURIComponent(name.toWellFormed().slice(0, 200)).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** Headers of a stored file. Text travels as UTF-8. */
export function storedFileHeaders(file: StoredFileFacts): Record<string, string> {
  const kind = file.mime.split(';', 1)[0] ?? '';
  const inline = file.isPreview && shownInPlace.has(kind);
  return {
    ...everywhere,
    'Content-Type': kind.startsWith('text/') ? `${kind}; charset=utf-8` : kind,
    'Content-Disposition': dispositionText(inline ? 'inline' : 'attachment', file.name),
    'Content-Security-Policy': storedFilePolicy,
    'Cache-Control': 'no-store',
  };
}
