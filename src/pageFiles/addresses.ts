/**
 * Where the files stand that a build writes for each page, beside its HTML. What writes them and what links to them both
 * ask here.
 */

/** A page's URL path without the base URL of its site: `/de/search` under `/de/` is `/search`. */
export function withinSite(route: string, baseUrl: string): string {
  return `/${route.startsWith(baseUrl) ? route.slice(baseUrl.length) : route.slice(1)}`;
}

/** The Markdown of a page: its own address and `.md`; that of the start page is `index.md`. */
export function twinAddress(route: string, baseUrl: string): string {
  return `${baseUrl}${named(route, baseUrl)}.md`;
}

/** The data of a page that was generated, for who comes to it by a link within the site. */
export function dataAddress(route: string, baseUrl: string): string {
  return `${baseUrl}assets/pages/${named(route, baseUrl)}.json`;
}

/** The picture that a link to the page is shown with. */
export function pictureAddress(route: string, baseUrl: string): string {
  return `${baseUrl}social/${named(route, baseUrl)}.png`;
}

/** In pixels, as the Open Graph protocol and the sites that read it want it. */
export const pictureSize = {width: 1200, height: 630} as const;

function named(route: string, baseUrl: string): string {
  const path = withinSite(route, baseUrl).replace(/^\/|\/$/g, '');
  return path === '' ? 'index' : path;
}
