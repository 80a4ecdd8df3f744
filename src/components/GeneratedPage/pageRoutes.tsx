import type {Props} from '@theme/DocItem';
import type {ComponentType, ReactNode} from 'react';

import {isObject} from '../../api/json';
import {dataAddress} from '../../pageFiles/addresses';
import {servedParts} from '../ReferencePart/partsOf';
import {createPage, PAGE, type PageData} from './createPage';

/** Pages whose addresses begin alike. */
interface PageGroup {
  readonly folder: string;
  readonly sidebar?: string;
  /** The rest of each address, with spaces between. */
  readonly names: string;
}

type RouteProps = Omit<Props, 'content'>;

/** A route as Docusaurus makes them. */
interface PageRoute {
  readonly path: string;
  readonly exact: true;
  readonly sidebar?: string;
  /** Shown only after `preload` has resolved. */
  readonly component: ComponentType<RouteProps> & {readonly preload: () => Promise<void>};
}

/** What is fetched of a page that a link leads to. */
interface WrittenPage {
  readonly page: PageData;
  /** The HTML of its parts. */
  readonly parts: readonly string[];
}

/** The build that has the data of pages. */
interface Build {
  readonly baseUrl: string;
  /** Changes with any of them. */
  readonly version: string;
}

/** The routes of pages that were generated, whose data are files of the build. */
export function pageRoutes(
  loadDocItem: () => Promise<{readonly default: ComponentType<Props>}>,
  groups: readonly PageGroup[],
  build: Build,
): readonly PageRoute[] {
  return groups.flatMap(({folder, sidebar, names}) =>
    names.split(' ').map((name): PageRoute => {
      const path = folder + name;
      return {
        path,
        exact: true,
        ...(sidebar !== undefined && {sidebar}),
        component: pageAt(path, loadDocItem, build),
      };
    }),
  );
}

function pageAt(
  path: string,
  loadDocItem: Parameters<typeof pageRoutes>[0],
  build: Build,
): PageRoute['component'] {
  let shown: ((props: RouteProps) => ReactNode) | undefined;
  let loading: Promise<void> | undefined;

  async function load(): Promise<void> {
    const [{default: DocItem}, {page, parts}] = await Promise.all([loadDocItem(), pageOf(path, build)]);
    const content = createPage(
      page,
      parts.map(html => ({html})),
    );
    shown = props => <DocItem {...props} content={content} />;
  }

  function preload(): Promise<void> {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  return Object.assign((props: RouteProps) => shown?.(props), {preload});
}

/** A page, from the HTML that was served where it is in there, else fetched. @throws Error when it cannot be had. */
async function pageOf(path: string, {baseUrl, version}: Build): Promise<WrittenPage> {
  const script = document.querySelector(`script[${PAGE}="${CSS.escape(path)}"]`);
  const written: unknown = script
    ? {page: JSON.parse(script.textContent), parts: servedParts(path).map(({html}) => html)}
    : await fetched(`${dataAddress(path, baseUrl)}?v=${version}`);
  if (!isPage(written)) {
    throw new Error(`The data of the page ${path} cannot be read.`);
  }
  return written;
}

async function fetched(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}: the page cannot be shown.`);
  }
  return response.json();
}

function isPage(value: unknown): value is WrittenPage {
  return isObject(value) && isObject(value['page']) && Array.isArray(value['parts']);
}
