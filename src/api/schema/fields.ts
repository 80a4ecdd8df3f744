import {leftOutNames, type Direction} from './direction';
import {schemaMap} from './mergedSchema';
import type {Operation, Schema, SchemaObject} from '../operation';
import {schemaNames} from './schema';
import {schemaView, type SchemaView} from './schemaView';

type Schemas = Pick<Operation, 'schemas'>;

/** One member of an object, an item of a tuple or of a list, or a value of a map, as a reader is told it. */
export interface Field {
  /** Its place, such as `metadata.company` or `items[].id`. */
  readonly path: string;
  /** The last step of its place. */
  readonly name: string;
  readonly schema: Schema;
  readonly view: SchemaView;
  readonly required: boolean;
  readonly inside: Fields;
}

/** What is within a value. */
export interface Fields {
  readonly fields: readonly Field[];
  /** What else is within it by each branch of its choice; none where no branch has fields. */
  readonly choices: readonly FieldChoice[];
  /** The named schema around it that it is again, so that its fields are told there. */
  readonly again?: string;
}

export interface FieldChoice {
  readonly label: string;
  readonly view: SchemaView;
  readonly inside: Fields;
}

/** How an empty name is shown, where it must be seen. */
export const EMPTY = '""';

/** Fields nest at most this deep; recursion ends sooner, where a schema meets itself. */
const DEEPEST = 6;

const nothing: Fields = {fields: [], choices: []};

/**
 * The fields of a schema, in the document's order, with those of items and of the values of maps. What only the API writes is
 * no field of a request, and what only the reader writes none of a response. `path` is the place of the value itself; of a
 * list without a place, the fields are those of its items.
 */
export function fieldsOf(operation: Schemas, schema: Schema, direction: Direction, path = ''): Fields {
  const view = schemaView(operation, schema);
  const {items, properties: named} = view.schema;
  const isBareList = path === '' && named === undefined && items !== undefined;
  return isBareList ? inside(items, path, namesOf(view)) : within(view, path, [], []);

  function inside(part: Schema, at: string, ancestors: readonly string[]): Fields {
    return within(schemaView(operation, part), at, ancestors, []);
  }

  /** `chain` are the branches that were taken for the same value. */
  function within(
    view: SchemaView,
    at: string,
    ancestors: readonly string[],
    chain: readonly Schema[],
  ): Fields {
    const names = namesOf(view);
    const again = names.find(name => ancestors.includes(name));
    if (again !== undefined || ancestors.length > DEEPEST) {
      return {...nothing, ...(again === undefined ? {} : {again})};
    }
    const above = [...ancestors, ...(names.length > 0 ? names : [at])];
    const {schema: own} = view;
    const hidden = leftOutNames(operation, own, direction);
    const choices = view.branches.map(({label, source, schema: whole}): FieldChoice => {
      const taken = [...chain, source];
      const branch = schemaView(operation, source, taken);
      const hiddenHere = new Set([...hidden, ...leftOutNames(operation, whole, direction)]);
      const {fields, ...rest} = within(branch, at, above, taken);
      return {
        label,
        view: branch,
        inside: {...rest, fields: fields.filter(({name}) => !hiddenHere.has(name))},
      };
    });
    const parts: readonly Fields[] = [
      {
        fields: properties(own, hidden, at, above),
        choices: choices.some(choice => hasFields(choice.inside)) ? choices : [],
      },
      ...contents(own, at, above),
    ];
    const recurring = parts.find(part => part.again !== undefined)?.again;
    return {
      fields: parts.flatMap(({fields}) => fields),
      choices: parts.flatMap(part => part.choices),
      ...(recurring === undefined ? {} : {again: recurring}),
    };
  }

  function properties(
    own: SchemaObject,
    hidden: ReadonlySet<string>,
    at: string,
    above: readonly string[],
  ): readonly Field[] {
    return Object.entries(own.properties ?? {})
      .filter(([name]) => !hidden.has(name))
      .map(([name, property]) =>
        field(stepTo(at, name), name, property, own.required?.includes(name) ?? false, above),
      );
  }

  /** What items are, and the values of maps. */
  function contents(own: SchemaObject, at: string, above: readonly string[]): readonly Fields[] {
    const {items: item, prefixItems = [], additionalProperties: values} = own;
    const listed = [
      ...prefixItems.map((part, index) => field(`${at}[${index}]`, `[${index}]`, part, false, above)),
      ...[...schemaMap(own['patternProperties'])].map(([pattern, part]) =>
        field(stepTo(at, `/${pattern}/`), `/${pattern}/`, part, false, above),
      ),
    ];
    return [
      {fields: listed, choices: []},
      ...(item === undefined ? [] : [inside(item, `${at}[]`, above)]),
      ...(values === undefined ? [] : [inside(values, stepTo(at, '*'), above)]),
    ];
  }

  function field(
    place: string,
    name: string,
    part: Schema,
    required: boolean,
    above: readonly string[],
  ): Field {
    const view = schemaView(operation, part);
    return {path: place, name, schema: part, view, required, inside: within(view, place, above, [])};
  }

  function namesOf({sources}: SchemaView): readonly string[] {
    return [...new Set(sources.flatMap(source => schemaNames(operation, source)))];
  }
}

export function hasFields({fields, choices}: Fields): boolean {
  return fields.length > 0 || choices.length > 0;
}

function stepTo(at: string, name: string): string {
  const shown = name === '' ? EMPTY : name;
  return at === '' ? shown : `${at}.${shown}`;
}
