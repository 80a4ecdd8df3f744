import {nearest} from '../../api/nearest';
import type {Operation} from '../../api/operation';
import {UsageError} from './options';

/**
 * The operations that a list names by id, tag or `METHOD /path`; all if it names none.
 * @throws UsageError for a name that matches none.
 */
export function chosenOperations(
  operations: readonly Operation[],
  only: readonly string[],
): readonly Operation[] {
  const namesOf = ({id, tags, method, path}: Operation): readonly string[] => [
    id,
    ...tags,
    `${method} ${path}`,
  ];
  const known = operations.flatMap(namesOf);
  for (const name of only) {
    if (!known.includes(name)) {
      const [close] = nearest(name, known);
      throw new UsageError(
        `No operation is called ${name}.${close === undefined ? '' : ` Do you mean ${close}?`}`,
      );
    }
  }
  return only.length === 0
    ? operations
    : operations.filter(operation => namesOf(operation).some(name => only.includes(name)));
}
