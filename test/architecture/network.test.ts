/** Promise 7: nothing leaves the computer but approved mails and exported files. Who can open a connection is a short list. */
import { describe, expect, it } from 'vitest';
import { cruiseSources, foreignImports, root } from './cruise.ts';
import { codeOf, programFiles } from './sourceFiles.ts';

const mayUseModules: readonly RegExp[] = [/^src-main\/hosts\/web\//, /^src-main\/adapters\/node\/smtpMailer\.ts$/];
const mayUseGlobals: readonly RegExp[] = [/^src-renderer\/backend\//];
const networkModules = new Set(['net', 'http', 'https', 'http2', 'tls', 'dgram', 'dns', 'dns/promises', 'inspector', 'cluster'].map((name) => `node:${name}`).concat('nodemailer'));
const networkGlobals = /\bfetch\s*\(|\bnew\s+(XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b|\.sendBeacon\s*\(/;
const processModules = new Set(['node:child_process']);
const mayStartPrograms: readonly RegExp[] = [/^src-main\/adapters\/node\/openInBrowser\.ts$/];

const allowedIn = (list: readonly RegExp[], file: string): boolean => list.some((pattern) => pattern.test(file));

describe('the network', () => {
  it('is reached through the web host and the mail adapter only', async () => {
    const edges = foreignImports(await cruiseSources(root)).filter(({ isTypeOnly }) => !isTypeOnly);
    expect(edges.some(({ from, to }) => from === 'src-main/hosts/web/server.ts' && to === 'node:http')).toBe(true);
    expect(edges.filter(({ from, to }) => networkModules.has(to) && !allowedIn(mayUseModules, from))).toEqual([]);
  });
  it('is asked for by the page in one folder only', () => {
    const users = programFiles.filter((file) => networkGlobals.test(codeOf(file)));
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter((file) => !allowedIn(mayUseGlobals, file))).toEqual([]);
  });
  it('is not reached around a corner: only one file starts other programs', async () => {
    const edges = foreignImports(await cruiseSources(root));
    expect(edges.filter(({ from, to }) => processModules.has(to) && !allowedIn(mayStartPrograms, from))).toEqual([]);
  });
  it('of others is named nowhere in the page', () => {
    const foreign = /['"`](https?:)?\/\/(?!127\.0\.0\.1|localhost|www\.w3\.org)[a-z0-9-]+\.[a-z]/i;
    expect(programFiles.filter((file) => file.startsWith('src-renderer/') && foreign.test(codeOf(file)))).toEqual([]);
  });
});
