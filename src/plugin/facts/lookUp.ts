import {escapedStep} from '../../api/http/pointer';
import {isObject, items, member, memberOrItem, members, type JsonObject} from '../../api/json';
import type {Api} from '../../api/operation';
import {dereference, pointerSegments} from '../../api/references';
import {nearest} from '../../api/nearest';

/** A value of the document and the name under which it stands there, such as `409` for a response. */
export interface Fact {
  readonly name: string;
  readonly value: unknown;
}

/**
 * What a JSON pointer (RFC 6901 §6) leads to; a `$ref` on the way is followed.
 * @throws Error saying how far it leads and what is nearest.
 */
export function factAt(document: JsonObject, pointer: string): Fact {
  if (!pointer.startsWith('#/')) {
    throw new Error(
      `\`pointer\` is "${pointer}". A JSON pointer starts with "#/", such as "#/info/version".`,
    );
  }
  const written = pointer.slice(2).split('/');
  return pointerSegments(pointer).reduce<Fact>(
    ({value}, name, index) => {
      const holder =
        isObject(value) && member(value, name) === undefined ? dereference(document, value) : value;
      const found = memberOrItem(holder, name);
      if (found === undefined) {
        const reached = ['#', ...written.slice(0, index)].join('/');
        throw new Error(`\`pointer\` is "${pointer}", which leads nowhere. ${hint(holder, name, reached)}`);
      }
      return {name, value: found};
    },
    {name: '#', value: document},
  );
}

function hint(holder: unknown, name: string, reached: string): string {
  const names = Array.isArray(holder)
    ? items(holder).map((_, index) => `${index}`)
    : members(holder).map(([key]) => key);
  if (names.length === 0) {
    return `${reached} is there, and holds nothing.`;
  }
  const pointers = nearest(name, names).map(key => `"${reached}/${escapedStep(key)}"`);
  return `${reached} has no "${name}". The nearest are ${pointers.join(', ')}.`;
}

/**
 * The status of a kind of error, by the end of its problem type: `validation-error`.
 * @throws Error naming the kinds that are nearest.
 */
export function errorStatus({operations}: Api, kind: string): Fact {
  const statuses = new Map(
    operations
      .flatMap(({responses}) => responses.flatMap(({content}) => content.flatMap(({examples}) => examples)))
      .flatMap(({value}): [string, unknown][] => {
        const type = member(value, 'type');
        const status = member(value, 'status');
        return typeof type === 'string' && status !== undefined ? [[type.replace(/^.*#/, ''), status]] : [];
      }),
  );
  const status = statuses.get(kind);
  if (status === undefined) {
    const near = nearest(kind, [...statuses.keys()]).map(one => `"${one}"`);
    throw new Error(
      `\`error\` is "${kind}", which is no kind of error in the document's examples. The nearest are ${near.join(', ')}.`,
    );
  }
  return {name: kind, value: status};
}
