/**
 * The default trusted-types policy, installed before anything renders. The style sheets that Mantine makes while running are the only
 * text this window ever hands to `innerHTML`: style text has no `<`, so a string with one is refused, and so is every script. The one
 * script address allowed is our own PDF worker.
 */
type TrustedTypesFactory = {
  readonly createPolicy: (
    name: string,
    rules: {
      readonly createHTML: (text: string) => string | null;
      readonly createScript: (text: string) => string | null;
      readonly createScriptURL: (text: string) => string | null;
    },
  ) => unknown;
};

const ownWorker = /^\/assets\/[\w.-]{0,80}worker[\w.-]{0,80}\.m?js$/;

export const isStyleText = (text: string): boolean => !text.includes('<');

/** True for a worker script of our own build: same origin, in the folder of built assets, with "worker" in its name. */
export function isOwnWorkerUrl(text: string, pageUrl: string): boolean {
  if (!URL.canParse(text, pageUrl)) return false;
  const url = new URL(text, pageUrl);
  return url.origin === new URL(pageUrl).origin && url.search === '' && ownWorker.test(url.pathname);
}

const factory = (globalThis as { readonly trustedTypes?: TrustedTypesFactory }).trustedTypes;
factory?.createPolicy('default', {
  createHTML: (text) => (isStyleText(text) ? text : null),
  createScript: () => null,
  createScriptURL: (text) => (isOwnWorkerUrl(text, globalThis.location.href) ? text : null),
});
