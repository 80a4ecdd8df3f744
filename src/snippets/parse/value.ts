import {plainText, knownText, unknownVariables, type Secret, type Text} from './text';
import {messages} from '../../words';
import type {Constant} from './expression';
import {NotUnderstood} from './notUnderstood';
import type {Kind, Ref} from './program/live';

const say = messages('codeValue', {
  unknown: 'The value of {name} is unknown here. Write {what} in its place.',
  notText: 'This cannot be read as {what}. Write it as a string.',
});

/** What an expression amounts to, as far as a request needs it; `at` is where it is written. Nothing is ever run. */
export type Value = Simple | List<Value> | Table<Value> | Made<Value> | Part;

/** Values that nothing can change. */
export type Simple =
  /** `indented` is the same JSON, laid out to be read; `isBytes` where a language tells the bytes of a text from the text. */
  | {
      readonly at: number;
      readonly type: 'text';
      readonly text: Text;
      readonly indented?: string;
      readonly isBytes?: boolean;
    }
  | {readonly at: number; readonly type: 'number'; readonly text: string}
  | {readonly at: number; readonly type: 'constant'; readonly value: Constant}
  | FileOnDisk
  | Unknown;

/** A file, or its content: as a `blob` or a `stream` it has a name of its own where it is sent in a form. */
export interface FileOnDisk {
  readonly at: number;
  readonly type: 'file';
  readonly name: string;
  readonly mediaType?: string;
  readonly as?: 'blob' | 'stream';
}

/** A name that no statement gave a value, code that is not followed, or what may be one thing or another. */
export interface Unknown {
  readonly at: number;
  readonly type: 'unknown';
  readonly name?: string;
  /** Why it is not known, where the code says more than that; `at` is then the place that makes it so. */
  readonly doubt?: string;
  /** Objects that it may stand for or hold: what is done to it may be done to them. */
  readonly among?: readonly Ref[];
  /** Of a condition: it holds where this variable of the environment is empty. */
  readonly emptyOf?: string;
}

/** `origin` is the object of the program that this is a picture of. What is fixed cannot change: a tuple, what was frozen. */
export interface List<V> {
  readonly at: number;
  readonly type: 'list';
  readonly items: readonly V[];
  readonly isFixed?: boolean;
  readonly origin?: Ref;
}

export interface Table<V> {
  readonly at: number;
  readonly type: 'record';
  readonly entries: readonly FieldOf<V>[];
  readonly kind?: Kind;
  readonly isFixed?: boolean;
  readonly origin?: Ref;
}

/** What a call gave that is looked at as a whole, such as a form or a session, and all that was done to it since. */
export interface Made<V> {
  readonly at: number;
  readonly type: 'call';
  readonly call: Call;
  readonly log: readonly Done<V>[];
  readonly origin?: Ref;
}

/** A method that was called, or a member that was given a value: `Header.Set`, `Host`. */
export interface Done<V> {
  readonly path: string;
  readonly at: number;
  readonly call?: Call;
  readonly value?: V;
}

/** A member of what a call gave, such as `url.searchParams`. */
export interface Part {
  readonly at: number;
  readonly type: 'part';
  readonly of: Made<Value>;
  readonly path: string;
}

export interface FieldOf<V> {
  readonly name: string;
  readonly at: number;
  readonly value: V;
}

export type Field = FieldOf<Value>;

export interface Call {
  /**
   * Dotted path of what is called: `JSON.stringify`; of a method, behind the path of the call that made the object:
   * `URLSearchParams.append`; `.name` for a method of anything else.
   */
  readonly path: string;
  /** What the method belongs to. */
  readonly of: Value | undefined;
  readonly args: readonly Value[];
  readonly named: readonly Field[];
  /** What members of the package were given before, by their paths: `axios.defaults.baseURL`. */
  readonly settings?: readonly Field[];
  /** Where arguments stand that are not followed, such as `**options`. */
  readonly unclear?: number;
  readonly at: number;
}

/** Fields of which later ones take the place of earlier ones of the same name, as literals have it. */
export function mergedFields<V>(fields: readonly FieldOf<V>[]): readonly FieldOf<V>[] {
  return [...new Map(fields.map(field => [field.name, field])).values()];
}

export function record(entries: readonly Field[], at: number): Value {
  return {at, type: 'record', entries};
}

export function list(items: readonly Value[], at: number): Value {
  return {at, type: 'list', items};
}

