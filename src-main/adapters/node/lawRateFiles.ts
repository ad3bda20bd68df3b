import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type LawRateFiles, lawRateFileLimit } from '../../ports/lawRateFiles.ts';

/** `rates.json` among the files that ship, and `law-rates.json` in the folder of the user's data: a newer table needs no new program. */
export function lawRateFilesIn(folders: { readonly resources: string; readonly dataDir: string }): LawRateFiles {
  const own = join(folders.dataDir, 'law-rates.json');
  return {
    shipped: () => readFileSync(join(folders.resources, 'law', 'rates.json'), 'utf8'),
    own() {
      if (!existsSync(own)) return null;
      return statSync(own).size > lawRateFileLimit ? '' : readFileSync(own, 'utf8');
    },
  };
}
