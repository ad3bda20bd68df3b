import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { z } from 'zod';

export const root = join(import.meta.dirname, '..', '..');
const rules: unknown = createRequire(import.meta.url)('./dependency-cruiser.cjs');
const forbidden = z.object({ forbidden: z.array(z.unknown()) }).parse(rules).forbidden as IForbiddenRuleType[]; // the rule file is ours; the cruiser validates it

/**
 * Follows every import from the three source folders under `baseDir` and checks them against the rules. The parser must be named: under
 * TypeScript 7 the cruiser otherwise finds nothing and reports no violations.
 */
export async function cruiseSources(baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(['src-main', 'src-shared', 'src-renderer'], {
    baseDir,
    ruleSet: { forbidden },
    validate: true,
    preserveSymlinks: true,
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.tsx?$' },
  });
  if (typeof output === 'string') throw new TypeError('the cruiser answered text');
  return output;
}

export type Edge = { readonly from: string; readonly to: string; readonly isTypeOnly: boolean };

/** Every import of a module that is not ours: Node's own as `node:…`, packages by name. */
export function foreignImports(result: ICruiseResult): readonly Edge[] {
  const own = result.modules.filter((module) => module.source.startsWith('src-'));
  return own.flatMap((module) =>
    module.dependencies.flatMap((dependency): Edge[] => {
      const isTypeOnly = dependency.dependencyTypes.includes('type-only');
      if (dependency.coreModule) return [{ from: module.source, to: `node:${dependency.module.replace(/^node:/, '')}`, isTypeOnly }];
      if (/^[./]/.test(dependency.module) || dependency.resolved.startsWith('src-')) return [];
      const parts = dependency.module.split('/');
      return [{ from: module.source, to: parts.slice(0, dependency.module.startsWith('@') ? 2 : 1).join('/'), isTypeOnly }];
    }),
  );
}
