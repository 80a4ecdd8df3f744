/** `npm run verify -- --server URL`: tells where a service and its document differ. */
import {verify} from '../src/verify/cli/verify';
import {languages} from '../src/snippets';
import type {Interpreters} from '../src/verify/samples/runSample';
import {commandOf, toolsOf} from './languageTools';

const EXIT_UNKNOWN = 2;

/** The first interruption ends the run, which then deletes what it made; the second does not wait for that. */
function interruptions(): {readonly signal: AbortSignal; readonly cleanUpSignal: AbortSignal} {
  const [run, cleanUp] = [new AbortController(), new AbortController()];
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => (run.signal.aborted ? cleanUp : run).abort());
  }
  return {signal: run.signal, cleanUpSignal: cleanUp.signal};
}

/** Of the languages whose programs run on this machine. */
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

/** One line that is written over, where somebody watches. */
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
