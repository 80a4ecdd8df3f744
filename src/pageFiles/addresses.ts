/**
 * The addresses of the files that a build writes for each page beside its HTML, for the code that writes them and the
 * code that links to them.
 */

/** A page's URL path without the base URL of its site: `/de/search` under `/de/` is `/search`. */
export function withinSite(route: string, baseUrl: string): string {
  return `/${route.startsWith(baseUrl) ? route.slice(baseUrl.length) : route.slice(1)}`;
}

/** The Markdown of a page: its own address and `.md`; that of the home page is `index.md`. */
export function twinAddress(route: string, baseUrl: string): string {
  return `${baseUrl}${named(route, baseUrl)}.md`;
}

/** The data of a generated page, for visitors who follow a link within the site. */
export function dataAddress(route: string, baseUrl: string): string {
  return `${baseUrl}assets/pages/${named(route, baseUrl)}.json`;
}

/** The picture in previews of links to the page. */
export function pictureAddress(route: string, baseUrl: string): string {
  return `${baseUrl}social/${named(route, baseUrl)}.png`;
}

/** In pixels, as the Open Graph protocol recommends. */
export const pictureSize = {width: 1200, height: 630} as const;

function named(route: string, baseUrl: string): string {
  const path = withinSite(route, baseUrl).replace(/^\/|\/$/g, '');
  return path === '' ? 'index' : path;
}
