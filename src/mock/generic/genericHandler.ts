import {memberSchema} from '../../api/schema/childSchemas';
import {directedValue} from '../../api/schema/directedValue';
import {isLeftOut} from '../../api/schema/direction';
import {isObject, ownMember} from '../../api/json';
import {mergedSchema} from '../../api/schema/mergedSchema';
import type {Json, Operation} from '../../api/operation';
import {valueTypes} from '../../api/schema/valueTypes';
import type {Answer} from '../answer';
import type {Handler, HandlerContext} from '../handler';
import {refuseOtherVersion, resourceAnswer} from '../conditional';
import {isJson} from '../mediaType';
import {preferredMediaType} from '../negotiate';
import {documentedHeaders} from '../documentedHeaders';
import {problem} from '../problem';
import type {Store, Table} from '../store';
import {exampleContent} from './exampleContent';
import {firstItemsOf} from './firstItems';
import {generateValue} from './generateValue';
import {exampleAnswer, idProperty, isItem, listMember, propertySchema, type Item} from './items';
import {findShapes, type Shape} from './shape';
import {jsonAnswer, jsonContent, successOf, successStatus} from './success';

export interface GenericTools {
  readonly operations: readonly Operation[];
  readonly store: Store;
  readonly random: () => number;
}

/** A page of a list that asks for no size. */
const DEFAULT_LIMIT = 100;

/**
 * The handler of operations without rules of their own. Items that one operation creates, another one finds, changes and
 * deletes; which belong together is told by their paths. A collection starts with the items of the documented examples.
 */
