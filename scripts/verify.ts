/** `npm run verify -- --server URL`: reports how a service differs from its document. */
import {verify} from '../src/verify/cli/verify';
import {languages} from '../src/snippets';
import type {Interpreters} from '../src/verify/samples/runSample';
import {commandOf, toolsOf} from './languageTools';

const EXIT_UNKNOWN = 2;

/** The first interruption ends the run, which then deletes what it created; the second ends the clean-up too. */
function interruptions(): {readonly signal: AbortSignal; readonly cleanUpSignal: AbortSignal} {
  const [run, cleanUp] = [new AbortController(), new AbortController()];
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => (run.signal.aborted ? cleanUp : run).abort());
  }
  return {signal: run.signal, cleanUpSignal: cleanUp.signal};
}

/** Those of the languages that are installed on this machine. */
async function interpreters(): Promise<Interpreters> {
  const tools = await Promise.all(languages.map(async ({id}) => ({id, ...(await toolsOf(id))})));
  return Object.fromEntries(
    tools.flatMap(({id, interpreter}) => {
      const [program] = interpreter;
      return typeof program === 'string' || program.find() !== undefined
        ? [[id, commandOf(interpreter)]]
        : [];
    }),
  );
}

/** A line that overwrites the previous one, if the output is a terminal. */
function progress(text: string): void {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\u001b[K${text.slice(0, process.stderr.columns - 1)}`);
  }
}

verify(process.argv.slice(2), {
  env: process.env,
  print: text => console.log(text),
  progress,
  interpreters,
  ...interruptions(),
})
  .then(code => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = EXIT_UNKNOWN;
  });
