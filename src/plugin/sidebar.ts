import {readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import type {PluginOptions} from '@docusaurus/plugin-content-docs';

import {isNew} from '../api/isNew';
import type {Api, Operation} from '../api/operation';
import {tagTitle, tagTree, type TagGroup} from '../api/tags';
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
interface SidebarEntry {
  readonly operation?: Operation;
  /** By `sidebar_position`, then as in the document. */
  readonly order: readonly [number, number];
}

/**
 * Generates a sidebar from folders as Docusaurus does, and knows operations: their pages stand in the document's order,
 * with a class for the method (`api-method api-method--post`) and a mark when they are deprecated or new (a `mark` of
 * their `customProps`), and folders are named after the document's tags and stand in its groups of tags.
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
    return grouped(place(items, api, entries), api);
  };
}

async function readEntry(doc: Doc, contentPath: string, api: Api): Promise<SidebarEntry> {
  const file = join(contentPath, doc.sourceDirName, basename(doc.source));
  const [id] = namedOperations(await readFile(file, 'utf8'));
  const index = api.operations.findIndex(operation => operation.id === id);
  const operation = api.operations[index];
  const order = [doc.sidebarPosition ?? Infinity, index] as const;
  return operation ? {operation, order} : {order};
}

interface Placed {
  readonly item: Item;
  /** The name of the tag whose operations are in it. */
  readonly tag?: string;
  /** By the first numbers that differ. Pages of their own come before all groups: after one they would seem to belong to it. */
  readonly order: readonly number[];
}

function place(items: readonly Item[], api: Api, entries: ReadonlyMap<string, SidebarEntry>): Placed[] {
  const tags = new Map(api.tags.map((tag, index) => [shortSlug(tag.name), {tag, index}]));
  return items
    .map((item): Placed => {
      if (item.type === 'doc' || item.type === 'ref') {
        const [position, index] = entries.get(item.id)?.order ?? [Infinity, -1];
        return {item: dress(item, api, entries), order: [position, 0, index]};
      }
      const found = item.type === 'category' ? tags.get(shortSlug(item.label)) : undefined;
      return {
        item: dress(item, api, entries, found && tagTitle(found.tag)),
        ...(found && {tag: found.tag.name}),
        order: [Infinity, 1, found?.index ?? Infinity],
      };
    })
    .toSorted((a, b) => compare(a.order, b.order));
}

/** The groups of tags that the document makes, with the folders of its tags in them, between all else. */
function grouped(placed: readonly Placed[], api: Api): Item[] {
  const folders = new Map(
    placed.flatMap(({item, tag}) =>
      item.type === 'category' && tag !== undefined ? [[tag, item] as const] : [],
    ),
  );
  const itemsOf = ({title, tag, groups}: TagGroup): Item[] => {
    const own = tag === undefined ? undefined : folders.get(tag);
    const inside = groups.flatMap(itemsOf);
    if (inside.length === 0) {
      return own ? [own] : [];
    }
    const folder = own ?? {type: 'category' as const, collapsible: true, collapsed: false, items: []};
    return [{...folder, label: title, items: [...folder.items, ...inside]}];
  };
  const others = placed.filter(({tag}) => tag === undefined);
  const isPage = ({order: [, group]}: Placed): boolean => group === 0;
  return [
    ...others.filter(isPage).map(({item}) => item),
    ...tagTree(api).flatMap(itemsOf),
    ...others.filter(one => !isPage(one)).map(({item}) => item),
  ];
}

function dress(item: Item, api: Api, entries: ReadonlyMap<string, SidebarEntry>, title?: string): Item {
  if (item.type === 'category') {
    return {
      ...item,
      label: title ?? (item.label === SCHEMAS_FOLDER ? say('schemas') : item.label),
      items: place(item.items, api, entries).map(({item: inner}) => inner),
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

/** They are not subtracted, as `Infinity - Infinity` is no number. */
function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}
