import type {Handler} from '../answer';
import {createGenericHandler, type GenericTools} from '../generic/genericHandler';
import {createSearch} from '../search/searchIndex';
import {createTables} from '../tables';
import {documentHandlers, type DocumentTools} from './documents';
import {messageHandlers, type MessageTools} from './messages';
import {searchHandlers} from './search';
import {threadHandlers} from './threads';
import {userHandlers} from './users';

export interface ResourceTools
  extends GenericTools, Omit<DocumentTools, 'tables'>, Omit<MessageTools, 'tables' | 'search'> {}

/** The handler of an operation. */
export type FindHandler = (operationId: string) => Handler;

/** The rules of every resource; an operation that has none gets the generic handler. */
export function createResources(tools: ResourceTools): FindHandler {
  const {store, files, newId} = tools;
  const tables = createTables(store);
  const search = createSearch(files);
  const rules = new Map(
    Object.entries({
      ...userHandlers(tables, newId),
      ...documentHandlers({...tools, tables}),
      ...searchHandlers(tables, search),
      ...threadHandlers(tables, newId),
      ...messageHandlers({...tools, tables, search}),
    }),
  );
  const generic = createGenericHandler(tools);
  return operationId => rules.get(operationId) ?? generic;
}
