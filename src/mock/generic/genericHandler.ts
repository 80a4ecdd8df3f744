import {isObject, ownMember} from '../../api/json';
import type {Json, Operation} from '../../api/operation';
import type {Answer} from '../answer';
import type {Handler, HandlerContext} from '../handler';
import {refuseOtherVersion, resourceAnswer} from '../conditional';
import {isJson} from '../../api/http/mediaType';
import {isFile, mergedSchema} from '../../api/schema/mergedSchema';
import {preferredMediaType} from '../negotiate';
import {documentedHeaders} from '../documentedHeaders';
import {problem} from '../problem';
import type {Store, Table} from '../store';
import {changedItem} from './changedItem';
import {exampleContent} from './exampleContent';
import {firstItemsOf} from './firstItems';
import {exampleAnswer, fittingItem, idProperty, isItem, listMember, type Item} from './items';
import {newItem} from './newItem';
import {findShapes, type ItemShape} from './shape';
import {jsonContent, successOf, successStatus, valueAnswer} from './success';

export interface GenericTools {
  readonly operations: readonly Operation[];
  readonly store: Store;
  readonly random: () => number;
}

/** The page size of a list without `limit`. */
const DEFAULT_LIMIT = 100;

/**
 * The handler of operations without rules. Items that one operation creates can be read, changed and deleted by others;
 * paths show which operations belong together. A collection starts with the items of the documented examples.
 */
export function createGenericHandler({operations, store, random}: GenericTools): Handler {
  const shapes = findShapes(operations);
  const tables = new Map<string, Table<Item>>();
  const started = store.table<Item>({name: 'collections', isRow: isItem});

  /** The items of a concrete collection such as `/owners/7/pets`. */
  function tableOf(path: string, template: string): Table<Item> {
    const table = tables.get(path) ?? store.table<Item>({name: path, isRow: isItem});
    tables.set(path, table);
    // After a reset, the table exists but has no initial items.
    if (!started.get(path)) {
      started.put(path, {path});
      firstItemsOf(template, operations, shapes).forEach(([id, item]) => table.put(id, item));
    }
    return table;
  }

  function create(context: HandlerContext, table: Table<Item>): Answer {
    const {operation, basePath, path} = context;
    const shape = [...shapes.values()].find(
      other => 'idParameter' in other && other.collection === operation.path,
    );
    const idParameter = shape && 'idParameter' in shape ? shape.idParameter : 'id';
    const {id, item} = newItem(context, {store, random, table, idParameter});
    table.put(id, item);
    const shown = jsonContent(successOf(operation)) ? valueAnswer(context, item) : {};
    return {
      ...shown,
      status: successStatus(operation),
      headers: {...shown.headers, Location: `${basePath}${path}/${encodeURIComponent(id)}`},
    };
  }

  function listAnswer(context: HandlerContext, table: Table<Item>): Answer {
    const {operation, query} = context;
    const limit = numberFrom(query, ['limit', 'per_page', 'page_size', 'pagesize', 'size']) ?? DEFAULT_LIMIT;
    const page = numberFrom(query, ['page']);
    const offset =
      numberFrom(query, ['offset', 'skip']) ?? (page === undefined ? 0 : Math.max(0, page - 1) * limit);
    const items = [...table.rows()].map(({row}) => row).slice(offset, offset + limit);
    const name = listMember(operation);
    const example = exampleAnswer(operation);
    const json: Json = name === undefined || !isObject(example) ? items : {...example, [name]: items};
    return {status: successStatus(operation), ...valueAnswer(context, json)};
  }

  function itemAnswer(context: HandlerContext, table: Table<Item>, {type, idParameter}: ItemShape): Answer {
    const {operation, pathParameters} = context;
    const id = ownMember(pathParameters, idParameter) ?? '';
    const item = table.get(id);
    if (!item) {
      return problem(operation, 404, {detail: `There is nothing with the ${idParameter} ${id}.`});
    }
    const refusal = type === 'get' ? undefined : refuseOtherVersion(context, item);
    if (refusal) {
      return refusal;
    }
    switch (type) {
      case 'get':
        // A list may show less of its items than they have.
        return itemJson(context, fittingItem(operation, item), 200);
      case 'delete':
        table.remove(id);
        return success(context);
      case 'replace':
      case 'change': {
        const name = idProperty(operation, idParameter, item);
        const own = Object.hasOwn(item, name) ? {[name]: item[name] ?? id} : {};
        return changed(context, table, {id, before: item, does: type, own});
      }
    }
  }

  /** The single item at a path such as `/me`: its documented example, until it is changed. */
  function singleAnswer(context: HandlerContext, does: 'get' | 'replace' | 'change'): Answer {
    const {operation, path} = context;
    const table = tables.get(path) ?? store.table<Item>({name: path, isRow: isItem});
    tables.set(path, table);
    const id = path.slice(path.lastIndexOf('/') + 1);
    const get = operations.find(other => other.path === operation.path && other.method === 'GET');
    const first = exampleAnswer(get ?? operation);
    const item = table.get(id) ?? (isItem(first) ? first : {});
    return does === 'get'
      ? itemJson(context, item, 200)
      : (refuseOtherVersion(context, item) ?? changed(context, table, {id, before: item, does, own: {}}));
  }

  function changed(context: HandlerContext, table: Table<Item>, {id, before, does, own}: ItemChange): Answer {
    const {operation} = context;
    const made = changedItem(context, does, before);
    if ('refusal' in made) {
      return problem(operation, 409, {detail: made.refusal});
    }
    const after = {...made.item, ...own};
    const isShown = jsonContent(successOf(operation)) !== undefined;
    const item = isShown ? fittingItem(operation, after, before) : after;
    table.put(id, item);
    return isShown ? itemJson(context, item, successStatus(operation)) : success(context);
  }

  function answer(context: HandlerContext): Answer {
    const {operation, path} = context;
    const shape = shapes.get(operation.id) ?? {type: 'other'};
    switch (shape.type) {
      case 'list':
        return listAnswer(context, tableOf(path, shape.collection));
      case 'create':
        return create(context, tableOf(path, shape.collection));
      case 'get':
      case 'replace':
      case 'change':
      case 'delete':
        return itemAnswer(context, tableOf(path.slice(0, path.lastIndexOf('/')), shape.collection), shape);
      case 'single':
        return singleAnswer(context, shape.does);
      case 'other':
        return success(context);
    }
  }

  return context => {
    const made = answer(context);
    const own = Object.keys(made.headers ?? {}).map(name => name.toLowerCase());
    const promised = Object.entries(headersOf(context.operation, made.status) ?? {});
    const missing = promised.filter(([name]) => !own.includes(name.toLowerCase()));
    return {...made, headers: {...Object.fromEntries(missing), ...made.headers}};
  };
}

