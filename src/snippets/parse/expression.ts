/** What the readers of JavaScript, Python and Go have in common: expressions, each with the offset where it starts. */
export type Expression = {readonly at: number} & (
  | {readonly type: 'text'; readonly pieces: readonly (string | Expression)[]}
  /** The number as it is written. */
  | {readonly type: 'number'; readonly text: string}
  | {readonly type: 'constant'; readonly value: 'null' | 'true' | 'false'}
  | {readonly type: 'list'; readonly items: readonly Expression[]}
  | {readonly type: 'record'; readonly entries: readonly (Entry | Spread)[]}
  | {readonly type: 'name'; readonly name: string}
  /** Without a name where that is computed: `a[b]`. */
  | {readonly type: 'member'; readonly of: Expression; readonly name: string | undefined}
  | {
      readonly type: 'call';
      readonly callee: Expression;
      readonly args: readonly Expression[];
      readonly named: readonly (Entry | Spread)[];
    }
  /** `a + b`, which is a text where one of them is. */
  | {readonly type: 'sum'; readonly first: Expression; readonly second: Expression}
  /** The second where the first has no value: `a ?? b`, `a or b`. */
  | {readonly type: 'either'; readonly first: Expression; readonly second: Expression}
  | Spread
  /** Code that these readers do not follow. */
  | {readonly type: 'other'}
);

/** What stands for all that is in it: `...a`, `*a`, `**a`. */
export interface Spread {
  readonly at: number;
  readonly type: 'spread';
  readonly of: Expression;
}

export interface Entry {
  readonly name: Expression;
  readonly value: Expression;
}

/** A statement that may matter to a request: what is assigned, and to what (nothing for a call alone). */
export interface Statement {
  /** Names, members such as `req.Host`, or code that is not followed. */
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

/** `a += b`, in whatever a language has for it. An operator that is not followed leaves nothing known of what it changes. */
export function updated(target: Expression, operator: string, value: Expression): Statement {
  const {at} = target;
  switch (operator) {
    case '+=':
      return {targets: [target], value: {at, type: 'sum', first: target, second: value}};
    case '??=':
    case '||=':
      return {targets: [target], value: {at, type: 'either', first: target, second: value}};
    default:
      return {targets: [target], value: {at, type: 'other'}};
  }
}

/** What leaves nothing known of a variable: `i++`, `delete a.b`. */
export function forgotten(target: Expression | undefined): readonly Statement[] {
  const root = target && rootOf(target);
  return root ? [{targets: [root], value: {at: root.at, type: 'other'}}] : [];
}

/** The variable that an expression leads from: `a` of `a.b[c]`. */
export function rootOf(expression: Expression): Extract<Expression, {readonly type: 'name'}> | undefined {
  return expression.type === 'member'
    ? rootOf(expression.of)
    : expression.type === 'name'
      ? expression
      : undefined;
}

/** The dotted path of a name or member, such as `process.env.KEY`; undefined for anything else. */
export function pathOf(expression: Expression): string | undefined {
  switch (expression.type) {
    case 'name':
      return expression.name;
    case 'member': {
      const path = pathOf(expression.of);
      return path === undefined || expression.name === undefined ? undefined : `${path}.${expression.name}`;
    }
    default:
      return undefined;
  }
}

/**
 * A number as JSON writes it (RFC 8259 §6), of digits that may be grouped by `_`, other bases (`0x1F`, `0o17`, `0b1`) and
 * a missing part (`.5`, `1.`). Every digit stays. Undefined for what is no such number: `10n`, `1j`, `017`.
 */
export function numberText(written: string): string | undefined {
  const plain = written.replaceAll('_', '').toLowerCase();
  if (/^0(?:x[\da-f]+|o[0-7]+|b[01]+)$/.test(plain)) {
    return BigInt(plain).toString();
  }
  const [, whole = '', fraction = '', exponent = ''] = /^(\d*)(?:\.(\d*))?(e[-+]?\d+)?$/.exec(plain) ?? [];
  return whole + fraction === '' || /^0\d/.test(whole)
    ? undefined
    : `${whole || '0'}${fraction === '' ? '' : `.${fraction}`}${exponent}`;
}

/** The expression of a number token; `sign` stands before it. */
export function numberAt(at: number, written: string, sign = ''): Expression {
  const text = numberText(written);
  return text === undefined ? {at, type: 'other'} : {at, type: 'number', text: sign + text};
}
