/** The nonce that the host wrote into this page; style elements made while running carry it, all others are refused. */
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

export const styleNonce = (): string => nonce;

// The scroll lock under dialogs makes a style element through a package that asks only this global for the nonce.
(globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce;
