/** The bytes of the files that the reader chose, by the id of their reference, until the page is closed. */
export const pickedFiles = new Map<string, Blob>();

/** Keeps a file and returns its reference. */
export function keepFile(file: File): {readonly id: string; readonly name: string} {
  const id = crypto.randomUUID();
  pickedFiles.set(id, file);
  return {id, name: file.name};
}
