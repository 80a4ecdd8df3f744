/**
 * A loader of what Docusaurus tells the browser of all pages: its routes, its chunks, and which of these each route needs.
 * Pages that are generated leave all three, where each takes about 80 bytes, and are a list of addresses among the routes.
 * The bundler loads it itself, hence plain JavaScript.
 * @this {{getOptions(): {pages: readonly {path: string, sidebar?: string}[], pageRoutes: string, docItem: string, version: string}, resourcePath: string}}
 * @param {string} source
 * @throws Error when a page is not where it is looked for, as a new version of Docusaurus may write otherwise.
 */
export default function listRoutes(source) {
  const {pages, ...options} = this.getOptions();
  if (this.resourcePath.endsWith('registry.js')) {
    return source.replace(/^ {2}"\w+": \[\(\) => import\(.*\.generated\.mdx"\)\],\n/gm, '');
  }
  if (this.resourcePath.endsWith('routesChunkNames.json')) {
    const paths = new Set(pages.map(({path}) => path));
    const isKept = key => !paths.has(key.replace(/-[^-]+$/, ''));
    return JSON.stringify(
      Object.fromEntries(Object.entries(JSON.parse(source)).filter(([key]) => isKept(key))),
    );
  }
  return withList(source, pages, options);
}

function withList(source, pages, {pageRoutes, docItem, version}) {
  const listed = new Map(pages.map(page => [page.path, page]));
  let found = 0;
  const route =
    /^ *\{\n *path: '(?<path>[^']*)',\n *component: ComponentCreator\('[^']*', '\w+'\),\n *exact: true(?:,\n *sidebar: "[^"]*")?\n *\},?\n/gm;
  const left = source.replace(route, (text, path) => {
    if (!listed.has(path)) {
      return text;
    }
    found += 1;
    return found === 1 ? '...generatedPages,\n' : '';
  });
  if (found !== pages.length) {
    throw new Error(
      `Of ${pages.length} generated pages, ${found} were found among the routes of Docusaurus.`,
    );
  }
  return `import {pageRoutes} from ${JSON.stringify(pageRoutes)};
const generatedPages = pageRoutes(
  () => import(/* webpackChunkName: ${JSON.stringify(docItem)} */ '@theme/DocItem'),
  ${JSON.stringify(grouped(pages))},
  {baseUrl: __webpack_public_path__, version: ${JSON.stringify(version)}},
);
${left}`;
}

/** Addresses that begin alike are written once. */
function grouped(pages) {
  const groups = new Map();
  for (const {path, sidebar = ''} of pages) {
    const [, folder, name] = /^(.*\/)(.*?\/?)$/.exec(path) ?? [];
    const key = `${folder} ${sidebar}`;
    const group = groups.get(key) ?? {folder, ...(sidebar && {sidebar}), names: []};
    group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()].map(({names, ...group}) => ({...group, names: names.join(' ')}));
}
