import fc from 'fast-check';
import ts from 'typescript';
import {describe, expect, test} from 'vitest';

import type {Schema} from '../../../../src/api/operation';
import {jsonOutline} from '../../../../src/client/answer/jsonOutline';
import {typescriptType} from '../../../../src/client/answer/typescriptType';

function typeOf(text: string, schema?: Schema, schemas: Readonly<Record<string, Schema>> = {}): string {
  const outline = jsonOutline(text);
  if (!outline) {
    throw new Error(`Not JSON: ${text}`);
  }
  return typescriptType(outline, {schemas}, schema);
}

describe('the TypeScript type of an answer', () => {
  test('names each member with its kind', () => {
    expect(typeOf('{"id":"usr_1","age":12345678901234567890,"ok":true,"gone":null}')).toBe(
      'export interface Answer {\n  id: string;\n  age: number;\n  ok: boolean;\n  gone: null;\n}\n',
    );
  });

  test('makes members optional that some items lack, and a union of what differs', () => {
    expect(typeOf('[{"a":1,"b":null},{"a":"x"}, 3]')).toBe(
      'export type Answer = ({\n  a: string | number;\n  b?: null;\n} | number)[];\n',
    );
  });

  test('quotes names that are no identifiers', () => {
    expect(typeOf('{"x-y":1,"$ok":[],"":{}}')).toBe(
      'export interface Answer {\n  "x-y": number;\n  $ok: unknown[];\n  "": Record<string, never>;\n}\n',
    );
  });

  test('takes the names of the document, once each', () => {
    const schemas = {
      UserList: {type: 'object', properties: {data: {type: 'array', items: {$ref: '#/schemas/User'}}}},
      User: {
        type: 'object',
        properties: {
          boss: {oneOf: [{$ref: '#/schemas/User'}, {type: 'null'}]},
          metadata: {type: 'object', additionalProperties: true},
        },
      },
    } as const;
    const text = '{"data":[{"boss":{"boss":null,"metadata":{"a":1}}}]}';
    expect(typeOf(text, {$ref: '#/schemas/UserList'}, schemas)).toBe(
      'export interface UserList {\n  data: User[];\n}\n\n' +
        'export interface User {\n  boss: User | null;\n  metadata?: Record<string, number>;\n}\n',
    );
  });

  test('reads an object of very many members as a map', () => {
    const text = JSON.stringify(Object.fromEntries(Array.from({length: 60}, (_, id) => [`id${id}`, {id}])));
    expect(typeOf(text)).toBe('export type Answer = Record<string, {\n  id: number;\n}>;\n');
  });

  test('compiles, and the value fits it, for any JSON', () => {
    const anything = fc.jsonValue({maxDepth: 4}).filter(value => !inherited.test(JSON.stringify(value)));
    const values = fc.array(fc.oneof({weight: 3, arbitrary: anything}, rows), {
      minLength: 40,
      maxLength: 60,
    });
    fc.assert(
      fc.property(values, samples => {
        const files = new Map(
          samples.map((sample, index) => {
            const text = JSON.stringify(sample);
            const type = typeOf(text);
            const [, name = ''] = /export (?:type|interface) (\w+)/.exec(type) ?? [];
            return [`/answer${index}.ts`, `${type}\nexport const value: ${name} = ${text};\n`];
          }),
        );
        expect(faultsOf(files)).toEqual([]);
      }),
      {numRuns: 4},
    );
  }, 60_000);
});

/** To TypeScript every object has these members already, so that no type can say that one of their names may be missing. */
const inherited = new RegExp(
  Object.getOwnPropertyNames(Object.prototype)
    .map(name => `"${name}":`)
    .join('|'),
);

/** Objects that are alike, as APIs answer with. */
const rows = fc.array(
  fc.record(
    {
      id: fc.nat(),
      name: fc.oneof(fc.string(), fc.constant(null)),
      tags: fc.array(fc.oneof(fc.string(), fc.nat())),
    },
    {requiredKeys: ['id']},
  ),
);

/** What TypeScript says of the files, in its strictest. */
function faultsOf(files: ReadonlyMap<string, string>): readonly string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    lib: ['lib.es5.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const {getSourceFile, fileExists} = host;
  host.fileExists = name => files.has(name) || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name);
    return text === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({messageText, file}) => `${ts.flattenDiagnosticMessageText(messageText, '\n')}\n${file?.text ?? ''}`,
    );
}
