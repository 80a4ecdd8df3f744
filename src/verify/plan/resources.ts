import {responseOf} from '../../api/http/documentedStatus';
import {isOfSuccess} from '../../api/http/status';
import {filledTemplate} from '../../api/http/pathTemplate';
import type {Operation} from '../../api/operation';
import {pointerSegments} from '../../api/references';

/** A kind of resource, by the shape of its path: `/users/{}` is a user, whatever the parameter is called. */
export type ResourceKind = string;

export interface Resources {
  /** The kinds in an operation's path, the outermost first: `/threads/{}` in `/threads/{id}/messages`. */
  readonly named: (operation: Operation) => readonly NamedKind[];
  /** The kind that an operation creates; undefined if it creates none with an address. */
  readonly madeBy: (operation: Operation) => ResourceKind | undefined;
  /** The kind whose items an operation lists. */
  readonly listedBy: (operation: Operation) => ResourceKind | undefined;
  readonly maker: (kind: ResourceKind) => Operation | undefined;
  readonly remover: (kind: ResourceKind) => Operation | undefined;
  readonly reader: (kind: ResourceKind) => Operation | undefined;
  /** The names by which a body may set the id of an item. */
  readonly idNames: (kind: ResourceKind) => readonly string[];
  /** Where the response of a creating operation contains ids, as steps into its body; `*` is each item of a list. */
  readonly idPlaces: (maker: Operation, kind: ResourceKind) => readonly (readonly string[])[];
}

export interface NamedKind {
  readonly kind: ResourceKind;
  /** The name of the path parameter. */
  readonly parameter: string;
}

/** Finds out from paths and links which operations create, list and delete which kind. */
export function findResources(operations: readonly Operation[]): Resources {
  const kinds = new Set(operations.flatMap(operation => namedKinds(operation).map(({kind}) => kind)));
  const kindBelow = (path: string): ResourceKind | undefined => {
    const kind = `${shapeOf(path)}/{}`;
    return kinds.has(kind) ? kind : undefined;
  };
  const makers = new Map<ResourceKind, Operation>();
  for (const operation of operations.filter(({method}) => method === 'POST')) {
    const kind = kindBelow(operation.path) ?? linkedKind(operation, operations);
    if (kind !== undefined && !makers.has(kind)) {
      makers.set(kind, operation);
    }
  }
  const byShape = (wanted: string): ReadonlyMap<ResourceKind, Operation> =>
    new Map(
      operations
        .filter(({method, path}) => method === wanted && kinds.has(shapeOf(path)))
        .map(operation => [shapeOf(operation.path), operation]),
    );
  const [removers, readers] = [byShape('DELETE'), byShape('GET')];
  return {
    named: namedKinds,
    madeBy: operation => [...makers].find(([, maker]) => maker === operation)?.[0],
    listedBy: ({method, path}) => (method === 'GET' ? kindBelow(path) : undefined),
    maker: kind => makers.get(kind),
    remover: kind => removers.get(kind),
    reader: kind => readers.get(kind),
    idNames: kind => {
      const all = operations.flatMap(namedKinds).filter(named => named.kind === kind);
      return [...new Set(['id', ...all.map(({parameter}) => parameter)])];
    },
    idPlaces: (maker, kind) => linkedPlaces(maker, kind, operations),
  };
}

function shapeOf(path: string): string {
  return filledTemplate(path, () => '{}').replace(/\/$/, '');
}

/** Only a parameter that is a whole path segment identifies a resource. */
function namedKinds({path}: Operation): readonly NamedKind[] {
  return [...path.matchAll(/\/\{([^{}]+)\}(?=\/|$)/g)].map(({0: step, 1: parameter = '', index}) => ({
    kind: shapeOf(path.slice(0, index + step.length)),
    parameter,
  }));
}

/**
 * The kind that an operation with another path creates, `/users/create`: shown by a link of its 201 that takes the `id`
 * of the response. A link that takes another member, such as `owner_id`, leads to something that existed before.
 */
function linkedKind(operation: Operation, operations: readonly Operation[]): ResourceKind | undefined {
  const links = operation.path.includes('{') ? [] : (responseOf(operation, 201)?.links ?? []);
  return links
    .filter(({parameters}) =>
      Object.values(parameters).some(text => /^\$response\.body#\/(.*\/)?id$/.test(text)),
    )
    .map(({operationId}) => operations.find(({id}) => id === operationId))
    .flatMap(target => (target && namedKinds(target).at(-1)?.kind) ?? [])[0];
}

function linkedPlaces(
  maker: Operation,
  kind: ResourceKind,
  operations: readonly Operation[],
): readonly (readonly string[])[] {
  const links = maker.responses.filter(({status}) => isOfSuccess(status)).flatMap(({links}) => links);
  const places = links.flatMap(({operationId, parameters}) => {
    const target = operations.find(({id}) => id === operationId);
    const last = target && namedKinds(target).at(-1);
    const expression = last?.kind === kind ? parameters[last.parameter] : undefined;
    const pointer = /^\$response\.body(#\/.*)$/s.exec(expression ?? '')?.[1];
    return pointer === undefined ? [] : [pointerSegments(pointer)];
  });
  const usual = [['id'], ['data', 'id'], ['*', 'id'], ['data', '*', 'id'], ['items', '*', 'id']];
  return places.length > 0
    ? places.map(steps => steps.map(step => (/^\d+$/.test(step) ? '*' : step)))
    : usual;
}
