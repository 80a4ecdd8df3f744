import {knownText} from './text';
import {pathOf, rootOf, type Entry, type Expression, type Spread, type Statement} from './expression';
import {
  assigned,
  joinedText,
  mergedFields,
  sumOf,
  variablesIn,
  withFallback,
  type Call,
  type Field,
  type Value,
} from './value';

/** What a language's own names and functions give. Undefined leaves them as they are. */
export interface Dialect {
  readonly name: (path: string, at: number) => Value | undefined;
  readonly call: (call: Call) => Value | undefined;
  /** What a method leaves of the variable that it is called on; undefined where that is not followed. */
  readonly changed: (held: Value, method: string, call: Call) => Value | undefined;
}

/** A script after its statements: its calls in order, and what was assigned to members such as `req.Host`. */
export interface Script {
  readonly calls: readonly Call[];
  readonly members: readonly {readonly path: string; readonly value: Value}[];
}

/** Follows the assignments of a script, in order and without branches. What is changed otherwise is unknown from there. */
export function evaluate(statements: readonly Statement[], dialect: Dialect): Script {
  const variables = new Map<string, Value>();
  const calls: Call[] = [];
  const members: {path: string; value: Value}[] = [];
  for (const {targets, value: expression} of statements) {
    const value = valueOf(expression);
    for (const target of targets) {
      assign(target, value);
    }
    const [variable] = targets;
    if (value.type === 'call' && variable?.type === 'name') {
      value.call.variable = variable.name;
    }
  }
  return {calls, members};

  function assign(target: Expression, value: Value): void {
    if (target.type === 'name') {
      variables.set(target.name, assigned(target.name, value, variables.get(target.name)));
      return;
    }
    const path = pathOf(target);
    if (path !== undefined) {
      members.push({path, value});
    }
    const root = rootOf(target);
    const held = root && variables.get(root.name);
    if (root && held) {
      const isDirect = target.type === 'member' && target.of.type === 'name';
      const name = isDirect ? target.name : undefined;
      change(root.name, withMember(held, name, value, target.at), target.at);
    }
  }

  function change(variable: string, value: Value | undefined, at: number): void {
    variables.set(variable, value ?? {at, type: 'unknown', name: variable});
  }

  function valueOf(expression: Expression): Value {
    const {at} = expression;
    switch (expression.type) {
      case 'text':
        return joinedText(
          expression.pieces.map(piece =>
            typeof piece === 'string' ? {at, type: 'text', text: [piece]} : valueOf(piece),
          ),
          at,
        );
      case 'sum':
        return sumOf(valueOf(expression.first), valueOf(expression.second), at);
      case 'number':
      case 'constant':
        return expression;
      case 'list':
        return {at, type: 'list', items: expression.items.flatMap(itemsOf)};
      case 'record':
        return recordValue(expression.entries, at);
      case 'name':
      case 'member':
        return namedValue(expression);
      case 'either': {
        const first = valueOf(expression.first);
        return withFallback(first, valueOf(expression.second)) ?? first;
      }
      case 'call':
        return calledValue(expression);
      case 'spread':
      case 'other':
        return {at, type: 'unknown'};
    }
  }

  function itemsOf(expression: Expression): readonly Value[] {
    const value = valueOf(expression.type === 'spread' ? expression.of : expression);
    return expression.type !== 'spread'
      ? [value]
      : value.type === 'list'
        ? value.items
        : [value.type === 'unknown' ? value : {at: expression.at, type: 'unknown'}];
  }

  /** The members, or the value that keeps them from being known. */
  function fieldsOf(entries: readonly (Entry | Spread)[]): readonly Field[] | Value {
    const fields: Field[] = [];
    for (const entry of entries) {
      if ('of' in entry) {
        const value = valueOf(entry.of);
        if (value.type !== 'record') {
          return value.type === 'unknown' ? value : {at: entry.at, type: 'unknown'};
        }
        fields.push(...value.entries);
        continue;
      }
      const key = valueOf(entry.name);
      if (key.type !== 'text' && key.type !== 'number') {
        return key.type === 'unknown' ? key : {at: key.at, type: 'unknown'};
      }
      const name = key.type === 'text' ? knownText(key.text) : key.text;
      fields.push({name, at: entry.name.at, value: valueOf(entry.value)});
    }
    return mergedFields(fields);
  }

  function recordValue(entries: readonly (Entry | Spread)[], at: number): Value {
    const fields = fieldsOf(entries);
    return 'type' in fields ? fields : {at, type: 'record', entries: fields};
  }

  function namedValue(expression: Expression): Value {
    const {at} = expression;
    const path = pathOf(expression);
    if (path === undefined) {
      return {at, type: 'unknown'};
    }
    return variables.get(path) ?? dialect.name(path, at) ?? {at, type: 'unknown', name: path};
  }

  function calledValue(expression: Expression & {readonly type: 'call'}): Value {
    const {callee, at} = expression;
    const path = pathOf(callee) ?? (callee.type === 'member' ? `.${callee.name ?? ''}` : '');
    const named = fieldsOf(expression.named);
    const call: Call = {
      path,
      of: callee.type === 'member' ? valueOf(callee.of) : undefined,
      args: expression.args.flatMap(itemsOf),
      ...('type' in named ? {named: [], unclear: named.at} : {named}),
      at,
    };
    calls.push(call);
    const root = callee.type === 'member' ? rootOf(callee) : undefined;
    const held = root && variables.get(root.name);
    if (root && held) {
      change(root.name, dialect.changed(held, path.slice(root.name.length + 1), call), at);
    }
    return dialect.call(call) ?? {at, type: 'call', call};
  }
}

/** What the assignment of a member leaves of a variable; undefined where that is not followed. */
function withMember(held: Value, name: string | undefined, value: Value, at: number): Value | undefined {
  switch (held.type) {
    case 'record':
      return name === undefined
        ? undefined
        : {...held, entries: mergedFields([...held.entries, {name, at, value}])};
    case 'list':
    case 'text':
    case 'number':
    case 'constant':
      return undefined;
    // What is assigned to members of these is looked at on its own.
    case 'file':
    case 'call':
    case 'unknown':
      return held;
  }
}

/** The variables of the environment that reach a call, of those whose values are not known. */
export function variablesOf({calls, members}: Script): readonly string[] {
  return [
    ...calls.flatMap(({args, named}) => [...args, ...named.map(({value}) => value)]),
    ...members.map(({value}) => value),
  ].flatMap(variablesIn);
}
