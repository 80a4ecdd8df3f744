/** What the readers of JavaScript, Python and Go have in common: expressions, each with the offset where it starts. */
export type Expression = {readonly at: number} & (
  | {readonly type: 'text'; readonly pieces: readonly (string | Expression)[]}
  /** The number as it is written. */
  | {readonly type: 'number'; readonly text: string}
  | {readonly type: 'constant'; readonly value: Constant}
  /** One that is fixed is a tuple. */
  | {readonly type: 'list'; readonly items: readonly Expression[]; readonly isFixed?: boolean}
  | {
      readonly type: 'record';
      readonly entries: readonly (Entry | Spread)[];
      readonly kind?: string | ClassExpression;
    }
  | {readonly type: 'name'; readonly name: string}
  | Member
  | {
      readonly type: 'call';
      readonly callee: Expression;
      readonly args: readonly Expression[];
      readonly named: readonly (Entry | Spread)[];
      /** Whether what follows waits for all that it does. */
      readonly isAwaited?: boolean;
    }
  | {
      readonly type: 'binary';
      readonly operator: Operator;
      readonly first: Expression;
      readonly second: Expression;
      /** Whether the first takes the result, as of `a += b`. */
      readonly isUpdate?: boolean;
    }
  | {readonly type: 'not'; readonly of: Expression}
  /** `&a`: the object itself, where a plain `a` stands for a copy; and `*a`, which undoes that. */
  | {readonly type: 'pointer'; readonly of: Expression; readonly isUndone?: boolean}
  | {
      readonly type: 'conditional';
      readonly test: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  /** `a = b` within an expression; as a target, `b` is what stands in for want of a value. */
  | {readonly type: 'assignment'; readonly target: Expression; readonly value: Expression}
  /** `[item for target in of if test]`; of an entry, a record comes of it. */
  | {
      readonly type: 'comprehension';
      readonly item: Expression | Entry;
      readonly target: Expression;
      readonly of: Expression;
      readonly tests: readonly Expression[];
    }
  | FunctionExpression
  | ClassExpression
  | Spread
  /** Code that these readers do not follow; its parts may hold calls. */
  | {readonly type: 'other'; readonly parts?: readonly Expression[]}
);

export type Constant = 'null' | 'undefined' | 'true' | 'false';

/** In the words of JavaScript, whatever a language has for them; `||` and `??` give the first or else the second value. */
export type Operator =
  | '+'
  | '-'
  | '*'
  | '%'
  | '|'
  | '=='
  | '!='
  | '==='
  | '!=='
  | '<'
  | '<='
  | '>'
  | '>='
  | '&&'
  | '||'
  | '??'
  | 'in';

export interface Member {
  readonly at: number;
  readonly type: 'member';
  readonly of: Expression;
  /** Missing where it is computed: `a[b]`. */
  readonly name?: string;
  readonly key?: Expression;
}

export interface FunctionExpression {
  readonly at: number;
  readonly type: 'function';
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  /** Whether it may do what it does later than its caller goes on. */
  readonly isAsync?: boolean;
  /** Whether it takes the object first that it is called on. */
  readonly isMethod?: boolean;
  /** What is called may give its values bit by bit: a generator. */
  readonly isGenerator?: boolean;
}

export interface Parameter {
  readonly target: Expression;
  /** It takes all that is left: arguments as a list, or named ones as a record. */
  readonly rest?: 'list' | 'record';
}

export interface ClassExpression {
  readonly at: number;
  readonly type: 'class';
  /** By name; each takes the object first. What makes the object is called `constructor`. */
  readonly methods: readonly Method[];
  /** What each object has before that. */
  readonly fields: readonly Entry[];
  /** What the class itself has, and each object too where the language has it so. */
  readonly statics?: readonly Entry[];
  readonly sharesStatics?: boolean;
  /** The class that it extends, whose methods go by `super.name` too. */
  readonly base?: Expression;
  /** The members of a struct, in order, with what they hold if nothing is given, and their names in JSON. */
  readonly members?: readonly StructMember[];
}

export interface Method {
  readonly name: string;
  readonly value: FunctionExpression;
  /** Whether it takes a copy of its object. */
  readonly takesCopy?: boolean;
}

export interface StructMember {
  readonly name: string;
  readonly zero: Expression;
  readonly json?: string;
  /** Whether it is a struct whose members count as those of this one. */
  readonly isEmbedded?: boolean;
}

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

/** What a program does, in the order that is written. */
export type Statement = {readonly at: number} & (
  | {
      readonly type: 'assign';
      /** Each takes the value; a list or a record takes it apart. */
      readonly targets: readonly Expression[];
      readonly value: Expression;
      /** Where the names are new. */
      readonly declares?: 'block' | 'function';
      /** Whether it has its value from the start of the block, as functions have. */
      readonly isHoisted?: boolean;
    }
  /** An import: the name stands for what has this path everywhere. */
  | {readonly type: 'import'; readonly name: string; readonly path: string}
  /** Names that are those of the outermost scope, or of the next one that has them. */
  | {readonly type: 'outer'; readonly names: readonly string[]}
  | {readonly type: 'do'; readonly value: Expression}
  | {readonly type: 'remove'; readonly target: Expression}
  | {readonly type: 'block'; readonly body: readonly Statement[]}
  /** What is done when the block is left. */
  | {readonly type: 'deferred'; readonly value: Expression}
  | {
      readonly type: 'if';
      readonly test: Expression;
      readonly then: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | {
      readonly type: 'switch';
      /** Missing where each case is a condition by itself. */
      readonly of?: Expression;
      /** One without tests stands for all others. */
      readonly cases: readonly {readonly tests: readonly Expression[]; readonly body: readonly Statement[]}[];
      /** Whether a case goes on with the next one where it does not leave. */
      readonly falls: boolean;
    }
  | {
      readonly type: 'each';
      /** What takes each value; of a Go range, the place and the value. */
      readonly targets: readonly (Expression | undefined)[];
      readonly of: Expression;
      readonly takes: 'values' | 'keys' | 'both';
      readonly declares: 'block' | undefined;
      readonly body: readonly Statement[];
    }
  | {
      readonly type: 'while';
      readonly test?: Expression;
      readonly step: readonly Statement[];
      readonly body: readonly Statement[];
      /** Whether the body runs before the test. */
      readonly isLate?: boolean;
    }
  | {
      readonly type: 'try';
      readonly body: readonly Statement[];
      readonly handlers: readonly (readonly Statement[])[];
      readonly last: readonly Statement[];
    }
  | {readonly type: 'return'; readonly value?: Expression}
  | {readonly type: 'leave'; readonly how: 'break' | 'continue'}
  /** The program, or what it does here, ends with an error. */
  | {readonly type: 'stop'; readonly value?: Expression}
  /** What is not followed at all, such as `goto`. */
  | {readonly type: 'unfollowed'}
);

/** `a += b`, in whatever a language has for it. An operator that is not followed leaves nothing known of what it changes. */
export function updated(target: Expression, operator: string, value: Expression): Statement {
  const {at} = target;
  const [, known] = /^(\+|-|\*|%|\||\|\||&&|\?\?)=$/.exec(operator) ?? [];
  return {
    at,
    type: 'assign',
    targets: [target],
    value: isOperator(known)
      ? {at, type: 'binary', operator: known, first: target, second: value, isUpdate: true}
      : {at, type: 'other', parts: [value]},
  };
}

const operators: readonly string[] = '+ - * % | == != === !== < <= > >= && || ?? in'.split(' ');

export function isOperator(written: string | undefined): written is Operator {
  return written !== undefined && operators.includes(written);
}

/** `a++` and `a--`. */
export function counted(target: Expression, operator: string): Statement {
  return updated(target, `${operator.slice(0, 1)}=`, {at: target.at, type: 'number', text: '1'});
}

export function textAt(at: number, text: string): Expression {
  return {at, type: 'text', pieces: [text]};
}

export function nameAt(at: number, name: string): Extract<Expression, {readonly type: 'name'}> {
  return {at, type: 'name', name};
}
