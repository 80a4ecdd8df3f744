import {isJsonObject} from '../json';
import type {Json, Operation, Schema} from '../operation';

/** The validator compares each item of a list with each other one: of longer lists `uniqueItems` is left to the server. */
const LONGEST_COMPARED = 1000;
/** How many members of an object and items of a list are kept of a value that has too many faults. */
const KEPT = 1000;

/** Whether some list in a value is too long to compare each of its items with each other one. */
export function hasLongList(value: Json): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    ((Array.isArray(value) && value.length > LONGEST_COMPARED) || Object.values(value).some(hasLongList))
  );
}

/** A schema, and those it refers to, without the rule that takes the square of a list's length to check. */
export function withoutUniqueItems<Given extends object>(given: Given): Given {
  return JSON.parse(
    JSON.stringify(given, (name, part: unknown) =>
      name === 'uniqueItems' && part === true ? undefined : part,
    ),
  );
}

/** Whether a schema, or one that it may refer to, speaks of a member of this name. */
export function namesIn(operation: Pick<Operation, 'schemas'>, schema: Schema): (name: string) => boolean {
  const text = JSON.stringify([schema, operation.schemas]);
  return name => text.includes(JSON.stringify(name));
}

/** The first members of each object, with all that the schema speaks of, and the first items of each list. */
export function firstOf(value: Json, isNamed: (name: string) => boolean): Json {
  if (Array.isArray(value)) {
    return value.slice(0, KEPT).map((item: Json) => firstOf(item, isNamed));
  }
  if (!isJsonObject(value)) {
    return value;
  }
  const kept = Object.entries(value).filter(([name], index) => index < KEPT || isNamed(name));
  return Object.fromEntries(kept.map(([name, member]) => [name, firstOf(member, isNamed)]));
}
