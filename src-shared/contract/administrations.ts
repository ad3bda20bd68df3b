import { z } from 'zod';
import { zCountry, zDate, zDone, zFileRef, zInstant, zJobId, zLanguage, zNothing, zText, zToken, zUiLanguage } from './common.ts';
import { reads, runs, writes } from './method.ts';

export const zCompanyProfile = z.strictObject({
  name: z.string().min(1).max(120),
  /** One line under the name in letters: what the company does. May be empty. */
  tagline: z.string().max(80),
  street: z.string().max(120),
  postcode: z.string().max(12),
  city: z.string().max(80),
  country: zCountry,
  language: zLanguage,
  /** KvK number (NL) or KBO/BCE enterprise number (BE), as typed. */
  registrationNumber: z.string().max(20),
  vatNumber: z.string().max(20),
  phone: z.string().max(40),
  email: z.string().max(120),
  website: z.string().max(120),
  /** First one is printed in letters. */
  ibans: z.array(z.string().max(40)).max(20),
  bic: z.string().max(11),
  /** As the bank knows it; at most 70 characters (EPC069-12). */
  accountName: z.string().max(70),
  signerName: z.string().max(80),
  signerRole: z.string().max(80),
  /** `#rrggbb`, for the logo tile and the payment box of letters. */
  accentColour: z.string().regex(/^#[0-9a-f]{6}$/),
  /** PNG or JPEG as a data URL, or empty. At most 300 kB. */
  logo: z.string().max(400_000),
  /** Millimetres that the address moves in the window: right and down. */
  windowOffset: z.strictObject({ x: z.number().min(-20).max(20), y: z.number().min(-20).max(20) }),
});
export type CompanyProfile = z.output<typeof zCompanyProfile>;

const zAdministration = z.strictObject({
  id: zToken,
  name: zText,
  country: zCountry,
  isDemo: z.boolean(),
  lastOpenedAt: zInstant,
  /** False when the file is not where it was. */
  isPresent: z.boolean(),
});

const zBackups = z.array(z.strictObject({ name: zText, madeAt: zInstant, size: z.number().int(), verified: z.boolean(), entries: z.number().int() })).max(500);
/** What is wrong with the place or the copies of the open ledger. `damaged`: the file cannot be read in full, nothing more is written to it. */
export const zCareWarning = z.enum(['folder-network', 'folder-cloud', 'backup-failed', 'drill-failed', 'damaged']);

export const administrations = {
  'administrations.list': reads(zNothing, z.strictObject({ current: zToken.nullable(), recent: z.array(zAdministration).max(500) })),
  'administrations.create': writes(z.strictObject({ profile: zCompanyProfile }), z.strictObject({ id: zToken })),
  'administrations.createDemo': runs(
    z.strictObject({ jobId: zJobId, seed: z.number().int().min(0).max(2 ** 31).optional(), invoices: z.number().int().min(50).max(1_000_000).optional() }),
    z.strictObject({ id: zToken }),
  ),
  'administrations.open': writes(z.strictObject({ id: zToken }), z.strictObject({ id: zToken })),
  'administrations.close': writes(zNothing, zDone),
  'administrations.profile': reads(zNothing, zCompanyProfile),
  'administrations.saveProfile': writes(zCompanyProfile, zDone),
  'app.state': reads(
    zNothing,
    z.strictObject({
      version: zText,
      today: zDate,
      host: z.enum(['electron', 'web', 'cli']),
      secretsBackend: z.enum(['system', 'key-file', 'session']),
      canStartAtLogin: z.boolean(),
      uiLanguage: zUiLanguage,
      administration: z.strictObject({ id: zToken, name: zText, isDemo: z.boolean(), country: zCountry }).nullable(),
      /** Counts beside the items of the rail, and the age of the newest bank booking in days (null without bank data). */
      badges: z.strictObject({ today: z.number().int(), bank: z.number().int(), bankAgeDays: z.number().int().nullable() }),
    }),
  ),
  'app.saveLanguage': writes(z.strictObject({ uiLanguage: zUiLanguage }), zDone),
  'app.changelog': reads(zNothing, z.strictObject({ markdown: z.string().max(200_000) })),
  'jobs.cancel': reads(z.strictObject({ jobId: zJobId }), z.strictObject({ wasRunning: z.boolean() })),
  'ledger.verify': reads(
    zNothing,
    z.strictObject({
      ok: z.boolean(),
      checks: z.array(z.strictObject({ name: zText, ok: z.boolean(), detail: zText })).max(40),
      entries: z.number().int(),
      postings: z.number().int(),
    }),
  ),
  'ledger.backup': writes(zNothing, z.strictObject({ name: zText, sha256: zText, entries: z.number().int(), size: z.number().int() })),
  'ledger.backups': reads(
    zNothing,
    z.strictObject({
      backups: zBackups,
      /** When the newest copy was opened, checked and counted; null without one. */
      lastVerifiedAt: zInstant.nullable(),
      /** When a copy was last put back into a temporary file, to see that it can be done. */
      lastDrillAt: zInstant.nullable(),
      warnings: z.array(zCareWarning).max(10),
    }),
  ),
  /** The copies of an administration that need not be open: it may be damaged. */
  'administrations.backups': reads(z.strictObject({ id: zToken }), z.strictObject({ backups: zBackups })),
  /** Puts a copy in the place of a ledger, the open one for null, keeps the replaced file beside it and opens the administration. */
  'ledger.restore': writes(
    z.strictObject({ administrationId: zToken.nullable(), name: zText }),
    z.strictObject({ entries: z.number().int(), replacedFile: zText.nullable() }),
  ),
  'ledger.exportAll': reads(zNothing, z.strictObject({ files: z.array(zFileRef).max(50) })),
} as const;
