/** What the readers of JavaScript, Python and Go have in common: expressions, each with the offset where it starts. */
export type Expression = {readonly at: number} & (
  | {readonly type: 'text'; readonly pieces: readonly (string | Expression)[]}
  /** The number as it is written. */
  | {readonly type: 'number'; readonly text: string}
  | {readonly type: 'constant'; readonly value: 'null' | 'true' | 'false'}
  | {readonly type: 'list'; readonly items: readonly Expression[]}
  | {readonly type: 'record'; readonly entries: readonly Entry<Expression>[]}
  | {readonly type: 'name'; readonly name: string}
  | {readonly type: 'member'; readonly of: Expression; readonly name: string}
  | {
      readonly type: 'call';
      readonly callee: Expression;
      readonly args: readonly Expression[];
      readonly named: readonly Entry<Expression>[];
    }
  /** The second where the first has no value: `a ?? b`, `a or b`. */
  | {readonly type: 'either'; readonly first: Expression; readonly second: Expression}
  /** Code that these readers do not follow. */
  | {readonly type: 'other'}
);

export interface Entry<Of> {
  readonly name: Of;
  readonly value: Of;
}

/** A statement that may matter to a request: what is assigned, and to which names (none for a call alone). */
export interface Statement {
  /** Names, or a path such as `req.Host`. */
  readonly targets: readonly string[];
  readonly value: Expression;
}

/** The dotted path of a name or member, such as `process.env.KEY`; undefined for anything else. */
export function pathOf(expression: Expression): string | undefined {
  switch (expression.type) {
    case 'name':
      return expression.name;
    case 'member': {
      const path = pathOf(expression.of);
      return path === undefined ? undefined : `${path}.${expression.name}`;
    }
    default:
      return undefined;
  }
}
