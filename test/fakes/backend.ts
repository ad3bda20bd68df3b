import type { Backend } from '../../src-main/backend.ts';
import type { MadeFile } from '../../src-main/ports/madeFiles.ts';
import type { Logger } from '../../src-main/ports/logger.ts';
import type { BackendEvent } from '../../src-shared/contract/events.ts';

export type CarriedBackend = Pick<Backend, 'dispatch' | 'events' | 'stage' | 'openFile'>;

/** A backend that echoes, for tests of what carries the text: it remembers what reached it. */
export function echoBackend(files: Readonly<Record<string, MadeFile>>, stagedLimit: number) {
  const reached: string[] = [];
  const staged: { readonly name: string; readonly size: number }[] = [];
  const listeners = new Set<(event: BackendEvent) => void>();
  const backend: CarriedBackend = {
    dispatch: async (text) => {
      reached.push(text);
      if (text.includes('explode')) throw new Error('secret detail at /home/somebody/file.ts:12');
      return JSON.stringify({ ok: true, value: text.length });
    },
    events: {
      subscribe: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    stage: async (name, stream) => {
      let size = 0;
      for await (const part of stream) {
        size += part.length;
        if (size > stagedLimit) return null;
      }
      staged.push({ name, size });
      return { stagedId: `staged-${staged.length}`, name, size, path: '' };
    },
    openFile: (token) => (Object.hasOwn(files, token) ? (files[token] ?? null) : null),
  };
  return { backend, reached, staged, listeners, emit: (event: BackendEvent) => listeners.forEach((listener) => listener(event)) };
}

/** A log in memory. */
export function memoryLogger(): Logger & { readonly lines: { readonly level: string; readonly event: string; readonly details: Readonly<Record<string, unknown>> }[] } {
  const lines: { level: string; event: string; details: Readonly<Record<string, unknown>> }[] = [];
  return {
    lines,
    info: (event, details) => void lines.push({ level: 'info', event, details }),
    error: (event, details) => void lines.push({ level: 'error', event, details }),
  };
}
