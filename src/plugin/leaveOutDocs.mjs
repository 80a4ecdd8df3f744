/**
 * A loader of what Docusaurus tells each page about all docs: leaves out those that are generated, a thousand of them
 * perhaps. It asks for them by id for cards of docs, and to mark a link in the navigation bar whose sidebar has the page;
 * neither is made for generated pages.
 * The bundler loads it itself, hence plain JavaScript.
 * @this {{getOptions(): {ids: readonly string[]}}}
 * @param {string} source
 */
export default function leaveOutDocs(source) {
  const generated = new Set(this.getOptions().ids);
  return JSON.stringify(JSON.parse(source), (key, value) => {
    if (key !== 'docs' || typeof value !== 'object' || value === null) {
      return value;
    }
    return Array.isArray(value)
      ? value.filter(doc => !generated.has(doc.id))
      : Object.fromEntries(Object.entries(value).filter(([id]) => !generated.has(id)));
  });
}