/** The headers that the document requires for a status. */
function headersOf(operation: Operation, status: number): Answer['headers'] {
  const success = successOf(operation);
  const response =
    operation.responses.find(other => other.status === String(status)) ??
    (status === successStatus(operation) ? success : undefined);
  return response && documentedHeaders(operation, response);
}

interface ItemChange {
  readonly id: string;
  readonly before: Item;
  readonly does: 'replace' | 'change';
  /** The id, which a request cannot change. */
  readonly own: Item;
}

/** An item with its entity tag, or 304 if the client has it. */
function itemJson(context: HandlerContext, item: Item, status: number): Answer {
  const answer = resourceAnswer(context, item);
  const shown = valueAnswer(context, item);
  return answer.status === 304 && context.operation.method === 'GET'
    ? answer
    : {...shown, status, headers: {...shown.headers, ...answer.headers}};
}

/** The documented success, in the media type that the request prefers. */
function success(context: HandlerContext): Answer {
  const {operation, request} = context;
  const status = successStatus(operation);
  const content = successOf(operation)?.content ?? [];
  const mediaType = preferredMediaType(content, request.headers.get('Accept'));
  if (!mediaType) {
    return {status};
  }
  const isValue = mediaType.type === '*/*' && !isFile(mergedSchema(operation, mediaType.schema ?? true));
  return isJson(mediaType.type) || isValue
    ? {status, ...valueAnswer(context, mediaType.examples[0]?.value ?? exampleAnswer(operation))}
    : {status, content: exampleContent(operation, mediaType)};
}

function numberFrom(query: HandlerContext['query'], names: readonly string[]): number | undefined {
  const found = [...query].find(([name]) => names.includes(name.toLowerCase()))?.[1];
  return typeof found === 'number' ? found : undefined;
}
