import type {Text} from '../text';

/** A word of a shell command, with where it starts in the text. */
export interface ShellWord {
  /** Variables stand in it as secrets: what they hold is not looked up. */
  readonly text: Text;
  readonly offset: number;
}

/** What a command reads: the file of `< name`, or a text. */
export type ShellInput =
  {readonly type: 'file'; readonly name: Text} | {readonly type: 'text'; readonly text: Text};

/** One command of a script. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** Whether its output goes into the next. */
  readonly piped: boolean;
  readonly input?: ShellInput;
  /** Where an `&` ends it that looks like a part of a URL. */
  readonly cutAt?: number;
}

/** What a shell makes of a text. Nothing is ever run. */
export interface Script {
  readonly commands: readonly ShellCommand[];
  /** Sentences about what was mended, or what cURL does not get as it is written. */
  readonly notes: readonly string[];
}

/** Takes the match of a sticky pattern at a place; empty where there is none. */
export function matchAt(sticky: RegExp, source: string, position: number): string {
  sticky.lastIndex = position;
  return sticky.exec(source)?.[0] ?? '';
}
