import {generateMatch} from './generateMatch';
import {asSchema, listedValues, mergedSchema, schemaMap} from './mergedSchema';
import type {Operation, SchemaObject} from '../operation';
import {texts} from './texts';
import {schemaFaults} from './validateSchema';

/**
 * A name for a member that a merged schema does not name, which its rules for names allow; undefined where none is found.
 * `taken` are the names that are there; `usual` is the name where any will do.
 */
export function memberName(
  operation: Pick<Operation, 'schemas'>,
  schema: SchemaObject,
  taken: ReadonlySet<string>,
  usual = 'name',
): string | undefined {
  const rule = asSchema(schema['propertyNames']) ?? true;
  const names = mergedSchema(operation, rule);
  const patterns = [...schemaMap(schema['patternProperties']).keys()];
  const isOpen = schema.additionalProperties !== false;
  const made = [
    ...patterns.flatMap(pattern => [0, 0.5, 0.99, 0.25, 0.75].map(at => generateMatch(pattern, () => at))),
    ...(names.pattern === undefined ? [] : texts(names, {usual})),
  ];
  const counts = Array.from({length: taken.size + 1}, (_, index) => index + 1);
  const candidates = [
    ...(listedValues(names) ?? []).map(String),
    ...made,
    ...counts.map(count => `${usual}${count}`),
    ...texts(names, {usual}),
    ...made.flatMap(name => counts.map(count => `${name}${count}`)),
  ];
  return candidates.find(
    name =>
      !taken.has(name) &&
      (isOpen || patterns.some(pattern => schemaFaults(operation, {pattern}, name)?.length === 0)) &&
      schemaFaults(operation, rule, name)?.length === 0,
  );
}
