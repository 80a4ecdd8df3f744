import type {Direction} from './direction';
import {leftOutNames} from './oneWay';
import {schemaMap} from './mergedSchema';
import type {Operation, Schema, SchemaObject} from '../operation';
import {schemaNames} from './schema';
import {schemaView, type SchemaView} from './schemaView';

/** How much of a schema is told in one place. */
export interface Bounds {
  /** How many objects deep fields nest, below those of the value itself. */
  readonly deepest: number;
  /** Of an object, so many fields are told, and the others elsewhere. */
  readonly longest: number;
  /** How many fields there is room for. It is counted down; below 0, what was told is not to be shown. */
  readonly room: {left: number};
}

type Schemas = Pick<Operation, 'schemas'> & {readonly bounds?: Bounds};

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
  /** What it holds that is beyond the bounds: its fields are told in a place of their own. */
  readonly elsewhere?: Elsewhere;
}

/** A value whose fields, or some of them, are not told where it stands. */
export interface Elsewhere {
  readonly schema: Schema;
  /** Its place. */
  readonly path: string;
  /** The names of the schema, of which it mostly has one or none. */
  readonly names: readonly string[];
  /** The named schema around it. */
  readonly within?: string;
  /** How many of its fields these are, where the others are told in place. */
  readonly count?: number;
}

export interface FieldChoice {
  readonly label: string;
  readonly view: SchemaView;
  readonly inside: Fields;
}

/** How an empty name is shown, where it must be seen. */
export const EMPTY = '""';

/** Where nothing else is asked for. Recursion ends sooner, where a schema meets itself. */
export const DEEPEST = 6;

const nothing: Fields = {fields: [], choices: []};

/** What a value is within. */
interface Around {
  readonly names: readonly string[];
  /** How many objects. */
  readonly depth: number;
}

/**
 * The fields of a schema, in the document's order, with those of items and of the values of maps. What only the API writes is
 * no field of a request, and what only the reader writes none of a response. `path` is the place of the value itself; of a
 * list without a place, the fields are those of its items.
 */
