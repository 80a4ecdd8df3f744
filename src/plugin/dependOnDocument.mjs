/**
 * A loader in front of the MDX loader: a page that shows what the OpenAPI document says is compiled again when that
 * changes, or the words around it.
 * The bundler loads it itself, hence plain JavaScript.
 * @this {{getOptions(): {files: string[]}, addDependency(file: string): void}}
 * @param {string} source
 */
export default function dependOnDocument(source) {
  if (/<Api[A-Z]/.test(source)) {
    this.getOptions().files.forEach(file => this.addDependency(file));
  }
  return source;
}
