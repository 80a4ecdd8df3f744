import {isObject} from '../api/json';
import type {Operation} from '../api/operation';
import {readValues} from '../request/share/readValues';
import type {RequestValues} from '../request/values';
import {withoutSecrets} from '../request/secrets/withoutSecrets';
import {keysOf, openForm, storageKeyOf} from './storageKey';
import {recall, remember} from './useRemembered';

/** What filled in a form in place of the reader's typing. */
const fillers = ['answer', 'history', 'reproduction', 'code', 'reset', 'paste', 'link', 'example'] as const;
export type Filler = (typeof fillers)[number];

/** A form that was filled in, and the way back. */
export interface Filling {
  readonly by: Filler;
  /** What it was filled in with, where that has a name. */
  readonly title?: string;
  /** What the reader had typed; undefined when the form was as it opens. */
  readonly before: RequestValues | undefined;
  /** What was filled in; undefined when the form is as it opens. */
  readonly after: RequestValues | undefined;
}

/** Keeps what the form of an operation holds. Secrets stay in memory: a reload forgets them. */
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

/** Fills in a form, or makes it what it opens with, and remembers what the reader had typed; gives what it remembered. */
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

/** Opens the form of an operation on its page with these values, for when the reader gets there. */
export function openWith(operation: Operation, values: RequestValues, by: Filler): void {
  const storageKey = storageKeyOf(operation.id);
  fillIn(operation, storageKey, values, by);
  openForm(storageKey);
}

/** What is remembered of a form, unless it is of another shape, as an older site or another script may leave. */
export function parseValues(text: string | undefined): RequestValues | undefined {
  return readValues(parse(text));
}

/** What is remembered of how a form was filled in. */
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
