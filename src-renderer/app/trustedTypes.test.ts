import { describe, expect, it } from 'vitest';
import { isOwnWorkerUrl, isStyleText } from './trustedTypes.ts';

const page = 'http://127.0.0.1:4000/#/vandaag';

describe('the trusted-types policy of the window', () => {
  it('lets style text through and refuses anything with a tag in it', () => {
    expect(isStyleText(':root{--t-ink:#15201F}')).toBe(true);
    expect(isStyleText('<img src=x onerror=alert(1)>')).toBe(false);
    expect(isStyleText('</style><script>')).toBe(false);
  });
  it('allows the PDF worker of the own build', () => {
    expect(isOwnWorkerUrl('/assets/pdf.worker.min-B2x_9.mjs', page)).toBe(true);
    expect(isOwnWorkerUrl('termijn://app/assets/pdf.worker-1.mjs', 'termijn://app/index.html')).toBe(true);
  });
  it.each([
    'https://elsewhere.example/assets/pdf.worker.mjs',
    '/assets/index.js',
    '/files/worker.js',
    '/assets/../files/pdf.worker.mjs',
    '/assets/pdf.worker.mjs?next=1',
    'data:text/javascript,worker.js',
    'blob:http://127.0.0.1:4000/worker.js',
    'javascript:worker.js',
  ])('refuses the script address %s', (address) => expect(isOwnWorkerUrl(address, page)).toBe(false));
});
