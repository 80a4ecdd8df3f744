import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {stripVTControlCharacters} from 'node:util';
import {parse, stringify} from 'yaml';

import {isObject, member, members} from '../../../src/api/json';
import {run} from '../../samples/support/runSample';

/** Things that the mock has from the start. */
const ids: Readonly<Record<string, string>> = {
  user_id: 'usr_123abc',
  document_id: 'doc_h7n2qe',
  thread_id: 'thr_2b7vka',
};

/**
 * Writes the document as Dredd gets on with it best: of OpenAPI 3.0, with one example for each parameter of a path, and of each
 * operation nothing but the success. Of all else Dredd says that it fails, as it sends what the examples hold and no more.
 */
export async function documentForDredd(from: string, to: string): Promise<void> {
  const document: unknown = parse(await readFile(from, 'utf8'));
  const changed = {...adapted(document, document), openapi: '3.0.3'};
  await writeFile(to, stringify(changed, {aliasDuplicateObjects: false}));
}

function adapted(value: unknown, document: unknown): object {
  const copied = (part: unknown): unknown =>
    Array.isArray(part) ? part.map(copied) : isObject(part) ? adapted(part, document) : part;
  const parts = Object.entries(isObject(value) ? value : {}).map(([name, part]): [string, unknown] => {
    switch (name) {
      case 'parameters':
        return [
          name,
          Array.isArray(part) ? part.filter(one => isNeeded(one, document)).map(copied) : copied(part),
        ];
      case 'responses':
        return [name, copied(member(value, 'operationId') === undefined ? part : firstSuccess(part))];
      case 'headers':
        return [name, Object.fromEntries(members(part).filter(([, one]) => isNeeded(one, document)))];
      default:
        return [name, copied(part)];
    }
  });
  const {examples, ...rest} = Object.fromEntries(parts);
  const id = member(value, 'in') === 'path' ? ids[String(member(value, 'name'))] : undefined;
  return id === undefined ? {...rest, ...(examples === undefined ? {} : {examples})} : {...rest, example: id};
}

/** A parameter or header that may not be left out. */
function isNeeded(part: unknown, document: unknown): boolean {
  const reference = member(part, '$ref');
  const [, ...steps] = typeof reference === 'string' ? reference.split('/') : [];
  return member(steps.length === 0 ? part : steps.reduce(member, document), 'required') === true;
}

function firstSuccess(responses: unknown): object {
  return Object.fromEntries(
    members(responses)
      .filter(([status]) => status.startsWith('2'))
      .slice(0, 1),
  );
}

/** What Dredd finds wrong: by the transaction, such as `GET (200) /users`, what it says. */
export async function failuresOf(folder: string, baseUrl: string): Promise<ReadonlyMap<string, string>> {
  const program = join(folder, 'dredd/node_modules/dredd/bin/dredd');
  const output = join(folder, 'output.txt');
  // Into a file: Dredd ends before a pipe has taken all of it.
  const command = ['bash', '-c', `"$@" > ${output} 2>&1`, 'bash', process.execPath, program] as const;
  const args = [join(folder, 'openapi.yaml'), baseUrl, '--header', 'Authorization: Bearer ck_mock_4242'];
  await run([...command, ...args], process.cwd(), {}, 120_000);
  const said = stripVTControlCharacters(await readFile(output, 'utf8'));
  if (!said.includes('complete:')) {
    throw new Error(`Dredd did not come to an end:\n${said}`);
  }
  const [, details = ''] = said.split('Displaying failed tests...');
  return new Map(
    [...details.matchAll(/^(?:fail|error): (.*) duration: .*\n(?:(?:fail|error): )?([^]*?)\n\n/gm)].map(
      ([, transaction = '', words = '']) => [transaction, words.replaceAll('\n', '; ')],
    ),
  );
}

/** What fails that usually does not, or does so for another reason: the first of these, in Dredd's words. */
export function newFailure(
  usual: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): string | undefined {
  const [first] = [...found].filter(([transaction, words]) => usual.get(transaction) !== words);
  return first && first.join(': ');
}
