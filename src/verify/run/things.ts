import {headerValue} from '../../api/http/headerValue';
import {pathFinder} from '../../api/http/pathTemplate';
import {isObject, items} from '../../api/json';
import type {Operation} from '../../api/operation';
import type {ResponseResult} from '../../client/result';
import type {ResourceKind, Resources} from '../plan/resources';

/** A resource of the service. */
export interface Thing {
  readonly kind: ResourceKind;
  /**
   * The values of the path parameters that lead to it, by kind: its own, and those of the resources that contain it.
   */
  readonly ids: {readonly [kind: ResourceKind]: string};
  state: 'made' | 'found' | 'gone';
}

/** In characters: how much of a response is searched for ids. */
const LONGEST = 1_000_000;

/** What a run knows about the service: what it created, found and deleted. */
export class Things {
  readonly all: Thing[] = [];
  /** Texts of responses: an id in one of them is not new. */
  readonly #texts = new Set<string>();

  of(kind: ResourceKind, state: Thing['state']): Thing | undefined {
    return this.all.find(thing => thing.kind === kind && thing.state === state);
  }

  /** What this run created and has not deleted, by its id. */
  made(kind: ResourceKind, id: string): Thing | undefined {
    return this.all.find(thing => thing.kind === kind && thing.state === 'made' && thing.ids[kind] === id);
  }

  /** Removes what only seemed to have been created. */
  forget(kind: ResourceKind): void {
    const others = this.all.filter(thing => thing.kind !== kind || thing.state === 'found');
    this.all.splice(0, this.all.length, ...others);
  }

  /** Whether a response contained the id before this run created anything with it. */
  isKnown(kind: ResourceKind, id: string): boolean {
    const known = this.all.find(thing => thing.kind === kind && thing.ids[kind] === id);
    return known ? known.state === 'found' : this.#texts.has(id);
  }

  note(text: string | undefined): void {
    for (const [, word = ''] of (text ?? '').slice(0, LONGEST).matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
      this.#texts.add(word);
    }
  }

  add(kind: ResourceKind, ids: Thing['ids'], as: 'made' | 'found'): void {
    if (!this.all.some(thing => thing.kind === kind && thing.ids[kind] === ids[kind])) {
      this.all.push({kind, ids, state: as});
    }
  }
}

/**
 * The ids of what an operation created: where links say they are, where most APIs put them, in `Location`, or else the
 * id that the request set.
 */
export function madeIds(
  maker: Operation,
  kind: ResourceKind,
  resources: Resources,
  {body, headers}: Pick<ResponseResult, 'body' | 'headers'>,
  given: string | undefined,
): readonly string[] {
  const value = parsed(body.text);
  const ids = resources
    .idPlaces(maker, kind)
    .map(steps => at(value, steps))
    .find(found => found.length > 0);
  const location = headerValue(headers, 'location')?.split(/[?#]/, 1)[0] ?? '';
  const steps = pathFinder(kind.replaceAll('{}', '{id}').replace(/^.*(\/[^/]+\/\{id\})$/, '$1'))(location);
  const other = steps?.values.at(-1)?.value ?? given;
  return ids ?? (other === undefined ? [] : [other]);
}

/** What this run created, by the names that path parameters, and often members of bodies, use for it. */
export function referencesOf(
  operations: readonly Operation[],
  resources: Resources,
  things: Things,
): ReadonlyMap<string, string> {
  return new Map(
    operations.flatMap(resources.named).flatMap(({kind, parameter}) => {
      // A plain `id` or `name` refers to the subject of the body.
      const id = /(_id|Id)$/.test(parameter) ? things.of(kind, 'made')?.ids[kind] : undefined;
      return id === undefined ? [] : [[parameter, id] as const];
    }),
  );
}

/** The ids of a list's items. */
export function listedIds({body}: Pick<ResponseResult, 'body'>): readonly string[] {
  const value = parsed(body.text);
  const lists = Array.isArray(value)
    ? [value]
    : isObject(value)
      ? Object.values(value).filter(Array.isArray)
      : [];
  return lists.flatMap(list => at(list, ['*', 'id']));
}

function at(value: unknown, steps: readonly string[]): readonly string[] {
  const [step, ...rest] = steps;
  if (step === undefined) {
    return typeof value === 'string' && value !== ''
      ? [value]
      : Number.isSafeInteger(value)
        ? [String(value)]
        : [];
  }
  if (step === '*') {
    return Array.isArray(value) ? items(value).flatMap(item => at(item, rest)) : [];
  }
  return isObject(value) && Object.hasOwn(value, step) ? at(value[step], rest) : [];
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
