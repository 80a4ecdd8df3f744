import {readdir} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {createRequire} from 'node:module';

import {loadApi} from '../../../../src/api/document/load';
import type {Operation, Schema} from '../../../../src/api/operation';
import {OpenApiDocumentError} from '../../../../src/api/document/OpenApiDocumentError';

/** A schema with the named schemas that it may refer to. */
export interface GivenSchema {
  readonly name: string;
  readonly operation: Pick<Operation, 'schemas'>;
  readonly schema: Schema;
}

/** The files of the collection of OpenAPI 3.0 and 3.1 documents that ReadMe tests its own tools with. */
export async function exampleDocuments(): Promise<readonly string[]> {
  const root = dirname(createRequire(import.meta.url).resolve('@readme/oas-examples/package.json'));
  const folders = ['3.0/json', '3.1/json'].map(folder => join(root, folder));
  const files = await Promise.all(
    folders.map(async folder => (await readdir(folder)).map(file => join(folder, file))),
  );
  return files.flat().filter(file => file.endsWith('.json'));
}

/** The schemas of all parameters, request bodies and answers of a document; none when the site would refuse it. */
export async function schemasOf(file: string): Promise<readonly GivenSchema[]> {
  const api = await loadApi(file, {strict: true}).catch((error: unknown) => {
    if (error instanceof OpenApiDocumentError) {
      return {operations: []};
    }
    throw error;
  });
  return api.operations.flatMap(operation => [
    ...operation.parameters.map(({in: place, name, schema}) => ({
      name: `${operation.id} ${place} ${name}`,
      operation,
      schema,
    })),
    ...[operation.requestBody, ...operation.responses].flatMap((holder, index) =>
      (holder?.content ?? []).flatMap(({type, schema}) =>
        schema === undefined ? [] : [{name: `${operation.id} ${index} ${type}`, operation, schema}],
      ),
    ),
  ]);
}

/** Each schema once. */
export function distinct(schemas: readonly GivenSchema[]): readonly GivenSchema[] {
  const keyed = schemas.map(
    given => [JSON.stringify([given.schema, given.operation.schemas]), given] as const,
  );
  return [...new Map(keyed).values()];
}
