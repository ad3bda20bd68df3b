/** `app://ledger/`: the built interface, stored files and uploads, answered without any network. Same addresses as the web host. */
import { randomBytes } from 'node:crypto';
import { protocol } from 'electron';
import { assetHeaders, pageHeaders, storedFileHeaders } from '../../../src-shared/contentSecurityPolicy.ts';
import { type Assets, pageWithNonce } from '../../adapters/node/assets.ts';
import { RefusedBody, uploadName } from '../../adapters/node/requestBody.ts';
import type { Backend } from '../../backend.ts';
import { assetPath, scheme, schemePrivileges } from './policy.ts';

/** Must run before the application is ready. */
export const registerScheme = (): void => protocol.registerSchemesAsPrivileged([{ scheme, privileges: schemePrivileges }]);

const refusal = (status: number): Response => new Response(null, { status, headers: pageHeaders('') });

async function upload(request: Request, backend: Backend): Promise<Response> {
  if (request.headers.get('content-type') !== 'application/octet-stream' || request.body === null) return refusal(415);
  const staged = await backend.stage(uploadName(request.headers.get('x-file-name')), request.body);
  if (staged === null) throw new RefusedBody(413);
  return Response.json({ ok: true, value: { stagedId: staged.stagedId } }, { headers: pageHeaders('') });
}

function sendFile(token: string, backend: Backend): Response {
  const file = backend.openFile(token);
  return file === null ? refusal(404) : new Response(Buffer.from(file.bytes), { headers: storedFileHeaders(file) });
}

function sendAsset(path: string, assets: Assets): Response {
  const asset = assets.get(path);
  if (asset === undefined) return refusal(404);
  if (!asset.isPage) return new Response(asset.bytes, { headers: assetHeaders(asset.mime) });
  const nonce = randomBytes(16).toString('base64url');
  return new Response(pageWithNonce(asset, nonce), { headers: { ...pageHeaders(nonce), 'Content-Type': asset.mime } });
}

/** Answers one request; the test calls it with the requests that Electron would make. */
export async function answerRequest(request: Request, backend: Backend, assets: Assets): Promise<Response> {
  const path = assetPath(request.url);
  if (path === null) return refusal(404);
  if (path === '/upload' && request.method === 'POST') {
    return upload(request, backend).catch((thrown: unknown) => {
      if (thrown instanceof RefusedBody) return refusal(thrown.status);
      throw thrown;
    });
  }
  if (request.method !== 'GET') return refusal(405);
  return path.startsWith('/files/') ? sendFile(path.slice('/files/'.length), backend) : sendAsset(path, assets);
}

export const serveOwnFiles = (backend: Backend, assets: Assets): void =>
  protocol.handle(scheme, (request) => answerRequest(request, backend, assets));
