/** The bytes of the files that the reader picked, by the id of their reference; they live as long as the page. */
export const pickedFiles = new Map<string, Blob>();

/** Keeps a file and returns its reference. */
export function keepFile(file: File): {readonly id: string; readonly name: string} {
  const id = crypto.randomUUID();
  pickedFiles.set(id, file);
  return {id, name: file.name};
}
