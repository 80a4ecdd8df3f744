import fc from 'fast-check';

import type {Expression, Statement, Test} from './smallProgram';

/** A program as it is put together, and the names of what it sends. */
interface Draft {
  readonly body: readonly Statement[];
  readonly url: string;
  readonly headers: string;
  readonly data?: string;
}

/** One way to write a program otherwise, with what it needs to be told. */
type Rewrite = (draft: Draft, pick: Pick) => Draft;

/** A number from 0 to below a limit, and a name that is not taken. */
interface Pick {
  readonly below: (limit: number) => number;
  readonly name: () => string;
}

const text = (value: string): Expression => ({type: 'text', text: value});
const named = (name: string): Expression => ({type: 'name', name});
const when = (test: Test, ...body: readonly Statement[]): Statement => ({type: 'if', test, body});
const put = (name: string, key: string, value: string): Statement => ({
  type: 'put',
  name,
  key,
  value: text(value),
});
const then = (draft: Draft, ...statements: readonly Statement[]): Draft => ({
  ...draft,
  body: [...draft.body, ...statements],
});

/** The tables that are sent. */
function tableOf({headers, data}: Draft, {below}: Pick): string {
  return data !== undefined && below(2) === 0 ? data : headers;
}

const keep: readonly Rewrite[] = [
  // An alias, through which it is changed.
  (draft, pick) => {
    const alias = pick.name();
    const table = tableOf(draft, pick);
    const holds = table === draft.headers ? 'headers' : 'data';
    return then(
      draft,
      {type: 'let', name: alias, holds, value: named(table)},
      put(alias, `x-alias-${pick.below(9)}`, 'a'),
    );
  },
  // Another name for the address.
  (draft, pick) => {
    const name = pick.name();
    return {...then(draft, {type: 'let', name, holds: 'text', value: named(draft.url)}), url: name};
  },
  // A function that changes what it is given, called or not.
  (draft, pick) => {
    const [name, parameter] = [pick.name(), pick.name()];
    const table = tableOf(draft, pick);
    return then(
      draft,
      {
        type: 'function',
        name,
        parameters: [[parameter, table === draft.headers ? 'headers' : 'data']],
        body: [put(parameter, `x-set-${pick.below(9)}`, 'b')],
      },
      ...(pick.below(2) === 0 ? [{type: 'call', name, args: [named(table)]} as const] : []),
    );
  },
  // A function that puts the address together, whose parameter has a name that is taken.
  (draft, pick) => {
    const [name, result] = [pick.name(), pick.name()];
    return {
      ...then(
        draft,
        {
          type: 'function',
          name,
          parameters: [[draft.url, 'text']],
          body: [
            {type: 'assign', name: draft.url, value: {type: 'sum', of: [named(draft.url), text('/in')]}},
          ],
          gives: named(draft.url),
        },
        {type: 'let', name: result, holds: 'text', value: {type: 'call', name, args: [named(draft.url)]}},
      ),
      url: result,
    };
  },
  // Branches on constants.
  (draft, pick) =>
    then(
      draft,
      when('no', put(tableOf(draft, pick), 'x-never', 'c')),
      when('yes', {
        type: 'assign',
        name: draft.url,
        value: {type: 'sum', of: [named(draft.url), text('/yes')]},
      }),
    ),
  // A loop that is run once.
  (draft, pick) =>
    then(draft, {
      type: 'loop',
      isKnown: true,
      body: [put(tableOf(draft, pick), 'x-once', String(pick.below(9)))],
    }),
  // A branch whose outcome is unknown, and does not matter.
  (draft, pick) => {
    const name = pick.name();
    return then(
      draft,
      {type: 'let', name, holds: 'text', value: text('quiet')},
      when('unknown', {type: 'assign', name, value: text('loud')}),
    );
  },
];

