import {StyleModule} from 'style-mod';

const mounted = new WeakMap<
  DocumentOrShadowRoot,
  {readonly sheet: CSSStyleSheet; readonly modules: readonly StyleModule[]}
>();

/**
 * Makes CodeMirror use a constructed style sheet. By default it adds a style element with text, which the site's
 * security policy blocks, because injected text could then style the page as well.
 */
export function adoptStyles(): void {
  StyleModule.mount = (root, modules) => {
    const added = Array.isArray(modules) ? modules : [modules];
    const {sheet, modules: before} = mounted.get(root) ?? {sheet: new CSSStyleSheet(), modules: []};
    if (before.length === 0) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
    // As `mount` promises: in the order of the modules, even if they were added in another order.
    const all = [...before.filter(module => !added.includes(module)), ...added];
    if (all.length !== before.length || all.some((module, index) => module !== before[index])) {
      sheet.replaceSync(all.map(module => module.getRules()).join('\n'));
      mounted.set(root, {sheet, modules: all});
    }
  };
}
