/**
 * A loader in front of the MDX loader: a page that shows what the OpenAPI document says is compiled again when that changes.
 * The bundler loads it itself, hence plain JavaScript.
 * @this {{getOptions(): {files: string[]}, addDependency(file: string): void}}
 * @param {string} source
 */
export default function dependOnDocument(source) {
  if (/<Api(Operation|Overview|Errors|CodeTabs|Fact)\b/.test(source)) {
    this.getOptions().files.forEach(file => this.addDependency(file));
  }
  return source;
}
