/** The storage for the bytes of uploaded files. */
export interface Files {
  /** A new file under the given id, written piece by piece. */
  readonly create: (id: string) => FileWriter;
  /** The bytes from `start` up to, not including, `end`. */
  readonly read: (id: string, start: number, end: number) => AsyncIterable<Uint8Array>;
  readonly remove: (id: string) => Promise<void>;
}

export interface FileWriter {
  readonly write: (chunk: Uint8Array) => Promise<void>;
  /** Resolves once the file is stored. */
  readonly close: () => Promise<void>;
}

/** Files in memory. `closed` is called with each completed file, `removed` with each deleted one. */
export function createMemoryFiles(
  initial: Iterable<readonly [id: string, bytes: Uint8Array]> = [],
  {closed = () => {}, removed = () => {}}: MemoryFilesOptions = {},
): Files {
  const files = new Map<string, Uint8Array>(initial);
  return {
    create(id) {
      const chunks: Uint8Array[] = [];
      return {
        write: async chunk => void chunks.push(chunk.slice()),
        async close() {
          const bytes = joinedBytes(chunks);
          files.set(id, bytes);
          closed(id, bytes);
        },
      };
    },
    async *read(id, start, end) {
      yield files.get(id)?.subarray(start, end) ?? new Uint8Array();
    },
    async remove(id) {
      files.delete(id);
      removed(id);
    },
  };
}

export interface MemoryFilesOptions {
  readonly closed?: (id: string, bytes: Uint8Array) => void;
  readonly removed?: (id: string) => void;
}

export function joinedBytes(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, {length}) => sum + length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/** Some bytes of a file as text; bytes that are not UTF-8 become U+FFFD. */
export async function readText(files: Files, id: string, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of files.read(id, 0, limit)) {
    chunks.push(chunk);
  }
  return new TextDecoder().decode(joinedBytes(chunks));
}
