/** In bytes. Larger bodies are rejected, so that no request can fill the memory or the disk. */
export const LIMITS = {
  /** A body that is kept in memory: JSON, text, a form. */
  text: 1_000_000,
  file: 10_000_000,
  /** A field of a multipart body that is not a file. */
  field: 100_000,
  /** All parts of a multipart body together. */
  multipart: 205_000_000,
  /** The maximum number of parts in a multipart body. */
  parts: 100,
} as const;

export function inWords(bytes: number): string {
  return bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${bytes / 1_000} kB`;
}
