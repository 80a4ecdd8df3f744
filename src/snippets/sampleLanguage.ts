import type {ParsedRequest} from './parse/parsedRequest';
import type {PrintSnippet} from './snippet';

/**
 * A language of samples: all that is said of it, in a folder of its own. The folder and what it exports are named by the
 * id. A new one is added to the list in `languages.ts`, and its tools are in `scripts/languages/`, under the same name.
 */
export interface SampleLanguage {
  readonly id: string;
  /** What readers call it: the label of its tab. */
  readonly label: string;
  /** Its name for Prism. */
  readonly highlight: string;
  /** The grammars of Prism that it needs beside those that prism-react-renderer brings, in the order to load them in. */
  readonly grammars: readonly string[];
  /** What begins a comment up to the end of a line. */
  readonly comment: '#' | '//';
  /** The extension of its files, such as `py`. */
  readonly extension: string;
  readonly print: PrintSnippet;
  /** Reads its code into a request; left out where nothing does. It is `reader` of `reader.ts`, too. */
  readonly reader?: SampleReader;
}

/** What reads the code of a language. It weighs little: what it needs for that is fetched with the first code. */
export interface SampleReader {
  /** What authors call the language where they write code by hand: names for Prism and others. */
  readonly names: readonly string[];
  /** Matches code of this language that makes a request; the readers of other languages may match it too. */
  readonly looksLike: RegExp;
  /** Rejects when what it needs cannot be fetched. */
  readonly read: (code: string) => Promise<ParsedRequest>;
}
