/**
 * Archives of files, as banks (ABN AMRO) and accounting programs hand them out: each member is a file of its own with a name like
 * `archive.zip/member.xml`. Nothing is written to disk, names are only shown, an archive inside an archive is not opened, and the sizes
 * are bounded before and while unpacking. A workbook is a ZIP container too, and no archive.
 */
import { problem, type Problem } from '../../../src-shared/errors.ts';
import { err, ok, type Result } from '../../../src-shared/result.ts';
import { type ZipMember, zipMembers } from './invoiceFormats/zipGuard.ts';
import type { SourceFile } from './sourceFile.ts';

/** Bytes of one member; a statement of a year of a busy company has a tenth of it. */
const memberBytes = 50_000_000;
const nameLength = 200;

const zipSignature = [0x50, 0x4b, 3, 4] as const;
export const isZip = (bytes: Uint8Array): boolean => zipSignature.every((byte, index) => bytes[index] === byte);

/** What operating systems put beside the files. */
const isLitter = (name: string): boolean => name.endsWith('/') || /(?:^|[/\\])(?:__MACOSX[/\\]|\.|Thumbs\.db$|desktop\.ini$)/i.test(name);

/** A member, or why it is left out: its problems name it. */
export type ArchiveMember = { readonly name: string; readonly content: Result<SourceFile, Problem> };

/** Documents of office programs are containers as well: `[Content_Types].xml` in those of Microsoft, `mimetype` in open ones. */
const isOfficeDocument = (members: readonly ZipMember[]): boolean =>
  members.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype' || name.startsWith('xl/'));

function openMember(archive: string, member: ZipMember): ArchiveMember {
  // eslint-disable-next-line no-control-regex -- names come from outside; these characters would garble what is shown
  const shown = member.name.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '').slice(-nameLength);
  const name = `${archive}/${shown}`;
  const where = { file: name };
  if (member.size > memberBytes) {
    return { name, content: err(problem('error', 'file-too-large', { file: name, bytes: member.size, limit: memberBytes }, where)) };
  }
  const bytes = member.unpack();
  if (!bytes.ok) return { name, content: err(problem('error', bytes.error, { file: name }, where)) };
  const inside = isZip(bytes.value) ? zipMembers(bytes.value) : null;
  const isArchive = inside !== null && !(inside.ok && isOfficeDocument(inside.value));
  return { name, content: isArchive ? err(problem('error', 'archive-nested', { file: name }, where)) : ok({ name, bytes: bytes.value }) };
}

/**
 * The members of an archive, by name; null for a file that is none (a workbook, no ZIP container at all). Codes when the archive as a
 * whole is refused: zip-bomb, zip-invalid, archive-empty. Codes of members: file-too-large, zip-bomb, zip-invalid, archive-nested.
 */
export function openArchive(source: SourceFile): Result<readonly ArchiveMember[], Problem> | null {
  if (!isZip(source.bytes)) return null;
  const where = { file: source.name };
  const members = zipMembers(source.bytes);
  if (!members.ok) return err(problem('error', members.error, where, where));
  if (isOfficeDocument(members.value)) return null;
  const files = members.value.filter(({ name }) => !isLitter(name)).toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  if (files.length === 0) return err(problem('error', 'archive-empty', where, where));
  return ok(files.map((member) => openMember(source.name, member)));
}
