import './zodWithoutCompiler.ts';
import { z } from 'zod';
import type { FileRef } from '../../src-shared/contract/common.ts';
import { CallError } from './client.ts';

const zStaged = z.object({ ok: z.literal(true), value: z.object({ stagedId: z.string() }) });
const fileTooLarge = 413;

/** Hands the bytes of a chosen or dropped file to the backend; answers the id under which it waits. The same address in both hosts. */
export async function uploadFile(file: File): Promise<string> {
  let response: Response;
  try {
    response = await fetch('/upload', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name.slice(0, 200)) },
      body: file,
      credentials: 'same-origin',
    });
  } catch {
    throw new CallError({ kind: 'offline' });
  }
  if (response.status === fileTooLarge)
    throw new CallError({ kind: 'refused', error: { code: 'file-too-large', params: {}, where: { file: file.name }, id: '' } });
  const staged = zStaged.safeParse(response.ok ? await response.json() : null);
  if (!staged.success) throw new CallError({ kind: 'unreadable', detail: `upload ${response.status}` });
  return staged.data.value.stagedId;
}

/** The address of a file the backend made; also for `<iframe src>` and `<a href>`. */
export const fileUrl = (file: Pick<FileRef, 'token'>): string => `/files/${encodeURIComponent(file.token)}`;

/** The bytes behind an address of `fileUrl`, for a page that draws them itself. Throws a `CallError`, or what `signal` aborts with. */
export async function readFile(url: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { credentials: 'same-origin', signal });
  if (!response.ok) throw new CallError({ kind: 'unreadable', detail: `file ${response.status}` });
  return new Uint8Array(await response.arrayBuffer());
}

/** Saves a file the backend made: the browser's download, or the save dialog in the desktop program. */
export function downloadFile(file: Pick<FileRef, 'token' | 'name'>): void {
  saveUrl(fileUrl(file), file.name);
}

/** Saves text made in the window itself, such as the CSV beside a chart. */
export function downloadText(text: string, name: string, mime: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mime }));
  saveUrl(url, name);
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function saveUrl(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}
