import {parseArgs} from 'node:util';

import {CALM, LATENCIES, type Scenario} from '../scenario';
import {ANY_ORIGIN} from './access';

/** A program that serves the mock. */
export interface MockCommand {
  /** The command that starts it. */
  readonly command: string;
  /** Options that it does not have. */
  readonly without: readonly string[];
}

export const NPM_RUN: MockCommand = {command: 'npm run mock --', without: []};

const OPTIONS = [
  ['port', 'N', 'the port to listen on (PORT, else 4010); 0 takes a free one'],
  ['host', 'NAME', 'the address to listen on (127.0.0.1)'],
  [
    'allow-origin',
    'O',
    'let pages of this origin use the mock, such as https://docs.example.com; * lets all',
  ],
  ['spec', 'FILE', 'the OpenAPI document (static/openapi.yaml)'],
  ['strict', '', 'stop at any error in the document, instead of listing them'],
  ['rules', 'FILE', 'a module with hand-written rules, for a document that names them in x-mock-rules'],
  ['data', 'FOLDER', 'store data in this folder; in memory otherwise'],
  ['seed', 'N', 'the seed for ids and random values (1)'],
  ['latency', 'NAME', 'none, typical or slow (none)'],
  ['failure-rate', 'N', 'the share of requests that fail with 503, from 0 to 1 (0)'],
  ['rate-limit', 'N', 'requests per minute for each key (600)'],
  ['offline', '', 'break every connection'],
  ['expired-key', '', 'treat every key as expired'],
  ['empty-account', '', 'start with no data, and store none'],
  ['quiet', '', 'do not log requests'],
  ['help', '', 'print this'],
] as const;

/** What `--help` prints. */
export function usage({command, without}: MockCommand = NPM_RUN): string {
  const lines = OPTIONS.filter(([name]) => !without.includes(name)).map(
    ([name, value, meaning]) => `  ${`--${name} ${value}`.padEnd(18)}${meaning}`,
  );
  return [`${command} [options]`, '', ...lines].join('\n');
}

export interface MockCliOptions {
  readonly port: number;
  readonly host: string;
  /** Origins whose pages may use the mock, in addition to those of this machine; `*` for all. */
  readonly allowedOrigins: readonly string[];
  readonly spec: string;
  readonly strict: boolean;
  readonly rules: string | undefined;
  readonly data: string | undefined;
  readonly seed: number;
  readonly scenario: Scenario;
  readonly quiet: boolean;
  readonly help: boolean;
}

/** An unknown option, or one with an invalid value. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Reads the command line. @throws UsageError */
export function readOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  program: MockCommand = NPM_RUN,
): MockCliOptions {
  const values = parse(args, program);
  const latency = LATENCIES.find(name => name === values.latency);
  if (latency === undefined) {
    throw new UsageError(`${values.latency} is not a latency. Use one of ${LATENCIES.join(', ')}.`);
  }
  return {
    port: inRange('port', values.port ?? env.PORT ?? '4010', 0, 65_535),
    host: values.host,
    allowedOrigins: values['allow-origin'].map(origin),
    spec: values.spec,
    strict: values.strict,
    rules: values.rules,
    data: values.data,
    seed: inRange('seed', values.seed, 0, 2 ** 32 - 1),
    quiet: values.quiet,
    help: values.help,
    scenario: {
      latency,
      failureRate: share(values['failure-rate']),
      rateLimit: inRange('rate limit', values['rate-limit'], 0, Number.MAX_SAFE_INTEGER),
      offline: values.offline,
      expiredKey: values['expired-key'],
      emptyAccount: values['empty-account'],
    },
  };
}

function parse(args: readonly string[], program: MockCommand) {
  const missing = program.without.find(name => args.some(arg => arg.split('=', 1)[0] === `--${name}`));
  if (missing !== undefined) {
    throw new UsageError(`Unknown option '--${missing}'.\n\n${usage(program)}`);
  }
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: {type: 'string'},
        host: {type: 'string', default: '127.0.0.1'},
        'allow-origin': {type: 'string', multiple: true, default: []},
        spec: {type: 'string', default: 'static/openapi.yaml'},
        strict: {type: 'boolean', default: false},
        rules: {type: 'string'},
        data: {type: 'string'},
        seed: {type: 'string', default: '1'},
        latency: {type: 'string', default: CALM.latency},
        'failure-rate': {type: 'string', default: String(CALM.failureRate)},
        'rate-limit': {type: 'string', default: String(CALM.rateLimit)},
        offline: {type: 'boolean', default: false},
        'expired-key': {type: 'boolean', default: false},
        'empty-account': {type: 'boolean', default: false},
        quiet: {type: 'boolean', default: false},
        help: {type: 'boolean', default: false},
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. ', 1)[0] ?? '') : String(error);
    throw new UsageError(`${reason}.\n\n${usage(program)}`);
  }
}

function origin(text: string): string {
  const isOrigin = text === ANY_ORIGIN || (URL.canParse(text) && new URL(text).origin === text);
  if (!isOrigin) {
    throw new UsageError(
      `${text} is not an origin. Use a scheme and a host, such as https://docs.example.com, or *.`,
    );
  }
  return text;
}

function inRange(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most) {
    throw new UsageError(`${text} is not a ${name}. Use a whole number from ${least} to ${most}.`);
  }
  return value;
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) {
    throw new UsageError(`${text} is not a failure rate. Use a number from 0 to 1.`);
  }
  return value;
}
