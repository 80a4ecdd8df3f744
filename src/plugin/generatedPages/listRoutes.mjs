/**
 * A loader of what Docusaurus tells the browser of all pages: its routes, its chunks, and which of these each route needs.
 * Pages that are generated leave all three, where each takes about 80 bytes, and are a few patterns among the routes.
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
  const listed = new Set(pages.map(({path}) => path));
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
  const others = [...left.matchAll(/\bpath: '([^']*)'/g)].map(([, path]) => path);
  return `import {pageRoutes} from ${JSON.stringify(pageRoutes)};
const generatedPages = pageRoutes(
  () => import(/* webpackChunkName: ${JSON.stringify(docItem)} */ '@theme/DocItem'),
  ${JSON.stringify(patterns(pages, others))},
  {baseUrl: __webpack_public_path__, version: ${JSON.stringify(version)}},
);
${left}`;
}

/**
 * Patterns that match the pages and no other address of the site: of each folder one takes all but what the others name,
 * which are pages with another sidebar and pages that somebody wrote.
 */
function patterns(pages, others) {
  return [...grouped(pages, ({path}) => folderOf(path))].flatMap(([folder, inFolder]) => {
    const [[sidebar], ...rest] = [...grouped(inFolder, page => page.sidebar)].sort(
      ([, a], [, b]) => b.length - a.length,
    );
    const further = rest.map(([other, apart]) => ({
      names: apart.map(({path}) => nameOf(path)),
      sidebar: other,
    }));
    const written = others.filter(path => folderOf(path) === folder).map(nameOf);
    const named = [...further.flatMap(({names}) => names), ...written];
    const but = named.length > 0 ? `(?!${anyOf(named)}/?$)` : '';
    return [
      // Links are asked for with their fragment, and find nothing. `NAME.html` is another spelling, which Docusaurus sees to.
      {pattern: `^${escaped(folder)}${but}[^/?#]+(?<!\\.html)/?$`, sidebar},
      ...further.map(({names, sidebar: own}) => ({
        pattern: `^${escaped(folder)}${anyOf(names)}/?$`,
        sidebar: own,
      })),
    ];
  });
}

function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
}

/** The folder of an address, with its slash; a slash at the end of the address belongs to the name. */
function folderOf(path) {
  return path.replace(/[^/]*\/?$/, '');
}

function nameOf(path) {
  return path.slice(folderOf(path).length).replace(/\/$/, '');
}

function anyOf(names) {
  return `(?:${names.map(escaped).join('|')})`;
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
