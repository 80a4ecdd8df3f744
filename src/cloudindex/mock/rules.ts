import type {Json} from '../../api/operation';
import type {MockRules} from '../../mock/rules';
import type {SavedRow} from '../../mock/store';
import {documentHandlers} from './resources/documents';
import {messageHandlers} from './resources/messages';
import {searchHandlers} from './resources/search';
import {threadHandlers} from './resources/threads';
import {userHandlers} from './resources/users';
import {createPassageSearch} from './search/searchIndex';
import {seedDocuments} from './seed/documents';
import {seedMessages, seedThreads} from './seed/threads';
import {seedUsers} from './seed/users';
import {createTables} from './tables';

/** How CloudIndex behaves where its document cannot say it, and the rows that its documented examples work on. */
const rules: MockRules = {
  name: 'cloudindex',
  handlers(tools) {
    const tables = createTables(tools.store);
    const search = createPassageSearch(tools.files);
    return {
      ...userHandlers(tables, tools.newId),
      ...documentHandlers({...tools, tables}),
      ...searchHandlers(tables, search),
      ...threadHandlers(tables, tools.newId),
      ...messageHandlers({...tools, tables, search}),
    };
  },
  entries: [
    ...rowsOf('users', seedUsers),
    ...rowsOf(
      'documents',
      seedDocuments.map(({document}) => document),
    ),
    ...rowsOf('threads', seedThreads),
    ...rowsOf('messages', seedMessages),
  ].map((entry, index) => ({...entry, serial: index + 1})),
  files: new Map(seedDocuments.map(({document, text}) => [document.file, new TextEncoder().encode(text)])),
};

export default rules;

function rowsOf(
  table: string,
  rows: readonly {readonly id: string}[] & readonly Json[],
): Omit<SavedRow, 'serial'>[] {
  return rows.map(row => ({table, id: row.id, row}));
}
