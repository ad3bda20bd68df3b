import { z } from 'zod';
import { zInstant, zNothing, zText, zToken } from './common.ts';
import { reads, runs, writes } from './method.ts';

/** Longest path that systems allow in practice. */
const zPath = z.string().max(4096);

/** A folder in which statements and invoices are dropped by a person or a bank's program; looked into, never written to. */
export const watchedFolder = {
  'imports.watched': reads(
    zNothing,
    z.strictObject({
      folder: zPath.nullable(),
      problem: z.enum(['missing', 'no-folder', 'forbidden']).nullable(),
      /** Files whose content was neither taken in nor put aside, the newest first. */
      files: z.array(z.strictObject({ name: zText, size: z.number().int(), modifiedAt: zInstant })).max(200),
    }),
  ),
  'imports.saveWatched': writes(z.strictObject({ folder: zPath.nullable() }), z.strictObject({ folder: zPath.nullable() })),
  /** Copies the offered files to where previews take them from. */
  'imports.stageWatched': runs(zNothing, z.strictObject({ files: z.array(z.strictObject({ stagedId: zToken, name: zText, size: z.number().int() })).max(200) })),
  /** Puts the offered files aside: they are not offered again while their content stays the same. */
  'imports.skipWatched': writes(zNothing, z.strictObject({ skipped: z.number().int() })),
} as const;
