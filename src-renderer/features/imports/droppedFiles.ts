/** Files that were dropped, folders opened up. Names and bytes only: where they stood on the disk is never seen. */

/** Files that operating systems leave in folders; nobody meant to drop them. */
const isLeftByTheSystem = (name: string): boolean => name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini';
const filesLimit = 20_000;

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));

/** A directory hands out its entries in portions, until an empty one. */
async function entriesOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return found;
    found.push(...portion);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function gather(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (found.length >= filesLimit || isLeftByTheSystem(entry.name)) return;
  if (isFile(entry)) found.push(await fileOf(entry));
  else if (isDirectory(entry)) for (const inner of await entriesOf(entry)) await gather(inner, found);
}

/** Must be called while the drop is handled: the browser takes the entries away afterwards. */
export function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = [...transfer.files];
  return (async () => {
    if (entries.length === 0) return plain.slice(0, filesLimit);
    const found: File[] = [];
    for (const entry of entries) await gather(entry, found);
    return found;
  })();
}

/** The files of a folder that was chosen in a dialog. */
export const chosenFiles = (files: FileList | null): readonly File[] =>
  [...(files ?? [])].filter((file) => !isLeftByTheSystem(file.name)).slice(0, filesLimit);
