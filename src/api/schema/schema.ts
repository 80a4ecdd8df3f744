import type {Schema, SchemaObject} from '../operation';

const PREFIX = '#/schemas/';

/** Keywords that describe and never constrain: beside a `$ref` they replace what the referenced schema says. */
const annotations: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
]);

/**
 * The schema itself where it has no `$ref`, else the named schema it leads to, with the keywords that stand beside the
 * `$ref` added (JSON Schema 2020-12 §8.2.3.1). Only the outermost level is resolved, so recursive schemas are safe.
 * A `$ref` that leads nowhere, or only to itself, constrains nothing: `true`.
 */
export function resolveSchema(
  operation: {readonly schemas: {readonly [name: string]: Schema}},
  schema: Schema,
): Schema {
  const seen = new Set<string>();
  let beside: SchemaObject = {};
  let current = schema;
  while (typeof current === 'object' && current.$ref !== undefined) {
    const {$ref, ...siblings} = current;
    const next = seen.has($ref) ? undefined : namedSchema(operation.schemas, $ref);
    beside = combine(siblings, beside);
    if (next === undefined) {
      return Object.keys(beside).length === 0 ? true : beside;
    }
    seen.add($ref);
    current = next;
  }
  if (typeof current === 'boolean') {
    return current === false || Object.keys(beside).length === 0 ? current : beside;
  }
  return combine(current, beside);
}

/** The `$ref` that leads to the named schema of an operation. */
export function schemaReference(name: string): string {
  return PREFIX + name;
}

/** The name that a `$ref` leads to, such as `User`; undefined when it does not lead to a named schema. */
export function schemaName($ref: string): string | undefined {
  return $ref.startsWith(PREFIX) ? $ref.slice(PREFIX.length) : undefined;
}

/** The names of the schemas that a schema is made of: the one its `$ref` leads to, and those of its `allOf`. */
export function schemaNames(
  operation: {readonly schemas: {readonly [name: string]: Schema}},
  schema: Schema,
  seen: readonly Schema[] = [],
): readonly string[] {
  if (typeof schema === 'boolean' || seen.includes(schema)) {
    return [];
  }
  const name = schema.$ref === undefined ? undefined : schemaName(schema.$ref);
  const resolved = resolveSchema(operation, schema);
  const {allOf = []} = typeof resolved === 'object' ? resolved : {};
  return [
    ...(name === undefined ? [] : [name]),
    ...allOf.flatMap(part => schemaNames(operation, part, [...seen, schema])),
  ];
}

function namedSchema(schemas: {readonly [name: string]: Schema}, $ref: string): Schema | undefined {
  const name = schemaName($ref);
  return name !== undefined && Object.hasOwn(schemas, name) ? schemas[name] : undefined;
}

/** Both schemas at once. Constraints that both state stay apart in `allOf`, as neither may replace the other. */
function combine(base: SchemaObject, beside: SchemaObject): SchemaObject {
  const clash = Object.keys(beside).some(key => !annotations.has(key) && Object.hasOwn(base, key));
  if (!clash) {
    return {...base, ...beside};
  }
  const entries = Object.entries(beside);
  const words = Object.fromEntries(entries.filter(([key]) => annotations.has(key)));
  const constraints = Object.fromEntries(entries.filter(([key]) => !annotations.has(key)));
  return {...words, allOf: [base, constraints]};
}
