import {readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import type {PluginOptions} from '@docusaurus/plugin-content-docs';

import {isNew} from '../api/isNew';
import type {Api, Operation} from '../api/operation';
import {readDocument, type DocumentOptions} from './document';
import {messages} from '../words';
import {namedOperations} from './namedOperations';
import {SCHEMAS_FOLDER} from './operationPages';
import {shortSlug} from './slug';

const say = messages('sidebar', {schemas: 'Schemas'});

type Generator = PluginOptions['sidebarItemsGenerator'];
type Item = Awaited<ReturnType<Generator>>[number];
type Doc = Parameters<Generator>[0]['docs'][number];

/** What a reader should know of an operation before opening its page. */
export type SidebarMark = 'deprecated' | 'new';

/** What the sidebar shows of a page. */
interface Entry {
  readonly operation?: Operation;
  /** By `sidebar_position`, then as in the document. */
  readonly order: readonly [number, number];
}

/**
 * Generates a sidebar from folders as Docusaurus does, and knows operations: their pages stand in the document's order,
 * with a class for the method (`api-method api-method--post`) and a mark when they are deprecated or new (a `mark` of
 * their `customProps`), and folders are named after the document's tags.
 */
export function openApiSidebar(options: DocumentOptions): Generator {
  return async ({defaultSidebarItemsGenerator, ...args}) => {
    const items = await defaultSidebarItemsGenerator(args);
    const state = await readDocument(options);
    if (state.type === 'broken') {
      return items;
    }
    const {api} = state.loaded;
    const folder = args.item.dirName;
    const docs = args.docs.filter(doc => `${doc.sourceDirName}/`.startsWith(`${folder}/`));
    const entries = new Map(
      await Promise.all(
        docs.map(async doc => [doc.id, await readEntry(doc, args.version.contentPath, api)] as const),
      ),
    );
    return arrange(items, api, entries);
  };
}

async function readEntry(doc: Doc, contentPath: string, api: Api): Promise<Entry> {
  const file = join(contentPath, doc.sourceDirName, basename(doc.source));
  const [id] = namedOperations(await readFile(file, 'utf8'));
  const index = api.operations.findIndex(operation => operation.id === id);
  const operation = api.operations[index];
  const order = [doc.sidebarPosition ?? Infinity, index] as const;
  return operation ? {operation, order} : {order};
}

function arrange(items: readonly Item[], api: Api, entries: ReadonlyMap<string, Entry>): Item[] {
  const tagOrder = new Map(api.tags.map(({name}, index) => [shortSlug(name), {name, index}]));

  /** Pages of their own come before all groups: after one they would seem to belong to it. */
  function orderOf(item: Item): readonly number[] {
    if (item.type === 'doc' || item.type === 'ref') {
      const [position, index] = entries.get(item.id)?.order ?? [Infinity, -1];
      return [position, 0, index];
    }
    const index = item.type === 'category' ? tagOrder.get(shortSlug(item.label))?.index : undefined;
    return [Infinity, 1, index ?? Infinity];
  }

  return items
    .map(item => dress(item, api, entries, tagOrder.get(labelSlug(item))?.name))
    .toSorted((a, b) => compare(orderOf(a), orderOf(b)));
}

function dress(item: Item, api: Api, entries: ReadonlyMap<string, Entry>, tag: string | undefined): Item {
  if (item.type === 'category') {
    return {
      ...item,
      label: tag !== undefined ? title(tag) : item.label === SCHEMAS_FOLDER ? say('schemas') : item.label,
      items: arrange(item.items, api, entries),
    };
  }
  const operation = item.type === 'doc' ? entries.get(item.id)?.operation : undefined;
  if (!operation || item.type !== 'doc') {
    return item;
  }
  const classes = [
    'api-method',
    `api-method--${operation.method.toLowerCase()}`,
    operation.deprecated && 'api-method--deprecated',
    item.className,
  ];
  const mark: SidebarMark | undefined = operation.deprecated
    ? 'deprecated'
    : isNew(operation.since, api.version)
      ? 'new'
      : undefined;
  return {
    ...item,
    className: classes.filter(Boolean).join(' '),
    ...(mark && {customProps: {...item.customProps, mark}}),
  };
}

function labelSlug(item: Item): string {
  return item.type === 'category' ? shortSlug(item.label) : '';
}

/** By the first numbers that differ. They are not subtracted, as `Infinity - Infinity` is no number. */
function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

function title(tag: string): string {
  return tag.charAt(0).toUpperCase() + tag.slice(1);
}
