import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';

const root = join(import.meta.dirname, '..', '..', 'shared');

/** A path in the folder of specifications and public sample files, which lies beside the project on some machines only. */
export const sharedPath = (path: string): string => join(root, path);

/** Declares tests over public sample files; where the folder is absent they are skipped, and the report says so. */
export function describeShared(name: string, path: string, body: () => void): void {
  if (existsSync(sharedPath(path))) describe(name, body);
  else describe.skip(`${name} (skipped: ../shared/${path} is absent on this machine)`, body);
}
