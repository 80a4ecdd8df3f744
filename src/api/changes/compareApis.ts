import {isOfSuccess} from '../http/status';
import type {Api, MediaType, Operation, OperationResponse, Parameter} from '../operation';
import type {Direction} from '../schema/direction';
import type {Change} from './change';
import {compareSchemas} from './compareSchemas';

/** In what an API became otherwise for the programs that use it: operations are the same by method and path. */
export function compareApis(before: Api, after: Api): readonly Change[] {
  const keyOf = ({method, path}: Operation): string => `${method} ${path}`;
  const [ones, others] = [byKey(before.operations, keyOf), byKey(after.operations, keyOf)];
  const [servers, nextServers] = [before, after].map(api => new Set(api.servers.map(({url}) => url)));
  return [
    ...serverChanges(servers ?? new Set(), nextServers ?? new Set()),
    ...both(ones, others, {
      gone: key => [{weight: 'breaking', what: `${key} is gone`}],
      added: (key, {id}) => [{weight: 'added', what: `${key} (${id}) is new`}],
      kept: (_, one, other) =>
        compareOperations(one, other).map(change => ({...change, operation: other.id})),
    }),
  ];
}

function serverChanges(before: ReadonlySet<string>, after: ReadonlySet<string>): readonly Change[] {
  return [
    ...[...before]
      .filter(url => !after.has(url))
      .map(url => ({weight: 'breaking', what: `the server ${url} is gone`}) as const),
    ...[...after]
      .filter(url => !before.has(url))
      .map(url => ({weight: 'added', what: `the server ${url} is new`}) as const),
  ];
}

function compareOperations(one: Operation, other: Operation): readonly Change[] {
  return [
    ...(one.id === other.id
      ? []
      : [{weight: 'other', what: `the operation is called ${other.id}, ${one.id} before`} as const]),
    ...(other.deprecated && !one.deprecated
      ? [{weight: 'other', what: 'the operation is deprecated'} as const]
      : []),
    ...compareSecurity(one, other),
    ...both(
      byKey(one.parameters, parameter => `${parameter.in} parameter \`${parameter.name}\``),
      byKey(other.parameters, parameter => `${parameter.in} parameter \`${parameter.name}\``),
      {
        gone: key => [{weight: 'breaking', what: `the ${key} is gone`}],
        added: (key, {required}) => [
          {
            weight: required ? 'breaking' : 'added',
            what: `the ${key} is new${required ? ', and required' : ''}`,
          },
        ],
        kept: (key, was, is) => compareParameters(one, other, key, was, is),
      },
    ),
    ...compareBodies(one, other),
    ...both(
      byKey(one.responses, ({status}) => status),
      byKey(other.responses, ({status}) => status),
      {
        gone: status => [
          {weight: isOfSuccess(status) ? 'breaking' : 'other', what: `the response ${status} is gone`},
        ],
        added: status => [
          {weight: isOfSuccess(status) ? 'breaking' : 'added', what: `the response ${status} is new`},
        ],
        kept: (status, was, is) => compareResponses(one, other, status, was, is),
      },
    ),
  ];
}

function compareSecurity(one: Operation, other: Operation): readonly Change[] {
  const said = ({security}: Operation): readonly string[] =>
    security.map(requirement =>
      requirement.map(({scheme, scopes}) => [scheme, ...scopes].join(' ')).join(' and '),
    );
  const [before, after] = [said(one), said(other)];
  if (before.toSorted().join() === after.toSorted().join()) {
    return [];
  }
  // Whoever had what was asked before needs no more, where each former way still leads in.
  const isFine = after.length === 0 || (before.length > 0 && before.every(way => after.includes(way)));
  const words = (ways: readonly string[]): string =>
    ways.map(way => way || 'nothing').join(' or ') || 'nothing';
  return [
    {
      weight: isFine ? 'added' : 'breaking',
      what: `the operation asks for ${words(after)}, ${words(before)} before`,
    },
  ];
}

