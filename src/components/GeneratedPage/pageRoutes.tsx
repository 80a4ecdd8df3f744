import type {Props} from '@theme/DocItem';
import type {ComponentType, ReactNode} from 'react';

import {isObject} from '../../api/json';
import {percentDecoded} from '../../api/percentDecoding';
import {dataAddress} from '../../pageFiles/addresses';
import {servedParts} from '../ReferencePart/partsOf';
import {createPage, PAGE, type PageData} from './createPage';

/** Pages in one folder that share a sidebar. */
interface PageGroup {
  /** The source of a regular expression that matches their addresses. */
  readonly pattern: string;
  readonly sidebar?: string;
}

type RouteProps = Omit<Props, 'content'> & {readonly location: {readonly pathname: string}};

/** A route as Docusaurus makes them. */
interface PageRoute {
  readonly path: RegExp;
  readonly exact: true;
  readonly sidebar?: string;
  /** Shown only after `preload` has resolved. */
  readonly component: ComponentType<RouteProps> & {readonly preload: () => Promise<void>};
}

/** What is fetched of a page when a link leads to it. */
interface WrittenPage {
  readonly page: PageData;
  /** The HTML of its parts. */
  readonly parts: readonly string[];
}

/** The build that has the data of pages. */
interface Build {
  readonly baseUrl: string;
  /** Changes whenever one of the pages does. */
  readonly version: string;
}

/**
 * The routes of generated pages, whose data are files of the build. They match addresses by a pattern: a list of
 * thousands would be part of every page. For an address without a page, the data cannot be fetched, and Docusaurus
 * loads the address from the server: what is served then has no data, so it is none of these pages.
 */
export function pageRoutes(
  loadDocItem: () => Promise<{readonly default: ComponentType<Props>}>,
  groups: readonly PageGroup[],
  build: Build,
): readonly PageRoute[] {
  const shown = new Map<string, (props: RouteProps) => ReactNode>();
  const loading = new Map<string, Promise<void>>();
  const opened = addressOf(location.pathname);
  const missing = servedScript(opened) ? undefined : opened;

  async function load(address: string): Promise<void> {
    const [{default: DocItem}, {page, parts}] = await Promise.all([loadDocItem(), pageOf(address, build)]);
    const content = createPage(
      page,
      parts.map(html => ({html})),
    );
    shown.set(address, props => <DocItem key={address} {...props} content={content} />);
  }

  function preload(address: string): Promise<void> {
    const known = loading.get(address);
    if (known) {
      return known;
    }
    const started = load(address).catch((error: unknown) => {
      loading.delete(address);
      throw error;
    });
    loading.set(address, started);
    return started;
  }

  return groups.map(({pattern, sidebar}): PageRoute => {
    const path = new PagePattern(pattern, missing);
    return {
      path,
      exact: true,
      ...(sidebar !== undefined && {sidebar}),
      component: Object.assign(
        (props: RouteProps) => shown.get(addressOf(props.location.pathname))?.(props),
        // Docusaurus matches an address and immediately calls `preload`, without telling it the address.
        {preload: () => preload(path.latest)},
      ),
    };
  });
}

/** Matches the addresses of pages, except one that turned out to have no page. */
class PagePattern extends RegExp {
  readonly #missing: string | undefined;
  /** The address that it matched last. */
  latest = '';

  constructor(source: string, missing: string | undefined) {
    super(source);
    this.#missing = missing;
  }

  override exec(pathname: string): RegExpExecArray | null {
    const address = addressOf(pathname);
    const found = address === this.#missing ? null : super.exec(pathname);
    if (found) {
      this.latest = address;
    }
    return found;
  }
}

/** The normal form of an address: decoded, without a trailing slash. */
function addressOf(pathname: string): string {
  return percentDecoded(pathname).replace(/\/$/, '');
}

function servedScript(address: string): HTMLScriptElement | undefined {
  return [...document.querySelectorAll<HTMLScriptElement>(`script[${PAGE}]`)].find(
    script => addressOf(script.getAttribute(PAGE) ?? '') === address,
  );
}

/** A page, from the served HTML if it is in there, else fetched. @throws Error if it cannot be fetched. */
async function pageOf(address: string, {baseUrl, version}: Build): Promise<WrittenPage> {
  const script = servedScript(address);
  const written: unknown = script
    ? {
        page: JSON.parse(script.textContent),
        parts: servedParts(script.getAttribute(PAGE) ?? '').map(({html}) => html),
      }
    : await fetched(`${dataAddress(address, baseUrl)}?v=${version}`);
  if (!isPage(written)) {
    throw new Error(`The data of the page ${address} cannot be read.`);
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
