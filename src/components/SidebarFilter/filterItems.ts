import type {PropSidebarItem} from '@docusaurus/plugin-content-docs';

import type {Operation} from '../../api/operation';

/** The operation whose page is at an address; empty until the catalog is loaded. */
export type Operations = ReadonlyMap<string, Pick<Operation, 'id' | 'method' | 'path'>>;

export interface FilteredItems {
  /** Open categories with the matching pages, at most {@link MOST} of them. */
  readonly items: PropSidebarItem[];
  /** How many pages match. */
  readonly count: number;
}

/** More than a reader scans, and few enough to be rendered between two keystrokes. */
export const MOST = 100;

/** Whether a sidebar is that of an API: one of its pages is about an operation. */
export function holdsOperations(items: readonly PropSidebarItem[]): boolean {
  return items.some(item =>
    item.type === 'category' ? holdsOperations(item.items) : /\bapi-method\b/.test(item.className ?? ''),
  );
}

/**
 * The pages that have every word of a query in their title, or in the method, path or id of their operation. Categories
 * that stay are open, and an operation shows its path (a `path` of its `customProps`).
 */
export function filterItems(
  items: readonly PropSidebarItem[],
  query: string,
  operations: Operations,
): FilteredItems {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;

  function narrowed(item: PropSidebarItem): PropSidebarItem[] {
    switch (item.type) {
      case 'category': {
        const inside = item.items.flatMap(narrowed);
        return inside.length === 0 ? [] : [{...item, items: inside, collapsed: false, collapsible: false}];
      }
      case 'link': {
        const operation = operations.get(item.href);
        const said = [item.label, ...(operation ? [operation.method, operation.path, operation.id] : [])];
        const text = said.join('\n').toLowerCase();
        if (item.unlisted || !words.every(word => text.includes(word)) || ++count > MOST) {
          return [];
        }
        return [operation ? {...item, customProps: {...item.customProps, path: operation.path}} : item];
      }
      case 'html':
        return [];
    }
  }

  return {items: items.flatMap(narrowed), count};
}
