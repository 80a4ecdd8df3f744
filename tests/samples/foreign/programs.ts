import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

import type {Language} from '../../../src/snippets';
import type {Recorded} from '../support/recordingServer';

/** A program as people, tools and documentation write it, for {@link ORIGIN}. */
export interface ForeignProgram {
  readonly title: string;
  readonly language: Language;
  readonly code: string;
  /** What becomes of it: read right, read with a note of what differs, or refused. */
  readonly outcome: 'right' | 'noted' | 'refused';
  /** The request that it sends, by hand, where it needs what is not installed here. */
  readonly sends?: Recorded;
}

const folders: Readonly<Record<string, Language>> = {
  curl: 'curl',
  go: 'go',
  javascript: 'node',
  python: 'python',
};

/**
 * All programs of the folders beside this file. In a file of them each starts with a line `### title`, or
 * `### refused: title`; what it sends stands as an HTTP message behind a line `--- sends`.
 */
export const foreignPrograms: readonly ForeignProgram[] = Object.entries(folders).flatMap(
  ([folder, language]) =>
    readdirSync(join(import.meta.dirname, folder))
      .sort()
      .flatMap(file =>
        readFileSync(join(import.meta.dirname, folder, file), 'utf8')
          .split(/^### /m)
          .slice(1),
      )
      .map(text => programOf(text, language)),
);

function programOf(text: string, language: Language): ForeignProgram {
  const [head = '', ...lines] = text.split('\n');
  const [, outcome, title = head] = /^(refused|noted): (.*)/.exec(head) ?? [];
  const [code = '', sends] = lines.join('\n').split('\n--- sends\n');
  return {
    title,
    language,
    code: code.trimEnd(),
    outcome: outcome === 'refused' || outcome === 'noted' ? outcome : 'right',
    ...(sends === undefined ? {} : {sends: messageOf(sends)}),
  };
}

function messageOf(text: string): Recorded {
  const [head = '', ...body] = text.trimEnd().split('\n\n');
  const [line = '', ...fields] = head.split('\n');
  const [method = '', target = ''] = line.split(' ');
  return {
    method,
    target,
    headers: fields.map(field => {
      const [name = '', ...value] = field.split(': ');
      return [name, value.join(': ')];
    }),
    body: Buffer.from(body.join('\n\n')),
    atMs: 0,
  };
}
