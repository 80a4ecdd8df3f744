import {joinText, knownText, plainText, unknownVariables, type Secret, type Text} from './text';
import {messages} from '../../words';
import {NotUnderstood} from './notUnderstood';

const say = messages('codeValue', {
  unknown: 'What {name} holds is not known here: write {what} in its place.',
  notText: 'This is not understood as {what}: write it as a text.',
});

/** What an expression amounts to, as far as a request needs it; `at` is where it is written. Nothing is ever run. */
export type Value = {readonly at: number} & (
  | {readonly type: 'text'; readonly text: Text}
  | {readonly type: 'number'; readonly text: string}
  | {readonly type: 'constant'; readonly value: 'null' | 'true' | 'false'}
  | {readonly type: 'list'; readonly items: readonly Value[]}
  | {readonly type: 'record'; readonly entries: readonly Field[]}
  | {readonly type: 'file'; readonly name: string; readonly mediaType?: string}
  | {readonly type: 'call'; readonly call: Call}
  /** A name that no statement gave a value, or code that is not followed. */
  | {readonly type: 'unknown'; readonly name?: string}
);

export interface Field {
  readonly name: string;
  readonly at: number;
  readonly value: Value;
}

export interface Call {
  /** Dotted path of what is called, such as `form.append`; `.name` for a method of anything but a variable. */
  readonly path: string;
  /** What the method belongs to. */
  readonly of: Value | undefined;
  readonly args: readonly Value[];
  readonly named: readonly Field[];
  /** Where arguments stand that are not followed, such as `**options`. */
  readonly unclear?: number;
  readonly at: number;
  /** The variable that holds what the call gave. */
  variable?: string;
}

/** Fields of which later ones take the place of earlier ones of the same name, as literals have it. */
export function mergedFields(fields: readonly Field[]): readonly Field[] {
  return [...new Map(fields.map(field => [field.name, field])).values()];
}

export function record(entries: readonly Field[], at: number): Value {
  return {at, type: 'record', entries};
}

/** `a + b`: a text where one of them is one and the other can be written in it. */
export function sumOf(first: Value, second: Value, at: number): Value {
  const isText = first.type === 'text' || second.type === 'text';
  return isText ? joinedText([first, second], at) : notFollowed([first, second], at);
}

/** The text of several values; unknown where one cannot stand in a text. */
export function joinedText(values: readonly Value[], at: number): Value {
  const texts: Text[] = [];
  for (const value of values) {
    if (value.type === 'text') {
      texts.push(value.text);
    } else if (value.type === 'number') {
      texts.push([value.text]);
    } else {
      return notFollowed([value], value.at);
    }
  }
  return {at, type: 'text', text: joinText(...texts)};
}

/** What comes of a value that is not known is told by its name. */
function notFollowed(values: readonly Value[], at: number): Value {
  return values.find(({type}) => type === 'unknown') ?? {at, type: 'unknown'};
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
    // Its arguments are looked at on their own.
    case 'call':
    case 'number':
    case 'constant':
    case 'file':
    case 'unknown':
      return [];
  }
}

/** A variable with the name of a key holds a secret, even where the value stands in the code. */
export function assigned(target: string, value: Value, before: Value | undefined): Value {
  if (before && value.type === 'text') {
    const changed = withFallback(before, value);
    if (changed) {
      return changed;
    }
  }
  const literal = value.type === 'text' ? plainText(value.text) : undefined;
  return literal !== undefined && /(?:api_?key|token|secret)(?:_?\d+)?$/i.test(target)
    ? {at: value.at, type: 'text', text: [{env: 'API_KEY', fallback: literal}]}
    : value;
}

/** A secret with the value that stands in for its variable: `process.env.KEY ?? "value"`. */
export function withFallback(first: Value, second: Value): Value | undefined {
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
  if (value.type !== 'text') {
    return {at: value.at, type: 'unknown'};
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
  if (value?.type === 'number') {
    return [value.text];
  }
  throw notText(value, at, what);
}

/** The text of a value, with what is known of its secrets. Throws {@link NotUnderstood} where it is none. */
export function demandPlain(value: Value | undefined, at: number, what: string): string {
  return knownText(demandText(value, at, what));
}

function notText(value: Value | undefined, at: number, what: string): NotUnderstood {
  return value?.type === 'unknown' && value.name !== undefined
    ? new NotUnderstood(value.at, say('unknown', {name: value.name, what}))
    : new NotUnderstood(value?.at ?? at, say('notText', {what}));
}
