import {isObject} from '../api/json';
import type {Operation} from '../api/operation';
import {withoutSecrets} from '../request/secrets/withoutSecrets';
import {readValues} from '../request/share/readValues';
import type {RequestValues} from '../request/values';
import {keysOf, openForm, storageKeyOf} from './storageKey';
import {recall, remember} from './useRemembered';

/** What can fill in a form in place of the reader. */
const fillers = ['answer', 'history', 'reproduction', 'code', 'reset', 'paste', 'link', 'example'] as const;
export type Filler = (typeof fillers)[number];

/** A form that was filled in, and how to undo it. */
export interface Filling {
  readonly by: Filler;
  /** The name of what filled it in, if it has one. */
  readonly title?: string;
  /** What the reader had typed; undefined if the form had its initial values. */
  readonly before: RequestValues | undefined;
  /** The values that were filled in; undefined if the form was reset. */
  readonly after: RequestValues | undefined;
}

/** Keeps the values of an operation's form. Secrets stay in memory and are lost on reload. */
export function keepValues(
  operation: Operation,
  storageKey: string,
  values: RequestValues | undefined,
): void {
  const {values: key} = keysOf(storageKey);
  if (values === undefined) {
    remember(key, undefined, 'tab');
  } else {
    remember(key, JSON.stringify(values), 'tab', JSON.stringify(withoutSecrets(values, operation).values));
  }
}

/** Fills in a form, or resets it, and remembers what the reader had typed; returns what it remembered. */
export function fillIn(
  operation: Operation,
  storageKey: string,
  after: RequestValues | undefined,
  by: Filler,
  title?: string,
): string {
  const keys = keysOf(storageKey);
  const before = parseValues(recall(keys.values, 'tab'));
  const filling: Filling = {by, ...(title === undefined ? {} : {title}), before, after};
  const text = JSON.stringify(filling);
  remember(keys.filling, text, 'page');
  keepValues(operation, storageKey, after);
  return text;
}

/** Opens the form of an operation with these values, for when the reader gets to its page. */
export function openWith(operation: Operation, values: RequestValues, by: Filler): void {
  const storageKey = storageKeyOf(operation.id);
  fillIn(operation, storageKey, values, by);
  openForm(storageKey);
}

/** The remembered values of a form, unless they have another shape, as from an older site or another script. */
export function parseValues(text: string | undefined): RequestValues | undefined {
  return readValues(parse(text));
}

/** The remembered filling of a form. */
export function parseFilling(text: string | undefined): Filling | undefined {
  const value = parse(text);
  const by = isObject(value) ? fillers.find(filler => filler === value['by']) : undefined;
  if (!isObject(value) || !by) {
    return undefined;
  }
  const {title, before, after} = value;
  return {
    by,
    ...(typeof title === 'string' ? {title} : {}),
    before: readValues(before),
    after: readValues(after),
  };
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
