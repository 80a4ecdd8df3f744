import type {Api} from '../api/operation';
import type {Files} from './files';
import {createGenericHandler} from './generic/genericHandler';
import type {Handler, Handlers} from './handler';
import type {Wait} from './scenario';
import type {SavedRow, Store} from './store';

/** What the rules of an API are created with. */
export interface RuleTools {
  readonly store: Store;
  readonly files: Files;
  /** Creates an id after a prefix such as `usr_`. */
  readonly newId: (prefix: string) => string;
  /** From 0 up to 1, as `Math.random`. */
  readonly random: () => number;
  /** Milliseconds since 1970, as `Date.now`. */
  readonly clock: () => number;
  /** Waits between the pieces of a stream. */
  readonly wait: Wait;
  /** Saves what changed since the handler returned. */
  readonly commit: () => Promise<void>;
}

/** The hand-written rules of one API. An operation without a rule responds from its schemas and examples. */
export interface MockRules {
  /** The name that a document gives in `x-mock-rules` to use these rules, because operation ids alone could belong to any API. */
  readonly name: string;
  readonly handlers: (tools: RuleTools) => Handlers;
  /** The initial rows of a new mock. */
  readonly entries: readonly SavedRow[];
  /** The bytes of the files in these rows, by id. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const NONE: MockRules = {name: '', handlers: () => ({}), entries: [], files: new Map()};

/** The rules, if the document names them. */
export function applicableRules({mockRules}: Api, rules: MockRules = NONE): MockRules {
  return mockRules === rules.name ? rules : NONE;
}

/** The handlers of an API, and mismatches between document and rules. */
export interface ApiHandlers {
  readonly handlerOf: (operationId: string) => Handler;
  readonly unmatched: UnmatchedRules;
}

/** Where the document and the hand-written rules differ. Both lists are empty without rules. */
export interface UnmatchedRules {
  /** Ids of operations without a rule. */
  readonly operations: readonly string[];
  /** Ids of rules without an operation. */
  readonly rules: readonly string[];
}

/** The handler of each operation, by id. */
export function createRuleHandlers(api: Api, rules: MockRules, tools: RuleTools): ApiHandlers {
  const handlers = new Map(Object.entries(rules.handlers(tools)));
  const generic = createGenericHandler({...tools, operations: api.operations});
  const ids = api.operations.map(({id}) => id);
  return {
    handlerOf: operationId => handlers.get(operationId) ?? generic,
    unmatched: {
      operations: handlers.size === 0 ? [] : ids.filter(id => !handlers.has(id)),
      rules: [...handlers.keys()].filter(id => !ids.includes(id)),
    },
  };
}

/** Files including those of the initial rows, which are never deleted, as a reset restores their rows. */
export function withFirstFiles(files: Files, first: MockRules['files']): Files {
  return {
    create: files.create,
    async *read(id, start, end) {
      const bytes = first.get(id);
      if (bytes) {
        yield bytes.subarray(start, end);
      } else {
        yield* files.read(id, start, end);
      }
    },
    remove: id => (first.has(id) ? Promise.resolve() : files.remove(id)),
  };
}
