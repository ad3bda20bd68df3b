/**
 * The worker thread that reads foreign files: it opens staged files by path, reads them and hands back plain data. Whatever a file does to
 * it (a hang, a crash, all memory used) ends this thread and not the program.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { zColumnMapping } from '../../../src-shared/contract/imports.ts';
import { problem } from '../../../src-shared/errors.ts';
import { type ReportProgress, type SendPart, serveWorker } from '../../ports/workerMessages.ts';
import { packEntries } from './packEntries.ts';
import { parseParts } from './parseFile.ts';
import { type FileToParse, type Mappings, type ParsedFile, refusal } from './parsedFile.ts';
import { sendAhead } from './sendAhead.ts';
import { readContext } from './sourceFile.ts';

const zParseRequest = z.strictObject({
  files: z.array(z.strictObject({ stagedId: z.string(), name: z.string(), path: z.string(), size: z.number() })),
  mappings: z.record(z.string(), zColumnMapping),
});

async function parseStaged(file: FileToParse, mappings: Mappings): Promise<readonly ParsedFile[]> {
  const { stagedId, name } = file;
  const size = statSync(file.path, { throwIfNoEntry: false })?.size;
  const without = (code: 'import-file-gone' | 'file-too-large', params: Readonly<Record<string, number>>): ParsedFile => ({
    stagedId,
    name,
    member: null,
    size: size ?? 0,
    sha256: '',
    content: refusal(problem('error', code, { file: name, ...params }, { file: name })),
  });
  if (size === undefined) return [without('import-file-gone', {})];
  const limit = readContext.limits.fileBytes;
  if (size > limit) return [without('file-too-large', { bytes: size, limit })];
  const parts = await parseParts({ name, bytes: readFileSync(file.path) }, readContext, mappings);
  return parts.map(({ source, member, content }) => {
    const sha256 = createHash('sha256').update(source.bytes).digest('hex');
    return { stagedId, name: source.name, member, size: source.bytes.length, sha256, content };
  });
}

async function parseAll(payload: unknown, progress: ReportProgress, send: SendPart): Promise<readonly ParsedFile[]> {
  const { files, mappings } = zParseRequest.parse(payload);
  const parsed: ParsedFile[] = [];
  let done = 0;
  for (const file of files) {
    parsed.push(...(await parseStaged(file, mappings)));
    done += 1;
    progress(done, files.length);
  }
  return sendAhead(parsed, (part) => send(packEntries(part)));
}

serveWorker(parentPort, parseAll);