const change: readonly Rewrite[] = [
  (draft, pick) => then(draft, when('unknown', put(tableOf(draft, pick), 'x-perhaps', 'd'))),
  draft =>
    then(
      draft,
      when('unknown', {
        type: 'assign',
        name: draft.url,
        value: {type: 'sum', of: [named(draft.url), text('/perhaps')]},
      }),
    ),
  draft =>
    then(draft, {
      type: 'loop',
      isKnown: false,
      body: [{type: 'assign', name: draft.url, value: {type: 'sum', of: [named(draft.url), text('/n')]}}],
    }),
  (draft, pick) =>
    then(draft, {type: 'putBy', name: tableOf(draft, pick), key: 'x-behind', value: String(pick.below(9))}),
  // What comes after leaving, perhaps.
  (draft, pick) => {
    const [name, parameter] = [pick.name(), pick.name()];
    const table = tableOf(draft, pick);
    return then(
      draft,
      {
        type: 'function',
        name,
        parameters: [[parameter, table === draft.headers ? 'headers' : 'data']],
        body: [{type: 'returnIf', test: 'unknown'}, put(parameter, 'x-after', 'e')],
      },
      {type: 'call', name, args: [named(table)]},
    );
  },
  // An alias for one of two tables.
  (draft, pick) => {
    const [name, other] = [pick.name(), pick.name()];
    const holds = 'headers';
    return then(
      draft,
      {type: 'let', name: other, holds, value: {type: 'table', holds, entries: []}},
      {type: 'let', name, holds, value: named(draft.headers)},
      when('unknown', {type: 'assign', name, value: named(other)}),
      put(name, 'x-one-of-two', 'f'),
    );
  },
  // The function itself is called under a condition.
  (draft, pick) => {
    const name = pick.name();
    const table = tableOf(draft, pick);
    return then(
      draft,
      {type: 'function', name, parameters: [], body: [put(table, 'x-closure', 'g')]},
      when('unknown', {type: 'call', name, args: []}),
    );
  },
];

export interface AnyProgram {
  readonly body: readonly Statement[];
  /** Whether it does the same whatever is unknown in it. */
  readonly isCertain: boolean;
}

/**
 * A program that sends one request, written otherwise in several ways. All its names are of small letters, and no two are
 * the same but those that shadow others.
 */
export function anyProgram(origin: string): fc.Arbitrary<AnyProgram> {
  const ways = fc.record({
    kept: fc.array(fc.nat(keep.length - 1), {minLength: 1, maxLength: 4}),
    changed: fc.option(fc.nat(change.length - 1), {nil: undefined, freq: 2}),
    keptAfter: fc.array(fc.nat(keep.length - 1), {maxLength: 2}),
    picks: fc.array(fc.nat(1000), {minLength: 40, maxLength: 40}),
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
    wrapped: fc.boolean(),
    sentBy: fc.boolean(),
  });
  return ways.map(({kept, changed, keptAfter, picks, method, wrapped, sentBy}) => {
    let used = 0;
    let names = 0;
    const pick: Pick = {
      below: limit => (picks[used++ % picks.length] ?? 0) % limit,
      name: () => `v${'abcdefghij'[names % 10]}${(names += 1)}`,
    };
    const hasData = method === 'POST' || method === 'PUT';
    const start: Draft = {
      url: 'address',
      headers: 'fields',
      ...(hasData ? {data: 'values'} : {}),
      body: [
        {
          type: 'let',
          name: 'address',
          holds: 'text',
          value: {type: 'sum', of: [text(origin), text('/start')]},
        },
        {
          type: 'let',
          name: 'fields',
          holds: 'headers',
          value: {
            type: 'table',
            holds: 'headers',
            entries: [
              ['x-first', text('1')],
              ...(hasData ? [['Content-Type', text('application/json')] as const] : []),
            ],
          },
        },
        ...(hasData
          ? [
              {
                type: 'let',
                name: 'values',
                holds: 'data',
                value: {
                  type: 'table',
                  holds: 'data',
                  entries: [['n', {type: 'number', number: pick.below(99)}]],
                },
              } as const,
            ]
          : []),
      ],
    };
    const apply = (draft: Draft, rewrite: Rewrite | undefined): Draft => rewrite?.(draft, pick) ?? draft;
    const before = kept.map(index => keep[index]).reduce(apply, start);
    const certain = changed === undefined;
    const after = keptAfter
      .map(index => keep[index])
      .reduce(apply, certain ? before : apply(before, change[changed]));
    const request: Statement = {
      type: 'send',
      method,
      url: named(after.url),
      headers: named(after.headers),
      ...(after.data === undefined ? {} : {data: named(after.data)}),
    };
    const sender = pick.name();
    const sent: readonly Statement[] = sentBy
      ? [
          {type: 'function', name: sender, parameters: [], body: [request]},
          {type: 'call', name: sender, args: []},
        ]
      : [request];
    const whole = [...after.body, ...sent];
    return {
      isCertain: certain,
      body: wrapped
        ? [
            {type: 'function', name: 'whole', parameters: [], body: whole},
            {type: 'call', name: 'whole', args: []},
          ]
        : whole,
    };
  });
}
