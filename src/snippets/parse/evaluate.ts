import {
  joinText,
  knownText,
  plainText,
  unknownVariables,
  type Secret,
  type Text,
} from '../../request/parse/text';
import {messages} from '../../words';
import {pathOf, type Expression, type Statement} from './expression';
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
  readonly at: number;
  /** The variable that holds what the call gave. */
  variable?: string;
}

/** What a language's own names and functions give. Undefined leaves them as they are. */
export interface Dialect {
  readonly name: (path: string, at: number) => Value | undefined;
  readonly call: (call: Call) => Value | undefined;
}

/** A script after its statements: its calls in order, and what was assigned to members such as `req.Host`. */
export interface Script {
  readonly calls: readonly Call[];
  readonly members: readonly {readonly path: string; readonly value: Value}[];
}

/** Follows the assignments of a script, in order and without branches. */
export function evaluate(statements: readonly Statement[], dialect: Dialect): Script {
  const variables = new Map<string, Value>();
  const calls: Call[] = [];
  const members: {path: string; value: Value}[] = [];
  for (const {targets, value: expression} of statements) {
    const value = valueOf(expression);
    for (const target of targets) {
      if (target.includes('.')) {
        members.push({path: target, value});
      } else if (target !== '') {
        variables.set(target, assigned(target, value, variables.get(target)));
      }
    }
    const [variable] = targets;
    if (value.type === 'call' && variable !== undefined) {
      value.call.variable = variable;
    }
  }
  return {calls, members};

  function valueOf(expression: Expression): Value {
    const {at} = expression;
    switch (expression.type) {
      case 'text':
        return textValue(expression.pieces, at);
      case 'number':
      case 'constant':
        return expression;
      case 'list':
        return {at, type: 'list', items: expression.items.map(valueOf)};
      case 'record':
        return {at, type: 'record', entries: expression.entries.flatMap(fieldOf)};
      case 'name':
      case 'member':
        return namedValue(expression);
      case 'either': {
        const first = valueOf(expression.first);
        return withFallback(first, valueOf(expression.second)) ?? first;
      }
      case 'call':
        return calledValue(expression);
      case 'other':
        return {at, type: 'unknown'};
    }
  }

  function fieldOf({name, value}: {readonly name: Expression; readonly value: Expression}): Field[] {
    const key = valueOf(name);
    return key.type === 'text' || key.type === 'number'
      ? [{name: key.type === 'text' ? knownText(key.text) : key.text, at: name.at, value: valueOf(value)}]
      : [];
  }

  function textValue(pieces: readonly (string | Expression)[], at: number): Value {
    const texts: Text[] = [];
    for (const piece of pieces) {
      const value = typeof piece === 'string' ? undefined : valueOf(piece);
      if (typeof piece === 'string') {
        texts.push([piece]);
      } else if (value?.type === 'text') {
        texts.push(value.text);
      } else if (value?.type === 'number') {
        texts.push([value.text]);
      } else if (value) {
        return value.type === 'unknown' ? value : {at: value.at, type: 'unknown'};
      }
    }
    return {at, type: 'text', text: joinText(...texts)};
  }

  function namedValue(expression: Expression): Value {
    const {at} = expression;
    const path = pathOf(expression);
    if (path === undefined) {
      return {at, type: 'unknown'};
    }
    const variable = variables.get(path);
    return (
      (variable && {...variable, at: variable.at}) ??
      dialect.name(path, at) ?? {at, type: 'unknown', name: path}
    );
  }

  function calledValue(expression: Expression & {readonly type: 'call'}): Value {
    const {callee, at} = expression;
    const path = pathOf(callee) ?? (callee.type === 'member' ? `.${callee.name}` : '');
    const call: Call = {
      path,
      of: callee.type === 'member' ? valueOf(callee.of) : undefined,
      args: expression.args.map(valueOf),
      named: expression.named.flatMap(fieldOf),
      at,
    };
    calls.push(call);
    return dialect.call(call) ?? {at, type: 'call', call};
  }
}

/** The variables of the environment that reach a call, of those whose values are not known. */
export function variablesOf({calls, members}: Script): readonly string[] {
  return [
    ...calls.flatMap(({args, named}) => [...args, ...named.map(({value}) => value)]),
    ...members.map(({value}) => value),
  ].flatMap(variablesIn);
}

function variablesIn(value: Value): readonly string[] {
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
function assigned(target: string, value: Value, before: Value | undefined): Value {
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
function withFallback(first: Value, second: Value): Value | undefined {
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

/** The text of a value that holds no secret. Throws {@link NotUnderstood} otherwise. */
export function demandPlain(value: Value | undefined, at: number, what: string): string {
  return knownText(demandText(value, at, what));
}

function notText(value: Value | undefined, at: number, what: string): NotUnderstood {
  return value?.type === 'unknown' && value.name !== undefined
    ? new NotUnderstood(value.at, say('unknown', {name: value.name, what}))
    : new NotUnderstood(value?.at ?? at, say('notText', {what}));
}
