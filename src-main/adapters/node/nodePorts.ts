/** The ports as every host on Node fills them in; only the secrets and the place of the worker files differ between hosts. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { AdministrationFiles } from '../../ports/administrationFiles.ts';
import type { Archiver } from '../../ports/archiver.ts';
import type { Background } from '../../ports/background.ts';
import type { Clock } from '../../ports/clock.ts';
import type { FolderReader } from '../../ports/folderReader.ts';
import type { Ids } from '../../ports/ids.ts';
import type { LawRateFiles } from '../../ports/lawRateFiles.ts';
import type { Logger } from '../../ports/logger.ts';
import type { PdfWriter } from '../../ports/pdfWriter.ts';
import type { QrImage } from '../../ports/qrImage.ts';
import type { Mailer } from '../../ports/mailer.ts';
import type { Secrets } from '../../ports/secrets.ts';
import type { StagedFiles } from '../../ports/stagedFiles.ts';
import { administrationFilesIn } from './administrationFiles.ts';
import { type BackgroundOptions, createBackground } from './background.ts';
import { folderReader } from './folderReader.ts';
import { randomIds } from './ids.ts';
import { lawRateFilesIn } from './lawRateFiles.ts';
import { fileLogger } from './logger.ts';
import { createPdfWriter } from './pdf/createPdfWriter.ts';
import { qrPng } from './qrPng.ts';
import { smtpMailer } from './smtpMailer.ts';
import { stagedFilesIn } from './stagedFiles.ts';
import { zipArchiver } from './zipArchive.ts';

export type NodePorts = {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly secrets: Secrets;
  readonly mailer: Mailer;
  readonly background: Background;
  readonly archiver: Archiver;
  readonly folders: FolderReader;
  readonly stagedFiles: StagedFiles;
  readonly administrationFiles: AdministrationFiles;
  readonly pdfWriter: PdfWriter;
  readonly qrImage: QrImage;
  readonly lawRates: LawRateFiles;
};

export type NodePortsOptions = {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly workers: Required<BackgroundOptions['entries']>;
  /** The folder of files that ship with the program: fonts, icons. */
  readonly resources: string;
};

const tenMinutesMs = 600_000;

export function nodePorts({ dataDir, clock, secrets, workers, resources }: NodePortsOptions): NodePorts {
  const threadsPerKind = Math.max(1, Math.min(4, availableParallelism() - 1));
  const background = createBackground({ entries: workers, threadsPerKind, timeoutMs: tenMinutesMs, memoryMb: 1024 });
  return {
    clock,
    ids: randomIds,
    logger: fileLogger(join(dataDir, 'logs', 'termijn.log'), clock),
    secrets,
    mailer: smtpMailer,
    background,
    archiver: zipArchiver,
    folders: folderReader,
    pdfWriter: createPdfWriter({ background, fontFolder: join(resources, 'fonts') }),
    qrImage: qrPng,
    lawRates: lawRateFilesIn({ resources, dataDir }),
    stagedFiles: stagedFilesIn({ parent: join(dataDir, 'staged'), ids: randomIds, nowMs: Date.now() }),
    administrationFiles: administrationFilesIn(dataDir),
  };
}
