import {join, relative, resolve} from 'node:path';
import type {AllContent} from '@docusaurus/types';

import {isObject, items, member, members} from '../api/json';

/** The URL path of the page of each operation, by what the docs plugins made of the files, translated or not. */
export function pagePermalinks(
  allContent: AllContent,
  siteDir: string,
  pages: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const byFile = new Map(
    members(member(allContent, 'docusaurus-plugin-content-docs'))
      .flatMap(([, content]) => items(member(content, 'loadedVersions')))
      .flatMap(version =>
        items(member(version, 'docs'))
          .filter(isObject)
          .map(({source, permalink}) => {
            const file = resolve(siteDir, String(source).replace(/^@site\//, ''));
            return [untranslated(file, version), String(permalink)] as const;
          }),
      ),
  );
  return new Map(
    [...pages].flatMap(([id, file]) => {
      const permalink = byFile.get(resolve(file));
      return permalink === undefined ? [] : [[id, permalink] as const];
    }),
  );
}

/** The file that a translated one stands for: the same in the folder of the docs. */
function untranslated(file: string, version: unknown): string {
  const [content, localized] = [member(version, 'contentPath'), member(version, 'contentPathLocalized')];
  if (typeof content !== 'string' || typeof localized !== 'string') {
    return file;
  }
  const path = relative(localized, file);
  return path.startsWith('..') ? file : join(content, path);
}
