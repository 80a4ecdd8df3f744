import type {Api} from '../../api/operation';
import type {Handler, Handlers} from '../handler';
import {createGenericHandler, type GenericTools} from '../generic/genericHandler';
import {createSearch} from '../search/searchIndex';
import {createTables} from '../tables';
import {documentHandlers, type DocumentTools} from './documents';
import {messageHandlers, type MessageTools} from './messages';
import {searchHandlers} from './search';
import {threadHandlers} from './threads';
import {userHandlers} from './users';

export interface ResourceTools
  extends
    Omit<GenericTools, 'operations'>,
    Omit<DocumentTools, 'tables'>,
    Omit<MessageTools, 'tables' | 'search'> {
  readonly api: Api;
}

/** The handler of an operation. */
export type FindHandler = (operationId: string) => Handler;

/** Whether the document says that its API follows the rules of CloudIndex: operation ids alone could be anybody's. */
export function hasCloudIndexRules({mockRules}: Api): boolean {
  return mockRules === 'cloudindex';
}

/** The rules of every resource; an operation that has none gets the generic handler. */
export function createResources(tools: ResourceTools): FindHandler {
  const {api} = tools;
  const rules = new Map(Object.entries(hasCloudIndexRules(api) ? cloudIndexRules(tools) : {}));
  const generic = createGenericHandler({...tools, operations: api.operations});
  return operationId => rules.get(operationId) ?? generic;
}

function cloudIndexRules(tools: ResourceTools): Handlers {
  const {store, files, newId} = tools;
  const tables = createTables(store);
  const search = createSearch(files);
  return {
    ...userHandlers(tables, newId),
    ...documentHandlers({...tools, tables}),
    ...searchHandlers(tables, search),
    ...threadHandlers(tables, newId),
    ...messageHandlers({...tools, tables, search}),
  };
}
