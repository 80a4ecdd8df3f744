/**
 * The tools of the sample languages: what runs a program, and what formats and checks it. Each language has a file in
 * `languages/`, named by its id, that exports its `tools`.
 */
import {languages, type Language} from '../src/snippets';
import {toolchainPath, type Toolchain} from './toolchains';

/** A program and its arguments; a toolchain is looked up on this machine. */
export type ToolCommand = readonly [string | Toolchain, ...string[]];

export interface LanguageTools {
  /** What has to be installed. */
  readonly toolchains: readonly Toolchain[];
  /** The command that runs a program, before its file. */
  readonly interpreter: ToolCommand;
  /** Commands that end with 0 and print nothing if these files are correct. */
  readonly checks: (files: readonly string[]) => readonly ToolCommand[];
  /** Files that the checks need in their folder, by name. */
  readonly project?: Readonly<Record<string, string>>;
  /** The smallest program around a call that was copied alone. */
  readonly around: (call: string) => string;
}

/** The tools of a language. Rejects if it has no file. */
export async function toolsOf(id: Language): Promise<LanguageTools> {
  const {tools}: {tools: LanguageTools} = await import(`./languages/${id}.ts`);
  return tools;
}

/** All toolchains of all languages. */
export async function languageToolchains(): Promise<readonly Toolchain[]> {
  const tools = await Promise.all(languages.map(({id}) => toolsOf(id)));
  return tools.flatMap(({toolchains}) => toolchains);
}

/** A command for this machine. Throws with what to do if its program is missing. */
export function commandOf([program, ...args]: ToolCommand): readonly [string, ...string[]] {
  return [typeof program === 'string' ? program : toolchainPath(program), ...args];
}
