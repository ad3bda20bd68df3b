import { z } from 'zod';
import type { FileRef } from '../../src-shared/contract/common.ts';
import { CallError } from './client.ts';

const zStaged = z.object({ stagedId: z.string() });
const zRefusal = z.object({ error: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), id: z.string() }) });

/** Hands the bytes of a chosen or dropped file to the backend; answers the id under which it waits. The same address in both hosts. */
export async function uploadFile(file: File): Promise<string> {
  let response: Response;
  try {
    response = await fetch(`/upload?name=${encodeURIComponent(file.name.slice(0, 200))}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
      credentials: 'same-origin',
    });
  } catch {
    throw new CallError({ kind: 'offline' });
  }
  const body: unknown = await response.json().catch(() => null);
  const wrapped = z.object({ ok: z.literal(true), value: zStaged }).safeParse(body);
  if (wrapped.success) return wrapped.data.value.stagedId;
  const staged = zStaged.safeParse(body);
  if (staged.success) return staged.data.stagedId;
  const refusal = zRefusal.safeParse(body);
  if (!refusal.success) throw new CallError({ kind: 'unreadable', detail: `upload ${response.status}` });
  const { code, params, id } = refusal.data.error;
  throw new CallError({ kind: 'refused', error: { code: code as never, params, id } });
}

/** The address of a file the backend made; also for `<iframe src>` and `<a href>`. */
export const fileUrl = (file: Pick<FileRef, 'token'>): string => `/files/${encodeURIComponent(file.token)}`;

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
