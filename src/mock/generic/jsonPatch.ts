import {unescapedStep} from '../../api/http/pointer';
import {isJsonList, isJsonObject, ownMember} from '../../api/json';
import type {Json} from '../../api/operation';

/** The patched value, or why the patch cannot be applied. It is applied completely or not at all (RFC 5789 §2). */
export type Patched = {readonly value: Json} | {readonly refusal: string};

/** Applies a JSON Patch (RFC 6902), one operation after another. */
export function jsonPatched(target: Json, patch: Json): Patched {
  let value = target;
  for (const [index, step] of (isJsonList(patch) ? patch : [patch]).entries()) {
    const made = applied(value, step);
    if (made === undefined) {
      return {refusal: `The operation at #/${index} cannot be applied: ${JSON.stringify(step)}.`};
    }
    value = made;
  }
  return {value};
}

/** Undefined if the operation cannot be applied. */
function applied(target: Json, step: Json): Json | undefined {
  const {op, path, from, value} = isJsonObject(step) ? step : {};
  const to = segmentsOf(path);
  const source = segmentsOf(from);
  if (!to) {
    return undefined;
  }
  switch (op) {
    case 'add':
      return value === undefined ? undefined : put(target, to, value, 'insert');
    case 'replace':
      return value === undefined || at(target, to) === undefined
        ? undefined
        : put(target, to, value, 'replace');
    case 'remove':
      return removed(target, to);
    case 'test':
      return value !== undefined && isSame(at(target, to), value) ? target : undefined;
    case 'copy':
    case 'move': {
      const moved = source && at(target, source);
      const rest = op === 'move' && source ? removed(target, source) : target;
      return moved === undefined || rest === undefined ? undefined : put(rest, to, moved, 'insert');
    }
    default:
      return undefined;
  }
}

/** The segments of a JSON Pointer (RFC 6901): `/a~1b/0` is `a/b`, `0`. */
function segmentsOf(pointer: Json | undefined): readonly string[] | undefined {
  return typeof pointer === 'string' && /^(?:\/|$)/.test(pointer)
    ? pointer.split('/').slice(1).map(unescapedStep)
    : undefined;
}

function at(target: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (node, name) =>
      isJsonList(node)
        ? /^\d+$/.test(name)
          ? node[Number(name)]
          : undefined
        : isJsonObject(node)
          ? ownMember(node, name)
          : undefined,
    target,
  );
}

/** The target after `change` was applied to the object or list that contains the last segment. */
function changedAt(
  target: Json,
  path: readonly string[],
  change: (holder: Json, name: string) => Json | undefined,
): Json | undefined {
  const [name, ...rest] = path;
  if (name === undefined) {
    return undefined;
  }
  if (rest.length === 0) {
    return change(target, name);
  }
  const inner = at(target, [name]);
  const made = inner === undefined ? undefined : changedAt(inner, rest, change);
  return made === undefined ? undefined : put(target, [name], made, 'replace');
}

function put(
  target: Json,
  path: readonly string[],
  value: Json,
  how: 'insert' | 'replace',
): Json | undefined {
  return path.length === 0
    ? value
    : changedAt(target, path, (holder, name) => {
        if (isJsonObject(holder)) {
          return Object.fromEntries([
            ...Object.entries(holder).filter(([other]) => how === 'replace' || other !== name),
            [name, value],
          ]);
        }
        const index = isJsonList(holder) && name === '-' ? holder.length : Number(name);
        return isJsonList(holder) && Number.isInteger(index) && index <= holder.length
          ? [...holder.slice(0, index), value, ...holder.slice(how === 'insert' ? index : index + 1)]
          : undefined;
      });
}

function removed(target: Json, path: readonly string[]): Json | undefined {
  return at(target, path) === undefined
    ? undefined
    : changedAt(target, path, (holder, name) =>
        isJsonList(holder)
          ? holder.filter((_, index) => index !== Number(name))
          : Object.fromEntries(members(holder).filter(([other]) => other !== name)),
      );
}

function members(value: Json | undefined): [string, Json][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

/** Whether two values are equal, whatever the order of members (RFC 6902 §4.6). */
function isSame(one: Json | undefined, other: Json): boolean {
  return JSON.stringify(sorted(one ?? null)) === JSON.stringify(sorted(other)) && one !== undefined;
}

function sorted(value: Json): Json {
  return isJsonList(value)
    ? value.map(sorted)
    : isJsonObject(value)
      ? Object.fromEntries(
          Object.entries(value)
            .map(([name, item]) => [name, sorted(item)] as const)
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value;
}
