import {posixPath} from '@docusaurus/utils';
import {relative} from 'node:path';
import type {AllContent} from '@docusaurus/types';

import {isObject, items, member, members} from '../api/json';

/** The URL path of the page of each operation, by what the docs plugins made of the files. */
export function pagePermalinks(
  allContent: AllContent,
  siteDir: string,
  pages: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const bySource = new Map(
    members(member(allContent, 'docusaurus-plugin-content-docs'))
      .flatMap(([, content]) => items(member(content, 'loadedVersions')))
      .flatMap(version => items(member(version, 'docs')))
      .filter(isObject)
      .map(({source, permalink}) => [String(source), String(permalink)] as const),
  );
  return new Map(
    [...pages].flatMap(([id, file]) => {
      const permalink = bySource.get(`@site/${posixPath(relative(siteDir, file))}`);
      return permalink === undefined ? [] : [[id, permalink] as const];
    }),
  );
}
