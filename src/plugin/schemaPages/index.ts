import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';

import type {Api, Operation} from '../../api/operation';
import type {Direction} from '../../api/schema/direction';
import {schemaReference} from '../../api/schema/schema';
import {inEnglish, messages} from '../../words';
import {operationToMdast} from '../operationPage';
import {boundsOf, chooseBounds, type BoundsChoice, type PageBounds} from '../operationPage/bounds';
import {FIELDS_ELSEWHERE} from '../operationPage/fieldList';
import {SCHEMAS_FOLDER} from '../operationPages';
import {isNamedJsx, stringAttribute} from '../remark/jsx';
import {schemaToMdast, type SchemaPage} from './schemaPage';

const say = messages('schemaTitle', {
  request: 'Request of {name}',
  response: 'Response of {name}',
  more: '{name}: more fields',
});

/** The pages of an API: those of its operations, and of the schemas that are too large to be told on those. */
export interface ApiPages {
  /** What is said of an operation, within the bounds of a page. */
  readonly operation: (operation: Operation) => Root;
  /** What is said of a schema that has a page, by the last step of its address; undefined for any other. */
  readonly schema: (name: string) => Root | undefined;
  /** The schemas that a page leads to. Of an API whose pages have room for all of them there are none. */
  readonly schemas: () => readonly SchemaPage[];
  /** Says where the page of each operation is, within the site, once that is known. */
  readonly keepPaths: (paths: ReadonlyMap<string, string>) => void;
}

interface CollectedPage extends Omit<SchemaPage, 'directions'> {
  readonly directions: Set<Direction>;
}

/**
 * Where the pages of schemas are within the site: with those of operations, whose folder is one of the docs, which stand at
 * the root of the site.
 */
export function schemasAddress({pages}: {readonly pages: string}): string {
  return ['', ...pages.split('/').slice(1), SCHEMAS_FOLDER].join('/');
}

let known = new WeakMap<Api, ApiPages>();

/** Pages are made anew from here on: in another language they say other words, of other lengths. */
export function forgetPages(): void {
  known = new WeakMap();
}

/** The pages of an API; those of schemas are below `folder`, an address within the site. */
export function pagesOf(api: Api, folder: string): ApiPages {
  const pages = known.get(api) ?? createPages(api, folder);
  known.set(api, pages);
  return pages;
}

function createPages(api: Api, folder: string): ApiPages {
  const choices = new Map<string, BoundsChoice>();
  const entries = new Map<unknown, CollectedPage>();
  const byName = new Map<string, CollectedPage>();
  const taken = new Set<string>();
  let paths: ReadonlyMap<string, string> = new Map();
  let needed: readonly SchemaPage[] | undefined;

  /**
   * A page within the bounds in which it tells most. They are looked for once, and in one language: the same schemas have
   * pages in each, whatever the lengths of its words.
   */
  function bounded(key: string, make: (bounds: PageBounds) => Root, placeOf: PageBounds['placeOf']): Root {
    const choice = choices.get(key) ?? inEnglish(() => chooseBounds(make, placeOf));
    choices.set(key, choice);
    return make(boundsOf(choice, placeOf));
  }

  function operation(one: Operation): Root {
    const placeOf = places(one.schemas, {
      title: way => say(way, {name: one.summary}),
      name: one.id,
      users: [one],
    });
    return bounded(`operation ${one.id}`, bounds => operationToMdast({...one, bounds}), placeOf);
  }

  function pageOf(entry: CollectedPage): Root {
    const {name, title, schemas, users, directions} = entry;
    const placeOf = places(schemas, {title: () => title, name, users});
    return bounded(
      `schema ${name} ${[...directions].join(' ')}`,
      bounds => schemaToMdast(entry, bounds, id => paths.get(id)),
      placeOf,
    );
  }

  /** Where is told what a page has no room for. */
  function places(
    schemas: Operation['schemas'],
    page: {
      readonly title: (way: Direction) => string;
      readonly name: string;
      readonly users: CollectedPage['users'];
    },
  ): PageBounds['placeOf'] {
    return (elsewhere, direction) => {
      const {within, path, count, names} = elsewhere;
      const [name] = names.length === 1 ? names : [];
      const key =
        name ?? (count === undefined ? elsewhere.schema : `${page.name} ${direction} ${path} ${count}`);
      const entry = entries.get(key) ?? newEntry();
      entries.set(key, entry);
      return {
        url: `${folder}/${entry.name}`,
        title: entry.title,
        direction,
        ...(count !== undefined && {count}),
      };

      function newEntry(): CollectedPage {
        const step = path.replace(/^.*\.(?=.)/, '');
        const created: CollectedPage = {
          name: freeName(
            name ?? [within ?? page.name, step, ...(count === undefined ? [] : ['more'])].join('-'),
          ),
          // Found in English, and read in the language of the page.
          get title() {
            const around = within ?? page.title(direction);
            const place = step === '' ? around : `${around}: ${step}`;
            return name ?? (count === undefined ? place : say('more', {name: place}));
          },
          schema: name === undefined ? elsewhere.schema : {$ref: schemaReference(name)},
          schemas,
          directions: new Set(),
          users: usersOf(name ?? within) ?? page.users,
        };
        byName.set(created.name, created);
        return created;
      }
    };
  }

  function usersOf(name: string | undefined): readonly Operation[] | undefined {
    return name === undefined
      ? undefined
      : api.operations.filter(({schemas}) => Object.hasOwn(schemas, name));
  }

  /** For an address, and for a file where letters may not be told apart by their case. */
  function freeName(wanted: string): string {
    const base =
      wanted
        .replace(/[^\w-]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, LONGEST_NAME) || 'schema';
    let name = base;
    for (let serial = 2; taken.has(name.toLowerCase()); serial++) {
      name = `${base}-${serial}`;
    }
    taken.add(name.toLowerCase());
    return name;
  }

  /** Follows what pages lead to until there is nothing new. */
  function schemas(): readonly SchemaPage[] {
    if (needed) {
      return needed;
    }
    const waiting: CollectedPage[] = [];
    const follow = (page: Root): void =>
      visit(page, node => {
        if (isNamedJsx(node, FIELDS_ELSEWHERE)) {
          const entry = byName.get(stringAttribute(node, 'url')?.slice(folder.length + 1) ?? '');
          const way = stringAttribute(node, 'direction') === 'request' ? 'request' : 'response';
          if (entry && !entry.directions.has(way)) {
            entry.directions.add(way);
            waiting.push(entry);
          }
        }
      });
    api.operations.forEach(one => follow(operation(one)));
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
      follow(pageOf(entry));
    }
    needed = [...byName.values()].filter(({directions}) => directions.size > 0);
    return needed;
  }

  return {
    operation,
    schema: name => {
      const isNeeded = schemas().some(page => page.name === name);
      const entry = byName.get(name);
      return entry && isNeeded ? pageOf(entry) : undefined;
    },
    schemas,
    keepPaths: found => {
      paths = found;
    },
  };
}

const LONGEST_NAME = 80;
