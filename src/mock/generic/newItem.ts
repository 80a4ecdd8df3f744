import {ownMember} from '../../api/json';
import type {Json, Operation} from '../../api/operation';
import {valueTypes} from '../../api/schema/valueTypes';
import type {HandlerContext} from '../handler';
import type {Store, Table} from '../store';
import {givenItem} from './changedItem';
import {valueOf} from '../../api/schema/valueOf';
import {exampleAnswer, fittingItem, idProperty, isItem, propertySchema, type Item} from './items';

export interface NewItemTools {
  readonly store: Store;
  readonly random: () => number;
  readonly table: Table<Item>;
  /** The path parameter that contains the id of such an item. */
  readonly idParameter: string;
}

/** The item that a request creates: the documented example, overridden by the request, with an id of its own. */
export function newItem(
  context: HandlerContext,
  {store, random, table, idParameter}: NewItemTools,
): {readonly id: string; readonly item: Item} {
  const {operation, now} = context;
  const example = exampleAnswer(operation);
  const given = givenItem(context);
  const shown = isItem(example) ? example : {};
  const name = idProperty(operation, idParameter, shown);
  const id = newId(operation, propertySchema(operation, name), {
    given: ownMember(given, name),
    taken: value => table.get(String(value)) !== undefined,
    others: () => [...table.rows()].flatMap(({row}) => ownMember(row, name) ?? []),
    next: () => `${store.next()}`,
    random,
  });
  const model = withTimes(shown, operation, now);
  return {id: String(id), item: fittingItem(operation, {...model, ...given, [name]: id}, model)};
}

interface Ids {
  readonly given: Json | undefined;
  readonly taken: (id: string | number) => boolean;
  readonly others: () => readonly Json[];
  readonly next: () => string;
  readonly random: () => number;
}

/** An id that the client chose, else the next number or a text of the schema's format. */
function newId(operation: Operation, schema: ReturnType<typeof propertySchema>, ids: Ids): Json {
  const {given} = ids;
  if ((typeof given === 'string' || typeof given === 'number') && !ids.taken(given)) {
    return given;
  }
  const types = valueTypes(operation, schema) ?? [];
  if (types.includes('integer') || types.includes('number')) {
    const numbers = ids.others().filter(value => typeof value === 'number');
    return 1 + numbers.reduce((most, value) => Math.max(most, Math.floor(value)), 0);
  }
  const {pattern, format} = typeof schema === 'object' ? schema : {};
  return pattern !== undefined || format !== undefined
    ? valueOf({schemas: {}}, schema, {direction: 'response', as: 'random', random: ids.random})
    : ids.next();
}

/** Times that only the server writes become the time of the request. */
function withTimes(item: Item, operation: Operation, now: string): Item {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => {
      const schema = propertySchema(operation, name);
      const time =
        typeof schema === 'object' && schema.format === 'date-time' && /creat|updat|modif/i.test(name);
      return [name, time ? now : value];
    }),
  );
}
