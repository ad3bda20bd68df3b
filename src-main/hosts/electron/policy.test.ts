import { describe, expect, it } from 'vitest';
import { assetPath, externalUrlAllowed, isOwnUrl, isTrustedCaller, permissionAllowed, requestAllowed, windowOptions } from './policy.ts';

describe('window options', () => {
  const options = windowOptions('/preload.cjs', { width: 1280, height: 800 });
  it('say sandbox, isolation and no Node in full', () => {
    expect(options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false });
  });
  it('contain none of the keys that weaken web security', () => {
    const weakening = ['webSecurity', 'allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures', 'enableRemoteModule', 'additionalArguments', 'disableDialogs'];
    expect(Object.keys(options.webPreferences ?? {}).filter((key) => weakening.includes(key))).toEqual([]);
  });
  it('are the same however the program was started', () => {
    process.env['NODE_ENV'] = 'development';
    const inDevelopment = windowOptions('/preload.cjs', { width: 1280, height: 800 });
    process.env['NODE_ENV'] = 'test';
    expect(inDevelopment).toEqual(options);
  });
});

describe('our own addresses', () => {
  it.each(['app://ledger/', 'app://ledger/index.html', 'app://ledger/#/vandaag', 'app://ledger/assets/a.js?x=1'])('%s is ours', (url) => expect(isOwnUrl(url)).toBe(true));
  it.each([
    'https://app.evil/', 'https://ledger/', 'http://ledger/', 'app://ledger@evil/', 'app://x@ledger/', 'app://x:y@ledger/', 'app://ledger.evil/', 'app://evil/ledger',
    'app://ledger:80/', 'app:ledger', 'app:///ledger', 'apps://ledger/', 'xapp://ledger/', 'javascript:app://ledger/', 'data:text/html,app://ledger/',
    'blob:app://ledger/1', 'file:///app://ledger/', 'view-source:app://ledger/', 'about:blank', '', 'ledger', '//ledger/', 'app://LEDGER/',
  ])('%s is not', (url) => expect(isOwnUrl(url)).toBe(false));
  it('are looked up by their exact path', () => {
    expect(assetPath('app://ledger/a%2e%2e/b')).toBe('/a%2e%2e/b');
    expect(assetPath('app://ledger/a.js?x#y')).toBe('/a.js');
    expect(assetPath('app://evil/a.js')).toBe(null);
  });
  it('may be requested, also as blobs, and nothing else may', () => {
    expect(requestAllowed('blob:app://ledger/1-2')).toBe(true);
    expect(requestAllowed('blob:https://evil.example/1')).toBe(false);
    expect(requestAllowed('https://evil.example/')).toBe(false);
  });
});

describe('addresses for the operating system', () => {
  it.each(['https://www.example/a?b=c', 'mailto:info@voorbeeld.example', 'mailto:a@b.example?subject=Factuur%20F-1&body=Regel%201%0D%0ARegel%202'])(
    '%s may be opened', (url) => expect(externalUrlAllowed(url)).toBe(true),
  );
  it.each([
    'http://www.example/', 'file:///etc/passwd', 'file://server/share', 'javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'ftp://a.example/', 'smb://a/b',
    'ms-msdt:/id x', 'search-ms:query=x', 'x-apple.systempreferences:', 'app://ledger/', 'tel:112', 'https://user@evil.example/', 'https://user:pw@evil.example/',
    'https:', 'mailto:a@b.example?bcc=c@d.example', 'mailto:a@b.example?attach=/etc/passwd', 'mailto:a@b.example?attachment=x', 'mailto:a@b.example?subject=x%0D%0ABcc:%20c@d.example',
    'mailto:a@b.example%0D%0Abcc:c@d.example', 'mailto:a@b.example?cc=x%0Ay', `https://www.example/${'x'.repeat(2000)}`, '', 'www.example', '\\\\server\\share', 'C:\\Windows',
  ])('%s may not', (url) => expect(externalUrlAllowed(url)).toBe(false));
});

describe('callers', () => {
  const main = { id: 1 };
  it('are trusted only as the main frame itself, on our own page', () => {
    expect(isTrustedCaller({ senderFrame: main, mainFrame: main, url: 'app://ledger/' })).toBe(true);
    expect(isTrustedCaller({ senderFrame: { id: 1 }, mainFrame: main, url: 'app://ledger/' })).toBe(false);
    expect(isTrustedCaller({ senderFrame: null, mainFrame: main, url: 'app://ledger/' })).toBe(false);
    expect(isTrustedCaller({ senderFrame: main, mainFrame: main, url: 'https://ledger/' })).toBe(false);
  });
});

it('grants no permission of any name', () => expect(['media', 'geolocation', 'notifications', ''].some(permissionAllowed)).toBe(false));