export function createGenericHandler({operations, store, random}: GenericTools): Handler {
  const shapes = findShapes(operations);
  const tables = new Map<string, Table<Item>>();
  const started = store.table<Item>({name: 'collections', isRow: isItem});

  /** The items of a concrete collection such as `/owners/7/pets`. */
  function tableOf(path: string, template: string): Table<Item> {
    const table = tables.get(path) ?? store.table<Item>({name: path, isRow: isItem});
    tables.set(path, table);
    // After a reset, a table is known and its collection has not started.
    if (!started.get(path)) {
      started.put(path, {path});
      firstItemsOf(template, operations, shapes).forEach(([id, item]) => table.put(id, item));
    }
    return table;
  }

  function create(context: HandlerContext, table: Table<Item>): Answer {
    const {operation, body, basePath, path} = context;
    const shape = [...shapes.values()].find(
      other => 'idParameter' in other && other.collection === operation.path,
    );
    const example = exampleAnswer(operation);
    const given = givenItem(operation, body);
    const shown = isItem(example) ? example : {};
    const name = idProperty(operation, idParameterOf(shape), shown);
    const id = newId(operation, name, ownMember(given, name), table);
    const item: Item = {...withTimes(shown, operation, context.now), ...given, [name]: id};
    table.put(String(id), item);
    const {headers, json} = jsonAnswer(context, item);
    return {
      status: successStatus(operation),
      headers: {...headers, Location: `${basePath}${path}/${encodeURIComponent(String(id))}`},
      ...(jsonContent(successOf(operation)) ? {json} : {}),
    };
  }

  /** An id that the client chose, else the next number or a text of the schema's format. */
  function newId(operation: Operation, name: string, given: Json | undefined, table: Table<Item>): Json {
    if ((typeof given === 'string' || typeof given === 'number') && !table.get(String(given))) {
      return given;
    }
    const schema = propertySchema(operation, name);
    const types = valueTypes(operation, schema) ?? [];
    if (types.includes('integer') || types.includes('number')) {
      const ids = [...table.rows()]
        .map(({row}) => ownMember(row, name))
        .filter(value => typeof value === 'number');
      return 1 + ids.reduce((most, value) => Math.max(most, Math.floor(value)), 0);
    }
    const {pattern, format} = typeof schema === 'object' ? schema : {};
    return pattern !== undefined || format !== undefined
      ? generateValue({schemas: {}}, schema, random)
      : `${store.next()}`;
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
    return {status: successStatus(operation), ...jsonAnswer(context, json)};
  }

  function itemAnswer(context: HandlerContext, table: Table<Item>, shape: ItemShape): Answer {
    const {operation, pathParameters, body} = context;
    const id = ownMember(pathParameters, shape.idParameter) ?? '';
    const item = table.get(id);
    if (!item) {
      return problem(operation, 404, {detail: `Nothing here has the ${shape.idParameter} ${id}.`});
    }
    const refusal = shape.type === 'get' ? undefined : refuseOtherVersion(context, item);
    if (refusal) {
      return refusal;
    }
    const given = givenItem(operation, body);
    const name = idProperty(operation, shape.idParameter, item);
    switch (shape.type) {
      case 'get':
        return itemJson(context, item, 200);
      case 'delete':
        table.remove(id);
        return success(context);
      case 'replace':
      case 'change': {
        const kept = shape.type === 'change' ? item : serverMembers(operation, body, item);
        const changed: Item = {
          ...kept,
          ...given,
          ...(Object.hasOwn(item, name) ? {[name]: item[name] ?? id} : {}),
        };
        table.put(id, changed);
        return jsonContent(successOf(operation))
          ? itemJson(context, changed, successStatus(operation))
          : success(context);
      }
    }
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
        return itemAnswer(context, tableOf(path.slice(0, path.lastIndexOf('/')), shape.collection), {
          type: shape.type,
          idParameter: shape.idParameter,
        });
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

/** The headers that the document promises with a status. */
function headersOf(operation: Operation, status: number): Answer['headers'] {
  const success = successOf(operation);
  const response =
    operation.responses.find(other => other.status === String(status)) ??
    (status === successStatus(operation) ? success : undefined);
  return response && documentedHeaders(operation, response);
}

/** What a request gives of an item: what is `readOnly` is not the client's to say, and what is `writeOnly` never comes back. */
function givenItem(operation: Operation, body: HandlerContext['body']): Item {
  if (body.type === 'none') {
    return {};
  }
  const given = directedValue(operation, body.mediaType.schema ?? true, body.value, 'either');
  return isItem(given) ? given : {};
}

/** What only the server writes of an item, and no request replaces. */
function serverMembers(operation: Operation, body: HandlerContext['body'], item: Item): Item {
  const sent = mergedSchema(operation, (body.type === 'none' ? undefined : body.mediaType.schema) ?? true);
  return Object.fromEntries(
    Object.entries(item).filter(([name]) =>
      [memberSchema(sent, name), propertySchema(operation, name)].some(schema =>
        isLeftOut(operation, schema, 'request'),
      ),
    ),
  );
}

interface ItemShape {
  readonly type: 'get' | 'replace' | 'change' | 'delete';
  readonly idParameter: string;
}

function idParameterOf(shape: Shape | undefined): string {
  return shape && 'idParameter' in shape ? shape.idParameter : 'id';
}

/** An item with its entity tag, or 304 where the reader of it holds it. */
function itemJson(context: HandlerContext, item: Item, status: number): Answer {
  const answer = resourceAnswer(context, item);
  const {headers, json} = jsonAnswer(context, item);
  return answer.status === 304 && context.operation.method === 'GET'
    ? answer
    : {status, headers: {...headers, ...answer.headers}, ...(json === undefined ? {} : {json})};
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
  return isJson(mediaType.type) || mediaType.type === '*/*'
    ? {status, ...jsonAnswer(context, mediaType.examples[0]?.value ?? exampleAnswer(operation))}
    : {status, content: exampleContent(operation, mediaType)};
}

/** Times that only the server writes are those of the request. */
function withTimes(item: Item, operation: Operation, now: string): Item {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => {
      const schema = propertySchema(operation, name);
      const time =
        typeof schema === 'object' && schema.format === 'date-time' && /creat|updat|modif/i.test(name);
      return [name, time ? now : value];
    }),
  );
}

function numberFrom(query: HandlerContext['query'], names: readonly string[]): number | undefined {
  const found = [...query].find(([name]) => names.includes(name.toLowerCase()))?.[1];
  return typeof found === 'number' ? found : undefined;
}
