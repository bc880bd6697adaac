/** Files that a system leaves in a folder without its user knowing: nobody means to import them. */
const isHidden = (name: string) => name.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/i.test(name);

const readFile = (entry: FileSystemFileEntry) => new Promise<File>((taken, failed) => entry.file(taken, failed));

/** What a folder holds; the browser gives it by pieces, and an empty piece ends it. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((taken, failed) => reader.readEntries(taken, failed));
    if (piece.length === 0) return all.sort((a, b) => a.name.localeCompare(b.name, 'fr', { numeric: true }));
    all.push(...piece);
  }
}

async function filesUnder(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await readFile(entry as FileSystemFileEntry)];
  const files: File[] = [];
  for (const inside of await entriesOf(entry as FileSystemDirectoryEntry)) {
    if (!isHidden(inside.name)) files.push(...(await filesUnder(inside)));
  }
  return files;
}

/**
 * The files of a drop, those of its folders too: a folder given as a file cannot be read, and the whole drop would fail
 * as if the server did not answer. What was dropped must be asked for before the event ends; the reading may come later.
 */
export async function filesOf(dropped: DataTransfer): Promise<File[]> {
  const plain = [...dropped.files];
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return plain;
  return (await Promise.all(entries.map(filesUnder))).flat();
}
