/** Collects what an operation has in the document and cannot be read, by JSON pointer. */
export interface Omissions {
  add(pointer: string): void;
  /** In the order in which they were met, each once. */
  all(): readonly string[];
}

export function createOmissions(): Omissions {
  const pointers = new Set<string>();
  return {
    add: pointer => {
      pointers.add(pointer);
    },
    all: () => [...pointers],
  };
}
