import {translate} from '@docusaurus/Translate';
import {
  useThemeConfig,
  type MultiColumnFooter,
  type SimpleFooter,
  type ThemeConfig,
} from '@docusaurus/theme-common';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {useMemo} from 'react';

import type {SearchEntry} from '../../siteSearch/entry';
import type {ResultGroup} from '../../siteSearch/resultGroups';
import type {PreparedSearch} from './prepareSearch';

export interface ShownGroup {
  readonly kind: ResultGroup['kind'] | 'opened' | 'start';
  readonly results: readonly SearchEntry[];
}

/**
 * The results of a query, under headings. Before anything is typed: what the reader opened from here earlier, and the
 * pages in the site's footer and navbar.
 */
export function useResults(
  search: PreparedSearch | undefined,
  query: string,
  opened: readonly string[],
): readonly ShownGroup[] {
  const startPages = useStartPages();
  return useMemo(() => {
    if (!search) {
      return [];
    }
    if (query.trim() !== '') {
      return search.find(query);
    }
    const entriesAt = (urls: readonly string[]): readonly SearchEntry[] =>
      urls.flatMap(url => search.at(url) ?? []);
    const groups: readonly ShownGroup[] = [
      {kind: 'opened', results: entriesAt(opened)},
      {kind: 'start', results: entriesAt(startPages.filter(url => !opened.includes(url)))},
    ];
    return groups.filter(({results}) => results.length > 0);
  }, [search, query, opened, startPages]);
}

function useStartPages(): readonly string[] {
  const {navbar, footer} = useThemeConfig();
  const {withBaseUrl} = useBaseUrlUtils();
  return useMemo(() => {
    const listed = (footer?.links ?? []).flatMap((link): SimpleFooter['links'] =>
      isColumn(link) ? link.items : [link],
    );
    const links = [...listed, ...navbar.items].flatMap(({to}) => (typeof to === 'string' ? [to] : []));
    return [...new Set(links)].map(to => withBaseUrl(to));
  }, [navbar, footer, withBaseUrl]);
}

type FooterLink = NonNullable<ThemeConfig['footer']>['links'][number];

function isColumn(link: FooterLink): link is MultiColumnFooter['links'][number] {
  return Array.isArray(link.items);
}

export function headingOf(kind: ShownGroup['kind']): string {
  switch (kind) {
    case 'best':
      return translate({id: 'search.best', message: 'Best matches'});
    case 'endpoints':
      return translate({id: 'search.endpoints', message: 'Endpoints'});
    case 'guides':
      return translate({id: 'search.guides', message: 'Guides'});
    case 'fields':
      return translate({id: 'search.fields', message: 'Fields'});
    case 'errors':
      return translate({id: 'search.errors', message: 'Errors'});
    case 'opened':
      return translate({id: 'search.opened', message: 'Opened before'});
    case 'start':
      return translate({id: 'search.start', message: 'Start here'});
  }
}
