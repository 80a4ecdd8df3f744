import {withDigits} from '../../api/digits';
import {ownMember} from '../../api/json';
import {pathValue} from '../../api/pathValue';
import {valueOf} from '../../api/schema/valueOf';
import type {Json, Operation, Schema} from '../../api/operation';
import {
  exampleAnswer,
  exampleItems,
  hasResponseExample,
  idProperty,
  isItem,
  propertySchema,
  type Item,
} from './items';
import type {ResourceShape} from './shape';

/** The initial items of a collection, by the ids in paths. */
export type FirstItems = readonly (readonly [id: string, item: Item])[];

/**
 * The items in the documented examples, and one for each id in the samples of the collection's operations, so that an
 * unchanged sample finds something.
 */
export function firstItemsOf(
  template: string,
  operations: readonly Operation[],
  shapes: ReadonlyMap<string, ResourceShape>,
): FirstItems {
  const of = (type: Exclude<ResourceShape['type'], 'single' | 'other'>): Operation | undefined =>
    operations.find(({id}) => {
      const shape = shapes.get(id);
      return shape?.type === type && 'collection' in shape && shape.collection === template;
    });
  const get = of('get');
  const list = of('list');
  const writers = [of('change'), of('replace'), of('create')].filter(operation => operation !== undefined);
  const onItem = [get, ...writers, of('delete')].filter(operation => operation !== undefined);
  const asked = onItem.flatMap(operation => askedFor(operation, shapes.get(operation.id)) ?? []);
  const [first] = asked;
  const listed = list ? exampleItems(list).map(item => ({item, written: hasResponseExample(list)})) : [];
  const answer = get && (listed.length === 0 || hasResponseExample(get)) ? exampleAnswer(get) : undefined;
  const shown =
    get && isItem(answer) ? [...listed, {item: answer, written: hasResponseExample(get)}] : listed;
  const owner = get ?? list ?? writers[0];
  const nameIn = (item: Item): string =>
    owner ? idProperty(owner, first?.parameter ?? 'id', item) : (first?.parameter ?? 'id');

  const items = new Map<string, Item>();
  shown.forEach(({item, written}, index) => {
    // An id that was made up means nothing, so the item gets the requested id.
    if (written || !first) {
      const other = index === 0 && first ? first.id : String(index + 1);
      items.set(withDigits(owner ?? {}, String(ownMember(item, nameIn(item)) ?? other)), item);
    }
  });
  const model = shown[0]?.item ?? writers.map(exampleAnswer).find(isItem) ?? {};
  const name = nameIn(model);
  const schema = owner ? propertySchema(owner, name) : true;
  for (const {id} of asked.filter(({id: wanted}) => !items.has(wanted))) {
    const hasId = Object.hasOwn(model, name) || schema !== true;
    items.set(id, hasId ? {...model, [name]: typed(schema, ownMember(model, name), id)} : model);
  }
  return [...items];
}

interface Asked {
  readonly parameter: string;
  readonly id: string;
}

/** The id in the path of an operation's sample: the example, else a value of the schema, else the parameter's name. */
function askedFor(operation: Operation, shape: ResourceShape | undefined): Asked | undefined {
  const name = shape && 'idParameter' in shape ? shape.idParameter : undefined;
  const parameter = operation.parameters.find(
    ({in: place, name: other}) => place === 'path' && other === name,
  );
  if (!parameter) {
    return undefined;
  }
  const value =
    parameter.examples[0]?.value ??
    valueOf(operation, parameter.schema, {direction: 'request', as: 'example', freeText: ''});
  const filled = [pathValue(operation, parameter, value)].flat();
  const id = filled.map(one => (typeof one === 'string' ? one : JSON.stringify(one))).join(',');
  return {parameter: parameter.name, id: withDigits(operation, id)};
}

/** An id from a path with the type that it has in items: a number if the schema or another item says so. */
function typed(schema: Schema, like: Json | undefined, id: string): Json {
  const types = typeof schema === 'object' ? [schema.type ?? []].flat() : [];
  const isNumber = types.includes('integer') || types.includes('number') || typeof like === 'number';
  return isNumber && Number.isFinite(Number(id)) ? Number(id) : id;
}
