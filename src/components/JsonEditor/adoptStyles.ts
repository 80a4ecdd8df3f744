import {StyleModule} from 'style-mod';

const mounted = new WeakMap<
  DocumentOrShadowRoot,
  {readonly sheet: CSSStyleSheet; readonly modules: readonly StyleModule[]}
>();

/**
 * Has CodeMirror's styles adopted as a sheet that a script made. Its own way, a style element with text, is what the site's
 * security policy refuses: whatever text got into a page could style it as well.
 */
export function adoptStyles(): void {
  StyleModule.mount = (root, modules) => {
    const added = Array.isArray(modules) ? modules : [modules];
    const {sheet, modules: before} = mounted.get(root) ?? {sheet: new CSSStyleSheet(), modules: []};
    if (before.length === 0) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
    // As `mount` promises: in the order of the modules, also where they stood in another one.
    const all = [...before.filter(module => !added.includes(module)), ...added];
    if (all.length !== before.length || all.some((module, index) => module !== before[index])) {
      sheet.replaceSync(all.map(module => module.getRules()).join('\n'));
      mounted.set(root, {sheet, modules: all});
    }
  };
}
