import {type JsonObject} from '../json';

/** Keywords that hold a value of the schema, and those that hold several. */
const single = ['const', 'default', 'example'] as const;
const lists = ['enum', 'examples'] as const;

/**
 * The keywords of a schema with the values that they hold written in its type, where nothing else can be meant: quotes that are
 * missing in YAML make a number or a truth of a text, and those that are too many a text of a number. Of a schema with
 * several types nobody can tell.
 */
export function meantValues(schema: JsonObject): JsonObject {
  const types = [schema['type']].flat().filter(type => type !== 'null');
  const [type] = types;
  if (types.length !== 1 || typeof type !== 'string') {
    return schema;
  }
  const found = [
    ...single
      .filter(keyword => schema[keyword] !== undefined)
      .map(keyword => [keyword, meant(schema[keyword], type)]),
    ...lists.flatMap(keyword => {
      const values: unknown = schema[keyword];
      return Array.isArray(values) ? [[keyword, values.map(value => meant(value, type))]] : [];
    }),
  ] as const;
  return {...schema, ...Object.fromEntries(found)};
}

function meant(value: unknown, type: string): unknown {
  switch (type) {
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    case 'number':
    case 'integer':
      return typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    default:
      return value;
  }
}