function compareParameters(
  one: Operation,
  other: Operation,
  key: string,
  was: Parameter,
  is: Parameter,
): readonly Change[] {
  const isWrittenOtherwise =
    was.style !== is.style || was.explode !== is.explode || was.contentType !== is.contentType;
  return [
    ...(was.required === is.required
      ? []
      : [
          is.required
            ? ({weight: 'breaking', what: `the ${key} is required now`} as const)
            : ({weight: 'added', what: `the ${key} is no longer required`} as const),
        ]),
    ...(isWrittenOtherwise
      ? [{weight: 'breaking', what: `the ${key} is written in another style`} as const]
      : []),
    ...(is.deprecated && !was.deprecated
      ? [{weight: 'other', what: `the ${key} is deprecated`} as const]
      : []),
    ...compareSchemas(
      {operation: one, schema: was.schema},
      {operation: other, schema: is.schema},
      'request',
      path => (path === '' ? `the ${key}` : `\`${path}\` in the ${key}`),
    ),
  ];
}

function compareBodies(one: Operation, other: Operation): readonly Change[] {
  const [was, is] = [one.requestBody, other.requestBody];
  if (!was || !is) {
    return was
      ? [{weight: 'breaking', what: 'the request body is gone'}]
      : is
        ? [
            {
              weight: is.required ? 'breaking' : 'added',
              what: `the request body is new${is.required ? ', and required' : ''}`,
            },
          ]
        : [];
  }
  return [
    ...(was.required === is.required
      ? []
      : [
          is.required
            ? ({weight: 'breaking', what: 'the request body is required now'} as const)
            : ({weight: 'added', what: 'the request body is no longer required'} as const),
        ]),
    ...compareContent(one, other, was.content, is.content, 'request', 'request'),
  ];
}

function compareResponses(
  one: Operation,
  other: Operation,
  status: string,
  was: OperationResponse,
  is: OperationResponse,
): readonly Change[] {
  const headers = both(
    byKey(was.headers, ({name}) => name.toLowerCase()),
    byKey(is.headers, ({name}) => name.toLowerCase()),
    {
      gone: (_, {name}) => [{weight: 'breaking', what: `the header ${name} of ${status} is gone`}],
      added: (_, {name}) => [{weight: 'added', what: `the header ${name} of ${status} is new`}],
      kept: (_, {required, schema}, {name, ...next}) => [
        ...(required && !next.required
          ? [{weight: 'breaking', what: `the header ${name} of ${status} may be missing now`} as const]
          : []),
        ...compareSchemas(
          {operation: one, schema},
          {operation: other, schema: next.schema},
          'response',
          () => `the header ${name} of ${status}`,
        ),
      ],
    },
  );
  return [
    ...headers,
    ...compareContent(one, other, was.content, is.content, 'response', `response ${status}`),
  ];
}

function compareContent(
  one: Operation,
  other: Operation,
  was: readonly MediaType[],
  is: readonly MediaType[],
  way: Direction,
  where: string,
): readonly Change[] {
  return both(
    byKey(was, ({type}) => type),
    byKey(is, ({type}) => type),
    {
      gone: type => [{weight: 'breaking', what: `the ${where} in ${type} is gone`}],
      added: type => [
        {
          weight: was.length === 0 && way === 'response' ? 'breaking' : 'added',
          what: `the ${where} in ${type} is new`,
        },
      ],
      kept: (_, {schema = true}, next) =>
        compareSchemas(
          {operation: one, schema},
          {operation: other, schema: next.schema ?? true},
          way,
          path => (path === '' ? `the body of the ${where}` : `the ${where} field \`${path}\``),
        ),
    },
  );
}

interface Pairing<Item> {
  readonly gone: (key: string, item: Item) => readonly Change[];
  readonly added: (key: string, item: Item) => readonly Change[];
  readonly kept: (key: string, one: Item, other: Item) => readonly Change[];
}

function both<Item>(
  ones: ReadonlyMap<string, Item>,
  others: ReadonlyMap<string, Item>,
  {gone, added, kept}: Pairing<Item>,
): readonly Change[] {
  return [
    ...[...ones].flatMap(([key, one]) => {
      const other = others.get(key);
      return other === undefined ? gone(key, one) : kept(key, one, other);
    }),
    ...[...others].flatMap(([key, other]) => (ones.has(key) ? [] : added(key, other))),
  ];
}

function byKey<Item>(list: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item> {
  return new Map(list.map(item => [keyOf(item), item]));
}
