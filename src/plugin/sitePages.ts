import type {AllContent} from '@docusaurus/types';

import {isObject, items, member, members, text, type JsonObject} from '../api/json';
import {withinSite} from '../pageFiles/addresses';

let known: ReadonlySet<string> = new Set();

/**
 * Keeps which pages the site has for those who ask while a page is compiled: the remark plugins, which Docusaurus tells
 * nothing of the site. Languages are built one after another, so the last that was kept is the one that is compiled.
 */
export function keepSitePages(paths: ReadonlySet<string>): void {
  known = paths;
}

/** Whether the site has a page at this URL path, without the site's base URL. */
export function isSitePage(path: string): boolean {
  return known.has(path);
}

/** What Docusaurus knows of each page of docs. */
export function siteDocs(allContent: AllContent): readonly JsonObject[] {
  return members(member(allContent, 'docusaurus-plugin-content-docs'))
    .flatMap(([, content]) => items(member(content, 'loadedVersions')))
    .flatMap(version => items(member(version, 'docs')))
    .filter(isObject);
}

/** The URL paths of all pages of docs and of `src/pages`, without the site's base URL and a slash at their end. */
export function sitePaths(allContent: AllContent, baseUrl: string): ReadonlySet<string> {
  const pages = members(member(allContent, 'docusaurus-plugin-content-pages')).flatMap(([, content]) =>
    items(content),
  );
  return new Set(
    [...siteDocs(allContent), ...pages.filter(isObject)]
      .flatMap(({permalink}) => text(permalink) ?? [])
      .map(permalink => withinSite(permalink, baseUrl).replace(/(?<=.)\/$/, '')),
  );
}