/** The same with objects of its own. */
export function fresh(value: Value): Value {
  switch (value.type) {
    case 'list':
      return list(value.items.map(fresh), value.at);
    case 'record':
      return record(
        value.entries.map(entry => ({...entry, value: fresh(entry.value)})),
        value.at,
      );
    case 'call':
    case 'part':
      return {at: value.at, type: 'unknown'};
    default:
      return value;
  }
}

export function textValue(at: number, ...text: Text): Value {
  return {at, type: 'text', text};
}

export function fieldOf(value: Value | undefined, name: string): Value | undefined {
  return value?.type === 'record' ? value.entries.findLast(entry => entry.name === name)?.value : undefined;
}

/** Whether a value says that there is none: `null`, `None`, `undefined`, or no value at all. */
export function isNothing(value: Value | undefined): boolean {
  return (
    value === undefined ||
    (value.type === 'constant' && (value.value === 'null' || value.value === 'undefined'))
  );
}

/** A number as every language writes it in a text; undefined where they differ, as in `1.0` and `1e21`. */
export function numberInText(written: string): string | undefined {
  return /^(?:0|-?[1-9]\d{0,14}|-?(?:0|[1-9]\d{0,7})\.\d{0,3}[1-9])$/.test(written) ? written : undefined;
}

/** The variables of the environment within a value, of those whose values are not known. */
export function variablesIn(value: Value): readonly string[] {
  switch (value.type) {
    case 'text':
      return unknownVariables(value.text);
    case 'list':
      return value.items.flatMap(variablesIn);
    case 'record':
      return value.entries.flatMap(entry => variablesIn(entry.value));
    // Its arguments were looked at where it was called.
    case 'call':
    case 'part':
    case 'number':
    case 'constant':
    case 'file':
    case 'unknown':
      return [];
  }
}

/** Those that reach a call. */
export function variablesOf({of, args, named}: Call): readonly string[] {
  return [...(of ? [of] : []), ...args, ...named.map(({value}) => value)].flatMap(variablesIn);
}

/** A secret with the value that stands in for its variable: `process.env.KEY ?? "value"`. */
export function withFallback(first: Simple, second: Simple): Simple | undefined {
  const [only] = first.type === 'text' && first.text.length === 1 ? first.text : [];
  const fallback = second.type === 'text' ? plainText(second.text) : undefined;
  return only !== undefined &&
    typeof only !== 'string' &&
    only.fallback === undefined &&
    fallback !== undefined
    ? {at: first.at, type: 'text', text: [{...only, fallback}]}
    : undefined;
}

/** A secret read from an environment variable. */
export function secretText(at: number, secret: Secret): Value {
  return {at, type: 'text', text: [secret]};
}

/** The text with its secrets marked as encoded; what is no secret is encoded here. */
export function encodedText(
  value: Value,
  encoding: 'base64' | 'percent',
  encode: (text: string) => string,
): Value {
  const number = value.type === 'number' ? numberInText(value.text) : undefined;
  if (number !== undefined) {
    return textValue(value.at, number);
  }
  if (value.type !== 'text') {
    return value.type === 'unknown' ? value : {at: value.at, type: 'unknown'};
  }
  return {
    ...value,
    text: value.text.map(piece => (typeof piece === 'string' ? encode(piece) : {...piece, encoding})),
  };
}

/** The text of a value. Throws {@link NotUnderstood} where it is none. */
export function demandText(value: Value | undefined, at: number, what: string): Text {
  if (value?.type === 'text') {
    return value.text;
  }
  const number = value?.type === 'number' ? numberInText(value.text) : undefined;
  if (number !== undefined) {
    return [number];
  }
  throw notText(value, at, what);
}

/** The text of a value, with what is known of its secrets. Throws {@link NotUnderstood} where it is none. */
export function demandPlain(value: Value | undefined, at: number, what: string): string {
  return knownText(demandText(value, at, what));
}

function notText(value: Value | undefined, at: number, what: string): NotUnderstood {
  return value?.type === 'unknown' && value.name !== undefined && value.doubt === undefined
    ? new NotUnderstood(value.at, say('unknown', {name: value.name, what}))
    : notKnown(value, at, say('notText', {what}));
}

/** What is said of a value that cannot be read: why it is not known, or else the message. */
export function notKnown(value: Value | undefined, at: number, message: string): NotUnderstood {
  return new NotUnderstood(
    value?.at ?? at,
    value?.type === 'unknown' && value.doubt !== undefined ? value.doubt : message,
  );
}
