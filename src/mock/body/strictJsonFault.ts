/** A syntax error in a JSON text, and its place: line and column count from 1. */
export interface StrictJsonFault {
  readonly line: number;
  readonly column: number;
  /** Follows the place in a sentence: `a value is missing`. */
  readonly message: string;
}

/** Deeper values are rejected: they can only be an attack, and recursion would overflow the stack. */
const DEEPEST = 100;

const space = /[ \t\n\r]*/y;
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const literal = /true|false|null/y;

class FaultAt extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The first syntax error of a JSON text (RFC 8259), or undefined. Unlike `JSON.parse`, it describes the place
 * identically in every browser, and rejects what `JSON.parse` accepts and then loses: repeated names and numbers out of
 * range.
 */
export function findStrictJsonFault(text: string): StrictJsonFault | undefined {
  try {
    new Scanner(text).document();
    return undefined;
  } catch (error) {
    if (error instanceof FaultAt) {
      const before = text.slice(0, error.offset).split('\n');
      return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message: error.message};
    }
    throw error;
  }
}

class Scanner {
  private offset = 0;

  constructor(private readonly text: string) {}

  document(): void {
    this.value(0);
    this.match(space);
    if (this.offset < this.text.length) {
      throw this.fault('nothing may follow the value');
    }
  }

  private value(depth: number): void {
    if (depth > DEEPEST) {
      throw this.fault(`more than ${DEEPEST} levels are nested`);
    }
    this.match(space);
    const start = this.offset;
    switch (this.text.charAt(start)) {
      case '{':
        return this.object(depth);
      case '[':
        return this.list(']', () => this.value(depth + 1));
      case '"':
        return void this.string();
    }
    if (this.match(literal) !== undefined) {
      return;
    }
    const digits = this.match(number);
    if (digits === undefined) {
      throw this.fault(start < this.text.length ? 'this is not a JSON value' : 'a value is missing');
    }
    if (!Number.isFinite(Number(digits))) {
      this.offset = start;
      throw this.fault('this number is out of range');
    }
  }

  private object(depth: number): void {
    const names = new Set<string>();
    this.list('}', () => {
      this.match(space);
      const start = this.offset;
      if (this.text.charAt(start) !== '"') {
        throw this.fault('a name in double quotes is missing');
      }
      const name: string = JSON.parse(this.string());
      if (names.has(name)) {
        this.offset = start;
        throw this.fault('this name is given twice');
      }
      names.add(name);
      this.expect(':');
      this.value(depth + 1);
    });
  }

  private list(end: string, item: () => void): void {
    this.offset++;
    this.match(space);
    if (this.text.charAt(this.offset) === end) {
      this.offset++;
      return;
    }
    item();
    for (this.match(space); this.text.charAt(this.offset) === ','; this.match(space)) {
      this.offset++;
      item();
    }
    this.expect(end);
  }

  private string(): string {
    const found = this.match(string);
    if (found === undefined) {
      throw this.fault('this string is not closed, or holds a character that must be escaped');
    }
    return found;
  }

  private expect(character: string): void {
    this.match(space);
    if (this.text.charAt(this.offset) !== character) {
      throw this.fault(`"${character}" is missing`);
    }
    this.offset++;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text)?.[0];
    this.offset += found?.length ?? 0;
    return found;
  }

  private fault(message: string): FaultAt {
    return new FaultAt(this.offset, message);
  }
}
