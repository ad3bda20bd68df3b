/**
 * The worker thread that reads foreign files: it opens staged files by path, reads them and hands back plain data. Whatever a file does to
 * it (a hang, a crash, all memory used) ends this thread and not the program.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { zDate } from '../../../src-shared/contract/common.ts';
import { zColumnMapping } from '../../../src-shared/contract/imports.ts';
import { problem } from '../../../src-shared/errors.ts';
import { type ReportProgress, type SendPart, serveWorker } from '../../ports/workerMessages.ts';
import { diskFile, startOf } from './diskFile.ts';
import type { StreamedReader } from './formats/bankStream.ts';
import { createPacker } from './packEntries.ts';
import { parseParts, streamedReaderOf } from './parseFile.ts';
import { type Answers, type FileToParse, type ParsedFile, refusal } from './parsedFile.ts';
import { partKey } from './partKey.ts';
import { sourceHead } from './reader.ts';
import { readStreamed } from './readStreamed.ts';
import { createSender, type Sender } from './sendAhead.ts';
import { readContext, type ReadContext } from './sourceFile.ts';

const zParseRequest = z.strictObject({
  files: z.array(z.strictObject({ stagedId: z.string(), name: z.string(), path: z.string(), size: z.number() })),
  mappings: z.record(z.string(), zColumnMapping),
  today: zDate,
  dateOrders: z.record(z.string(), z.enum(['dmy', 'mdy'])),
  spool: z.string(),
});

type Staged = FileToParse & { readonly answers: Answers; /** In the answer. */ readonly place: number };

/** Reads a file in pieces; its bookings go ahead as they are read. */
async function parsePieces(staged: Staged, size: number, work: { readonly reader: StreamedReader; readonly sender: Sender }): Promise<ParsedFile> {
  const { stagedId, name, path, place } = staged;
  const digest = createHash('sha256');
  const { reader, sender } = work;
  const file = diskFile(path, { name, size });
  const steps = readStreamed({ reader, file, context: readContext, ahead: sender.ahead, look: (piece) => void digest.update(piece) });
  let step = steps.next();
  while (step.done !== true) {
    await sender.send(place, step.value);
    step = steps.next();
  }
  return { stagedId, name, member: null, size, sha256: digest.digest('hex'), content: step.value };
}

async function parseStaged(staged: Staged, sender: Sender): Promise<readonly ParsedFile[]> {
  const { stagedId, name, path, answers, place } = staged;
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  const without = (code: 'import-file-gone' | 'file-too-large', params: Readonly<Record<string, number>>): readonly ParsedFile[] => [
    {
      stagedId,
      name,
      member: null,
      size: size ?? 0,
      sha256: '',
      content: refusal(problem('error', code, { file: name, ...params }, { file: name })),
    },
  ];
  if (size === undefined) return without('import-file-gone', {});
  const reader = streamedReaderOf(sourceHead({ name, bytes: startOf(path) }));
  const limit = reader === null ? readContext.limits.fileBytes : readContext.limits.piecedFileBytes;
  if (size > limit) return without('file-too-large', { bytes: size, limit });
  if (reader !== null) return [await parsePieces(staged, size, { reader, sender })];
  const contextOf = (member: number | null): ReadContext => ({ ...readContext, today: answers.today, dateOrder: answers.dateOrders[partKey({ stagedId, member })] ?? null });
  const parts = await parseParts({ name, bytes: readFileSync(path) }, contextOf, answers.mappings);
  const files = parts.map(({ source, member, content }) => {
    const sha256 = createHash('sha256').update(source.bytes).digest('hex');
    return { stagedId, name: source.name, member, size: source.bytes.length, sha256, content };
  });
  return sender.sendLong(files, place);
}

async function parseAll(payload: unknown, progress: ReportProgress, send: SendPart): Promise<readonly ParsedFile[]> {
  const { files, spool, ...answers } = zParseRequest.parse(payload);
  const packer = createPacker(spool);
  const sender = createSender((part) => send(packer.pack(part)));
  const parsed: ParsedFile[] = [];
  let done = 0;
  try {
    for (const file of files) {
      parsed.push(...(await parseStaged({ ...file, answers, place: parsed.length }, sender)));
      done += 1;
      progress(done, files.length);
    }
    return parsed;
  } finally {
    packer.close();
  }
}

serveWorker(parentPort, parseAll);