export function fieldsOf(operation: Schemas, schema: Schema, direction: Direction, path = ''): Fields {
  const {deepest = DEEPEST, longest = Infinity, room = {left: Infinity}} = operation.bounds ?? {};
  const view = schemaView(operation, schema);
  const {items, properties: named} = view.schema;
  const isBareList = path === '' && named === undefined && items !== undefined;
  return isBareList
    ? inside(items, path, {names: namesOf(view), depth: 0})
    : within(view, path, {names: [], depth: 0}, []);

  function inside(part: Schema, at: string, around: Around): Fields {
    return within(schemaView(operation, part), at, around, []);
  }

  /** `chain` are the branches that were taken for the same value. */
  function within(view: SchemaView, at: string, around: Around, chain: readonly Schema[]): Fields {
    const names = namesOf(view);
    const again = names.find(name => around.names.includes(name));
    if (again !== undefined) {
      return {...nothing, again};
    }
    const {schema: own} = view;
    // A list or a map is as deep as what it holds, which may have a name.
    const isObject = own.properties !== undefined || view.branches.length > 0;
    if (isObject && (around.depth > deepest || room.left < 0)) {
      return holdsFields(view, []) ? {...nothing, elsewhere: elsewhere(view, at, around, names)} : nothing;
    }
    const above = {names: [...around.names, ...names], depth: around.depth + (isObject ? 1 : 0)};
    const hidden = leftOutNames(operation, own, direction);
    const beside =
      view.branches.length === 0
        ? []
        : otherChoices(own).flatMap(part => within(schemaView(operation, part), at, above, chain).choices);
    const choices = view.branches.map(({label, source, schema: whole}): FieldChoice => {
      const taken = [...chain, source];
      const branch = schemaView(operation, source, taken);
      const hiddenHere = new Set([...hidden, ...leftOutNames(operation, whole, direction)]);
      const {fields, ...rest} = within(branch, at, above, taken);
      return {
        label,
        view: branch,
        inside: {
          ...rest,
          fields: fields.filter(({name}) => !hiddenHere.has(name)),
          choices: [...rest.choices, ...beside],
        },
      };
    });
    const named = Object.entries(own.properties ?? {}).filter(([name]) => !hidden.has(name));
    const parts: readonly Fields[] = [
      {
        fields: properties(own, named.slice(0, longest), at, above),
        choices: choices.some(choice => hasFields(choice.inside)) ? choices : [],
        ...(named.length > longest && {elsewhere: others(own, named.slice(longest), at, above)}),
      },
      ...contents(own, at, above),
    ];
    const recurring = parts.find(part => part.again !== undefined)?.again;
    const beyond = parts.find(part => part.elsewhere !== undefined)?.elsewhere;
    return {
      fields: parts.flatMap(({fields}) => fields),
      choices: parts.flatMap(part => part.choices),
      ...(recurring === undefined ? {} : {again: recurring}),
      ...(beyond === undefined ? {} : {elsewhere: beyond}),
    };
  }

  function elsewhere(view: SchemaView, at: string, {names}: Around, own: readonly string[]): Elsewhere {
    const nearest = names.at(-1);
    const [schema = true] = view.sources;
    return {schema, path: at, names: own, ...(nearest !== undefined && {within: nearest})};
  }

  /** The fields of an object that has too many. */
  function others(
    {required = []}: SchemaObject,
    left: readonly (readonly [string, Schema])[],
    at: string,
    {names}: Around,
  ): Elsewhere {
    const nearest = names.at(-1);
    const schema = {
      type: 'object',
      properties: Object.fromEntries(left),
      required: required.filter(name => left.some(([other]) => other === name)),
    } satisfies SchemaObject;
    return {
      schema,
      path: at,
      names: [],
      count: left.length,
      ...(nearest !== undefined && {within: nearest}),
    };
  }

  /** Whether there is anything to tell of a value, in itself or in what it lists. */
  function holdsFields({schema: own, sources, branches}: SchemaView, seen: readonly Schema[]): boolean {
    const {properties: named, items: item, additionalProperties: values, contentSchema: text} = own;
    if (sources.some(source => seen.includes(source))) {
      return false;
    }
    const above = [...seen, ...sources];
    const parts = [item, values, text, ...branches.map(({source}) => source)];
    return (
      Object.keys(named ?? {}).length > 0 ||
      parts.some(part => part !== undefined && holdsFields(schemaView(operation, part), above))
    );
  }

  function properties(
    own: SchemaObject,
    named: readonly (readonly [string, Schema])[],
    at: string,
    above: Around,
  ): readonly Field[] {
    return named.flatMap(([name, property]) =>
      room.left < 0
        ? []
        : [field(stepTo(at, name), name, property, own.required?.includes(name) ?? false, above)],
    );
  }

  /** What items are, the values of maps, and what a text is to be read as. */
  function contents(own: SchemaObject, at: string, above: Around): readonly Fields[] {
    const {items: item, prefixItems = [], additionalProperties: values, contentSchema: text} = own;
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
      ...(text === undefined ? [] : [inside(text, at, above)]),
    ];
  }

  function field(place: string, name: string, part: Schema, required: boolean, above: Around): Field {
    const view = schemaView(operation, part);
    room.left--;
    return {path: place, name, schema: part, view, required, inside: within(view, place, above, [])};
  }

  function namesOf({sources}: SchemaView): readonly string[] {
    return [...new Set(sources.flatMap(source => schemaNames(operation, source)))];
  }
}

/** What a merged schema asks to choose beside its first choice: whichever branch of that is taken, one of these is too. */
function otherChoices({anyOf, allOf = []}: SchemaObject): readonly Schema[] {
  const parts: readonly Schema[] = [...(anyOf ? [{anyOf}] : []), ...allOf];
  return parts.flatMap(part => {
    const {oneOf: one, anyOf: any}: SchemaObject = typeof part === 'object' ? part : {};
    return [...(one ? [{oneOf: one}] : []), ...(any ? [{anyOf: any}] : [])];
  });
}

export function hasFields({fields, choices, elsewhere}: Fields): boolean {
  return fields.length > 0 || choices.length > 0 || elsewhere !== undefined;
}

function stepTo(at: string, name: string): string {
  const shown = name === '' ? EMPTY : name;
  return at === '' ? shown : `${at}.${shown}`;
}
