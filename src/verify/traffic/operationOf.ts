import type {Operation} from '../../api/operation';
import {matchOperation} from '../../request/back/matchOperation';

/** The operation for a method and a URL that starts with one of the base URLs; undefined if there is none. */
export function operationOf(
  operations: readonly Operation[],
  bases: readonly string[],
  method: string,
  url: string,
): Operation | undefined {
  const catalog = operations.map(operation => ({
    ...operation,
    servers: bases.map(base => ({url: base, variables: {}})),
  }));
  const request = {
    method,
    url,
    headers: [],
    credentials: [],
    body: {type: 'none'},
    expects: {type: 'text'},
  } as const;
  const match = matchOperation(catalog, request);
  return match && bases.includes(match.baseUrl) ? operations.find(({id}) => id === match.id) : undefined;
}
