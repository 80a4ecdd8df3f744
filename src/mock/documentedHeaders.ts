import {exampleOf} from '../api/schema/example';
import type {Operation, OperationResponse} from '../api/operation';

/** The headers that a response is documented to have always, but for those that every answer of the mock carries. */
export function documentedHeaders(
  operation: Operation,
  {headers}: OperationResponse,
): {readonly [name: string]: string} {
  return Object.fromEntries(
    headers
      .filter(({required, name}) => required && !/^x-(request-id|ratelimit-)/i.test(name))
      .map(({name, schema, example}) => {
        const value = example ?? exampleOf(operation, schema, 'response');
        return [name, typeof value === 'string' ? value : JSON.stringify(value)];
      }),
  );
}
