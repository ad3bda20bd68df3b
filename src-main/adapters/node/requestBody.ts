import type { IncomingMessage } from 'node:http';

/** A request that turns out to be unacceptable only while it is read. */
export class RefusedBody extends Error {
  readonly status: 400 | 413;
  constructor(status: 400 | 413) {
    super('refused');
    this.status = status;
  }
}

/** The body, part by part. Giving up half-way must not close the connection, or the refusal would not arrive. */
export const bodyOf = (request: IncomingMessage): AsyncIterable<Buffer> => request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;

/** The whole body as text; throws RefusedBody when it is longer than the limit in bytes. */
export async function readText(request: IncomingMessage, limitBytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of bodyOf(request)) {
    size += part.length;
    if (size > limitBytes) throw new RefusedBody(413);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The name of an uploaded file, percent-encoded in the header `x-file-name`; it is a label and never becomes a path. */
export function uploadName(header: string | null | undefined): string {
  try {
    return decodeURIComponent(header ?? '');
  } catch {
    throw new RefusedBody(400);
  }
}
