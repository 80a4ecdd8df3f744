/** Lines of text that a reader reads as one: a paragraph, a heading, a cell, a message. */
export interface Block {
  readonly file: string;
  /** Where the text starts: both count from one. */
  readonly line: number;
  readonly column: number;
  readonly kind: 'heading' | 'text';
  /**
   * As in the file, line by line, so that a place in it is a place in the file. Markup is blank, and a `X` stands for each
   * character of code and of what is quoted, which speak of words without using them.
   */
  readonly text: string;
  /** The links in it, with what they are written on. */
  readonly links: readonly {readonly text: string; readonly offset: number}[];
}

/** Something to write otherwise. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  /** What is wrong, and what to write instead. */
  readonly advice: string;
}

/** Looks at blocks and says what to write otherwise. */
export type Rule = (block: Block) => readonly Finding[];

/** A finding at a place in the text of a block. */
export function findingAt(block: Block, offset: number, rule: string, advice: string): Finding {
  const before = block.text.slice(0, offset).split('\n');
  const column = before.at(-1)?.length ?? 0;
  return {
    file: block.file,
    line: block.line + before.length - 1,
    column: before.length === 1 ? block.column + column : column + 1,
    rule,
    advice,
  };
}

/** Puts an `X` in place of each character between quotation marks. */
export function withoutQuotes(text: string): string {
  return text.replace(/"[^"\n]{1,60}"|“[^”\n]{1,60}”/g, quoted => quoted.replace(/\S/g, 'X'));
}
