/** Lines of text that are read as one: a paragraph, a heading, a cell, a message. */
export interface ProseBlock {
  readonly file: string;
  /** Where the text starts; both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly kind: 'heading' | 'text';
  /**
   * As in the file, line by line, so that positions are the same. Markup is replaced by spaces, and each character of
   * code and quotations by an `X`, as these mention words without using them.
   */
  readonly text: string;
  /** The links in it, with their texts. */
  readonly links: readonly {readonly text: string; readonly offset: number}[];
}

/** Something to rephrase. */
export interface ProseFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  /** What is wrong, and what to write instead. */
  readonly advice: string;
}

/** Checks blocks and says what to rephrase. */
export type ProseRule = (block: ProseBlock) => readonly ProseFinding[];

/** A finding at an offset in the text of a block. */
export function findingAt(block: ProseBlock, offset: number, rule: string, advice: string): ProseFinding {
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

/** Replaces each character between quotation marks with an `X`. */
export function withoutQuotes(text: string): string {
  return text.replace(/"[^"\n]{1,60}"|“[^”\n]{1,60}”/g, quoted => quoted.replace(/\S/g, 'X'));
}
