import type {ClassExpression, FunctionExpression} from '../expression';
import type {List, Made, Simple, Table, Unknown} from '../value';

/** A value while the program is followed: what can change is held by reference, as in the program itself. */
export type Live = Simple | Ref | Func | Class | Global;

/** What an object holds at a time. It is replaced as a whole, never changed in place. */
export type Held = List<Live> | Table<Live> | Made<Live> | Unknown;

/** A place that holds something: a variable, or the content of an object. */
export interface Cell<Content extends Live | Held = Live | Held> {
  content: Content;
  /** The count of cells before it. */
  readonly born: number;
}

/** An object; with a path, a member of what a call gave. */
export interface Ref {
  readonly at: number;
  readonly type: 'ref';
  readonly cell: Cell<Held>;
  readonly path?: string;
  /** Whether it stands for the object where a language copies others. */
  readonly isPointer?: boolean;
  /** Whether it is the list that a function takes all that is left by, as of `f(xs...)`. */
  readonly isRest?: boolean;
}

export interface Func {
  readonly at: number;
  readonly type: 'function';
  readonly code: FunctionExpression;
  readonly scope: Scope;
  /** What stands for the first parameter: the object of a method. */
  readonly self?: Live;
  /** Values for want of arguments, where they are made with the function. */
  readonly defaults: readonly (Live | undefined)[];
}

export interface Class extends Kind {
  readonly at: number;
  readonly type: 'class';
  /** What the class itself has. */
  readonly statics: Ref;
}

/** What an object was made by. */
export interface Kind {
  readonly code: ClassExpression;
  readonly scope: Scope;
}

/** A name that the program does not give a value itself: of the language, or of a package. */
export interface Global {
  readonly at: number;
  readonly type: 'global';
  readonly path: string;
}

export interface Scope {
  readonly names: Map<string, Cell<Live>>;
  readonly parent?: Scope;
  /** Names that are looked for further out, as `global` says. */
  readonly outer: Set<string>;
  /** Whether it is that of a function, or of the whole program. */
  readonly isFunction: boolean;
}
