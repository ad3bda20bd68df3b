import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noncePlaceholder } from '../../../src-shared/contentSecurityPolicy.ts';

/** A built file of the interface. `isPage` marks `index.html`, whose placeholder gets a fresh nonce at every load. */
export type Asset = { readonly mime: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly isPage: boolean };
/** Request path, exactly as it stands in the request, to file. What is not in the map does not exist: no path is ever joined. */
export type Assets = ReadonlyMap<string, Asset>;

const mimes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};

/** Reads the built interface once, at start. Files of a kind that it does not know are left out. */
export function readAssets(folder: string): Assets {
  if (!existsSync(join(folder, 'index.html'))) throw new Error('The interface has not been built yet. Run: npm run build');
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const mime = mimes[entry.name.slice(entry.name.lastIndexOf('.') + 1)];
    if (mime === undefined) continue;
    const path = file.slice(folder.length).replaceAll('\\', '/');
    const isPage = path === '/index.html';
    assets.set(isPage ? '/' : path, { mime, bytes: new Uint8Array(readFileSync(file)), isPage });
  }
  return assets;
}

/** The page with the nonce of this load in it. */
export const pageWithNonce = (page: Asset, nonce: string): string => new TextDecoder().decode(page.bytes).replaceAll(noncePlaceholder, nonce);
