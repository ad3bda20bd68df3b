/**
 * The loopback server: carries the same JSON text that Electron carries over its one channel. Knows requests and answers, nothing else.
 *   POST /call → dispatch      GET /events → server-sent events      POST /upload → staged file      GET /files/<token> → stored file
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assetHeaders, pageHeaders, storedFileHeaders } from '../../../src-shared/contentSecurityPolicy.ts';
import { type Assets, pageWithNonce } from '../../adapters/node/assets.ts';
import { bodyOf, readText, RefusedBody, uploadName } from '../../adapters/node/requestBody.ts';
import type { Backend } from '../../backend.ts';
import type { Logger } from '../../ports/logger.ts';
import { callBodyLimit, type Door, guard, type Refusal, sameSecret, sessionCookieName } from './guard.ts';
import { plainPage } from './plainPage.ts';

export type WebServerParts = {
  readonly backend: Pick<Backend, 'dispatch' | 'events' | 'stage' | 'openFile'>;
  readonly assets: Assets;
  readonly logger: Logger;
  /** 0 = any free port. */
  readonly port: number;
  /** How long a request may take to arrive, in milliseconds. */
  readonly requestTimeoutMs: number;
  /** Told each time there is a new one-time link: at start, and whenever the last one has been used. */
  readonly announce: (address: string) => void;
};
export type WebServer = { readonly port: number; close(): Promise<void> };

const secret = (): string => randomBytes(32).toString('base64url');

const send = (response: ServerResponse, status: number, headers: Record<string, string>, body: string | Uint8Array): void => {
  response.writeHead(status, headers).end(body);
};
const sendJson = (response: ServerResponse, text: string): void =>
  send(response, 200, { ...pageHeaders(secret()), 'Content-Type': 'application/json; charset=utf-8' }, text);

function sendPlain(request: IncomingMessage, response: ServerResponse, status: number, kind: Parameters<typeof plainPage>[0]): void {
  // What was not read of the body is not waited for: the connection ends with the answer.
  const headers = { ...pageHeaders(secret()), 'Content-Type': 'text/html; charset=utf-8', Connection: 'close' };
  send(response, status, headers, plainPage(kind, request.headers['accept-language']));
}

/** Where a request ends up: 2xx answers of the four addresses, the page and its files. The guard has let it pass. */
function createRoutes({ backend, assets, logger }: WebServerParts) {
  const streams = new Set<ServerResponse>();
  const stop = backend.events.subscribe((event) => streams.forEach((stream) => stream.write(`data: ${JSON.stringify(event)}\n\n`)));

  const openStream = (response: ServerResponse): void => {
    response.writeHead(200, { ...pageHeaders(secret()), 'Content-Type': 'text/event-stream' }).write(': open\n\n');
    streams.add(response);
    response.on('close', () => streams.delete(response));
  };
  const upload = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const staged = await backend.stage(uploadName(request.headers['x-file-name'] as string | undefined), bodyOf(request));
    if (staged === null) throw new RefusedBody(413);
    sendJson(response, JSON.stringify({ ok: true, value: { stagedId: staged.stagedId } }));
  };
  const sendFile = (path: string, response: ServerResponse): boolean => {
    const file = backend.openFile(path.slice('/files/'.length));
    if (file !== null) send(response, 200, storedFileHeaders(file), file.bytes);
    return file !== null;
  };
  const sendAsset = (path: string, response: ServerResponse): boolean => {
    const asset = assets.get(path);
    if (asset === undefined) return false;
    const nonce = secret();
    if (asset.isPage) send(response, 200, { ...pageHeaders(nonce), 'Content-Type': asset.mime }, pageWithNonce(asset, nonce));
    else send(response, 200, assetHeaders(asset.mime), asset.bytes);
    return true;
  };

  /** Answers false when there is nothing at this address. */
  const route = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (path === '/call') sendJson(response, await backend.dispatch(await readText(request, callBodyLimit)));
    else if (path === '/upload') await upload(request, response);
    else if (path === '/events') openStream(response);
    else if (path.startsWith('/files/')) return sendFile(path, response);
    else return sendAsset(path, response);
    return true;
  };
  const close = (): void => {
    stop();
    streams.forEach((stream) => stream.end());
  };
  logger.info('web host: assets', { count: assets.size });
  return { route, close };
}

/** Starts listening on 127.0.0.1 and nowhere else. */
export async function startWebServer(parts: WebServerParts): Promise<WebServer> {
  const session = secret();
  let oneTimeKey = '';
  const routes = createRoutes(parts);
  const server = createServer({ requestTimeout: parts.requestTimeoutMs, headersTimeout: parts.requestTimeoutMs, connectionsCheckingInterval: 500 });
  server.maxConnections = 50;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(parts.port, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const door: Door = { port, session };
  const issueLink = (): void => {
    oneTimeKey = secret();
    parts.announce(`http://127.0.0.1:${port}/open?key=${oneTimeKey}`);
  };

  const open = (request: IncomingMessage, response: ServerResponse): void => {
    if (!sameSecret(request.url ?? '', `/open?key=${oneTimeKey}`)) return sendPlain(request, response, 403, 'linkUsed');
    const cookie = `${sessionCookieName(port)}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    send(response, 303, { ...pageHeaders(secret()), 'Set-Cookie': cookie, Location: '/' }, '');
    issueLink();
  };
  const refuse = (request: IncomingMessage, response: ServerResponse, refusal: Refusal): void =>
    sendPlain(request, response, refusal.status, refusal.status === 401 ? 'linkNeeded' : 'refused');

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const { host, origin, cookie, 'content-type': contentType, 'content-length': contentLength } = request.headers;
    const secFetchSite = request.headers['sec-fetch-site'] as string | undefined;
    const refusal = guard(door, { method: request.method ?? '', path, host, origin, secFetchSite, contentType, contentLength, cookie });
    if (refusal !== null) return refuse(request, response, refusal);
    if (path === '/open') return open(request, response);
    if (!(await routes.route(path, request, response))) sendPlain(request, response, 404, 'refused');
  };
  server.on('request', (request, response) => {
    answer(request, response).catch((thrown: unknown) => {
      if (thrown instanceof RefusedBody) return sendPlain(request, response, thrown.status, 'refused');
      parts.logger.error('web host: request failed', { message: String(thrown) });
      return response.headersSent ? void response.destroy() : sendPlain(request, response, 500, 'refused');
    });
  });
  issueLink();
  return { port, close: () => closeServer(server, routes.close) };
}

function closeServer(server: Server, closeRoutes: () => void): Promise<void> {
  closeRoutes();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
