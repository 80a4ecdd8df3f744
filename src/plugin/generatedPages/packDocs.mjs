const METHOD = 'api-method api-method--';

/**
 * A loader of what Docusaurus tells each page about all docs: of those that are generated, a thousand perhaps, only their
 * links in sidebars are left, and these in short. Docusaurus asks for docs by id for cards of docs, and to mark a link in the
 * navigation bar whose sidebar has the page; neither is made for generated pages.
 * The bundler loads it itself, hence plain JavaScript.
 * @this {{getOptions(): {ids: readonly string[]}}}
 * @param {string} source
 */
export default function packDocs(source) {
  const generated = new Set(this.getOptions().ids);
  const packed = JSON.stringify(JSON.parse(source), (key, value) => {
    if (key === 'items' && Array.isArray(value)) {
      return packLinks(value, generated);
    }
    if (key !== 'docs' || typeof value !== 'object' || value === null) {
      return value;
    }
    return Array.isArray(value)
      ? value.filter(doc => !generated.has(doc.id))
      : Object.fromEntries(Object.entries(value).filter(([id]) => !generated.has(id)));
  });
  return `${shortName}
${unpackLinks}
export default JSON.parse(${JSON.stringify(packed)}, (key, value) =>
  key === 'items' && Array.isArray(value) ? value.flatMap(unpackLinks) : value,
);
`;
}

/** Links whose addresses begin alike become one item of type `packed`, with a line each. */
function packLinks(items, generated) {
  const packed = [];
  for (const item of items) {
    const line = generated.has(item.docId) ? lineOf(item) : undefined;
    const last = packed.at(-1);
    if (!line) {
      packed.push(item);
    } else if (last?.type === 'packed' && last.folder === line.folder && last.ids === line.ids) {
      last.links += `\n${line.text}`;
    } else {
      packed.push({type: 'packed', folder: line.folder, ids: line.ids, links: line.text});
    }
  }
  return packed;
}

/** Nothing for a link that says more than an address, a label and a method. */
function lineOf({type, href = '', label = '', className, unlisted, customProps, docId}) {
  const [, folder, name] = /^(.*\/)(.+)$/.exec(href) ?? [];
  const isPlain =
    type === 'link' && !unlisted && !customProps && name && docId.endsWith(name) && !/[\t\n]/.test(label);
  if (!isPlain || (className !== undefined && !new RegExp(`^${METHOD}[a-z]+$`).test(className))) {
    return undefined;
  }
  const method = className?.slice(METHOD.length) ?? '';
  const ids = docId.slice(0, -name.length);
  return {folder, ids, text: [method, name === shortName(label) ? '' : name, label].join('\t')};
}

/** Runs in the browser as well. */
function shortName(label) {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Runs in the browser alone. */
function unpackLinks(item) {
  if (item.type !== 'packed') {
    return item;
  }
  return item.links.split('\n').map(line => {
    const [method, name, label] = line.split('\t');
    const last = name || shortName(label);
    const className = method ? {className: `api-method api-method--${method}`} : {};
    return {type: 'link', href: item.folder + last, label, docId: item.ids + last, ...className};
  });
}
