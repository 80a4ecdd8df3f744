import {parseArgs} from 'node:util';

export const usage = `npm run verify -- --server URL [options]

  --server URL      where the paths of the document start, as in https://api.example.com/v1
  --spec FILE       the OpenAPI document (static/openapi.yaml)
  --only LIST       only these operations: ids, tags, or "METHOD /path", with commas between
  --read-only       send nothing that could change something
  --disposable      the data of the service may be lost: send also what changes things that this run did not make
  --dry-run         send nothing, and list what would be sent
  --traffic FILE    judge what an HTTP archive (HAR) recorded, in place of sending
  --samples         run the samples of each example against the server as well, in all languages
  --recipes FOLDER  run the programs of each recipe in the folder (docs/recipes) as well, in all their languages
  --baseline FILE   a report of --json whose problems are known, and no failure
  --json            print the report as JSON
  --junit           print the report as JUnit XML
  --help            print this

The key is read from the environment variable that the samples read; a server on this machine gets the mock's without it.
Exit code 0: as documented. 1: it is not, or something is left behind. 2: it could not be told. 130: interrupted.`;

export interface VerifyOptions {
  readonly server: string | undefined;
  readonly spec: string;
  readonly only: readonly string[];
  readonly readOnly: boolean;
  readonly disposable: boolean;
  readonly dryRun: boolean;
  readonly traffic: string | undefined;
  readonly samples: boolean;
  /** A folder that contains a folder for each recipe. */
  readonly recipes: string | undefined;
  readonly baseline: string | undefined;
  readonly format: 'table' | 'json' | 'junit';
  readonly help: boolean;
}

/** An error in the command line, which the user has to fix. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads the command line. @throws UsageError */
export function readOptions(args: readonly string[]): VerifyOptions {
  const values = parse(args);
  const {server, spec, only, traffic, samples, recipes, baseline, json, junit, help} = values;
  if (json && junit) {
    throw new UsageError('--json and --junit both print to the terminal. Give one of them.');
  }
  if (
    (samples || recipes !== undefined) &&
    (traffic !== undefined || values['dry-run'] || values['read-only'])
  ) {
    throw new UsageError(
      `${samples ? '--samples' : '--recipes'} runs programs that send everything. Leave out --traffic, --dry-run and --read-only.`,
    );
  }
  if (!help && server === undefined && traffic === undefined) {
    throw new UsageError(`Name the server to check.\n\n${usage}`);
  }
  return {
    server: server === undefined ? undefined : baseUrl(server),
    spec,
    only: only
      .flatMap(list => list.split(','))
      .map(name => name.trim())
      .filter(name => name !== ''),
    readOnly: values['read-only'],
    disposable: values.disposable,
    dryRun: values['dry-run'],
    traffic,
    samples,
    recipes,
    baseline,
    format: json ? 'json' : junit ? 'junit' : 'table',
    help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        server: {type: 'string'},
        spec: {type: 'string', default: 'static/openapi.yaml'},
        only: {type: 'string', multiple: true, default: []},
        'read-only': {type: 'boolean', default: false},
        disposable: {type: 'boolean', default: false},
        'dry-run': {type: 'boolean', default: false},
        traffic: {type: 'string'},
        samples: {type: 'boolean', default: false},
        recipes: {type: 'string'},
        baseline: {type: 'string'},
        json: {type: 'boolean', default: false},
        junit: {type: 'boolean', default: false},
        help: {type: 'boolean', default: false},
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. ', 1)[0] ?? '') : String(error);
    throw new UsageError(`${reason}.\n\n${usage}`);
  }
}

function baseUrl(server: string): string {
  if (!/^https?:\/\//i.test(server) || !URL.canParse(server)) {
    throw new UsageError(
      `${server} is not the URL of a server. Write it whole, as in https://api.example.com/v1.`,
    );
  }
  const {username, password, search, hash} = new URL(server);
  if (username !== '' || password !== '' || search !== '' || hash !== '') {
    throw new UsageError(
      'The URL of the server contains a key, a query or a fragment. Leave them out: keys come from the environment.',
    );
  }
  return server.replace(/\/+$/, '');
}
