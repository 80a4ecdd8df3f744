import type {Operation, Parameter, Schema} from '../api/operation';
import {mergedSchema, typesOf} from '../api/mergedSchema';

type Schemas = Pick<Operation, 'schemas'>;

/** What the value of a parameter may be (RFC 6570 §2.3), by its schema. */
export interface Shape {
  /** Whether it may be neither a list nor an object. */
  readonly text: boolean;
  readonly list?: {readonly isString: boolean};
  readonly object?: {
    /** The members that the schema names; none where any name goes. */
    readonly names: ReadonlySet<string>;
    readonly isString: (name: string) => boolean;
  };
}

/** The shape of a parameter; one that is described by `content` is a text (OpenAPI 3.1 §4.8.12.3). */
export function shapeOf(
  operation: Schemas,
  {schema, contentType}: Pick<Parameter, 'schema' | 'contentType'>,
): Shape {
  return contentType === undefined ? ofSchema(operation, schema, []) : {text: true};
}

function ofSchema(operation: Schemas, schema: Schema, above: readonly Schema[]): Shape {
  const merged = mergedSchema(operation, schema);
  const types = typesOf(merged);
  const {properties = {}, additionalProperties = true, items = true} = merged;
  const branches = [...(merged.oneOf ?? []), ...(merged.anyOf ?? [])].filter(one => !above.includes(one));
  const shapes = branches.map(branch => ofSchema(operation, branch, [...above, branch]));
  const own: Shape = {
    text:
      types.length === 0 ? shapes.length === 0 : types.some(type => type !== 'array' && type !== 'object'),
    ...(types.includes('array') ? {list: {isString: isString(operation, items)}} : {}),
    ...(types.includes('object')
      ? {
          object: {
            names: new Set(Object.keys(properties)),
            isString: name =>
              isString(operation, Object.hasOwn(properties, name) ? properties[name] : additionalProperties),
          },
        }
      : {}),
  };
  return shapes.reduce((one, other) => ({...other, ...one, text: one.text || other.text}), own);
}

/** Whether a text stands for itself: not where the schema asks for other types alone. */
function isString(operation: Schemas, schema: Schema = true): boolean {
  const merged = mergedSchema(operation, schema);
  const branches = [...(merged.oneOf ?? []), ...(merged.anyOf ?? [])];
  const types = typesOf(merged);
  return types.length === 0
    ? branches.length === 0 || branches.some(branch => branch !== schema && isString(operation, branch))
    : types.includes('string');
}
