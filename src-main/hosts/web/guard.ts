/**
 * Who may talk to the web host. It listens on the loopback address, and yet every web page in the same browser can reach it:
 * a foreign page can aim requests at it (request forgery) or make its own name point to 127.0.0.1 (DNS rebinding).
 * A pure function over the facts of a request, so that the attack list runs as a table.
 */
import { createHash, timingSafeEqual } from 'node:crypto';

export const callBodyLimit = 1_000_000;
export const uploadBodyLimit = 250_000_000;

export type RequestFacts = {
  readonly method: string;
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly secFetchSite: string | undefined;
  readonly contentType: string | undefined;
  readonly contentLength: string | undefined;
  readonly cookie: string | undefined;
};
export type Door = { readonly port: number; readonly session: string };
export type Refusal = { readonly status: 401 | 403 | 404 | 405 | 413 | 415; readonly reason: string };

/** Browsers share cookies between all ports of a host, so the port is part of the name. */
export const sessionCookieName = (port: number): string => `termijn_${port}`;

/** Compares secrets without telling by the time it takes how much of them was right. */
export function sameSecret(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

function hasSession(cookie: string | undefined, door: Door): boolean {
  const wanted = `${sessionCookieName(door.port)}=`;
  const values = (cookie ?? '').split(';').map((part) => part.trim()).filter((part) => part.startsWith(wanted));
  return values.length === 1 && sameSecret(values[0]?.slice(wanted.length) ?? '', door.session);
}

type Post = { readonly contentType: string; readonly limit: number };
const posts: ReadonlyMap<string, Post> = new Map([
  ['/call', { contentType: 'application/json', limit: callBodyLimit }],
  ['/upload', { contentType: 'application/octet-stream', limit: uploadBodyLimit }],
]);

function refusePost(facts: RequestFacts): Refusal | null {
  const post = posts.get(facts.path);
  if (post === undefined) return { status: 405, reason: 'nothing is posted here' };
  const contentType = (facts.contentType ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (contentType !== post.contentType) return { status: 415, reason: `send ${post.contentType}` };
  if (Number(facts.contentLength ?? 0) > post.limit) return { status: 413, reason: 'too large' };
  return null;
}

/** Answers null when the request may pass, otherwise the refusal to send. */
export function guard(door: Door, facts: RequestFacts): Refusal | null {
  const hosts = [`127.0.0.1:${door.port}`, `localhost:${door.port}`];
  if (facts.host === undefined || !hosts.includes(facts.host)) return { status: 403, reason: 'wrong host' };
  if (facts.method !== 'GET' && facts.method !== 'POST') return { status: 405, reason: 'method not allowed' };
  if (facts.origin !== undefined && facts.origin !== `http://${facts.host}`) return { status: 403, reason: 'wrong origin' };
  const site = facts.secFetchSite;
  if (site !== undefined && site !== 'same-origin' && (site !== 'none' || facts.method !== 'GET')) return { status: 403, reason: 'wrong site' };
  if (facts.method === 'GET' && facts.path === '/open') return null;
  if (!hasSession(facts.cookie, door)) return { status: 401, reason: 'no session' };
  if (facts.method === 'POST') return refusePost(facts);
  return posts.has(facts.path) ? { status: 405, reason: 'post here' } : null;
}
