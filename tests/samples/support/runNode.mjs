/**
 * Runs samples in JavaScript one after another in one process, as loading `fetch` takes longer than a sample. Each has to
 * be done when its module is.
 *
 * Reads the path of a program a line; answers each with a line of JSON: exit code, standard output and standard error.
 */
import {createInterface} from 'node:readline';
import {pathToFileURL} from 'node:url';

const answer = process.stdout.write.bind(process.stdout);

async function run(path) {
  const stdout = captured(process.stdout);
  const stderr = captured(process.stderr);
  process.exitCode = 0;
  try {
    await import(pathToFileURL(path).href);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  return {exitCode: process.exitCode, stdout: stdout(), stderr: stderr()};
}

/** Keeps what is written to a stream from now on. */
function captured(stream) {
  const chunks = [];
  stream.write = chunk => {
    chunks.push(Buffer.from(chunk));
    return true;
  };
  return () => Buffer.concat(chunks).toString();
}

for await (const path of createInterface({input: process.stdin})) {
  answer(`${JSON.stringify(await run(path))}\n`);
}
process.exitCode = 0;
