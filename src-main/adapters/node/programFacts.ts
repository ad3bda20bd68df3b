import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const zPackage = z.object({ version: z.string().max(40) });

/** What the program knows about itself, from the files it ships with. `root` is the folder that holds package.json and resources/. */
export function programFacts(root: string): { readonly version: string; readonly changelog: () => string } {
  const changelogFile = join(root, 'resources', 'CHANGELOG.md');
  return {
    version: zPackage.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version,
    changelog: () => (existsSync(changelogFile) ? readFileSync(changelogFile, 'utf8') : ''),
  };
}
