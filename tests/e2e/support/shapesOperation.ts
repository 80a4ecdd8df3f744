import {loadApi} from '../../../src/api/document/load';
import type {Operation} from '../../../src/api/operation';

/** An operation of the fixture document whose schemas have every shape that a form has to show. */
export async function shapesOperation(id: string): Promise<Operation> {
  const {operations} = await loadApi('tests/fixtures/openapi/shapes.yaml');
  const operation = operations.find(candidate => candidate.id === id);
  if (!operation) {
    throw new Error(`The fixture document has no operation ${id}.`);
  }
  return operation;
}
