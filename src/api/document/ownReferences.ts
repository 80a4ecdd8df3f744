import {dirname, relative} from 'node:path/posix';

import {isObject, member, objectsIn, text, type JsonObject} from '../json';

/** Where a document with a relative `$self` is: its folder is the root. */
const RETRIEVED = 'file:///document';

/**
 * Writes the references of a document with `$self`, its own URI and the base of all that are relative (OpenAPI 3.2, Appendix
 * F), as those from its file, in place: those to itself as pointers, and with a relative `$self` those to other files from
 * the folder of that file. Files stand to each other as their URIs do, so that with an absolute `$self` relative references
 * are right as they are. The URLs of servers have nothing to do with it: they start from where the document is served
 * (§4.5.2).
 */
export function referFromFile(document: JsonObject): void {
  const self = text(document['$self']);
  if (self === undefined || !URL.canParse(self, RETRIEVED)) {
    return;
  }
  const base = new URL(self, RETRIEVED);
  const fromFile = (reference: string): string => {
    if (reference.startsWith('#') || !URL.canParse(reference, base)) {
      return reference;
    }
    const target = new URL(reference, base);
    if (withoutFragment(target) === withoutFragment(base)) {
      return target.hash || '#';
    }
    const isMoved = !URL.canParse(self) && target.protocol === 'file:';
    return isMoved
      ? relative(dirname(new URL(RETRIEVED).pathname), target.pathname) + target.hash
      : reference;
  };
  for (const node of objectsIn(document)) {
    if (isObject(node)) {
      for (const name of ['$ref', 'operationRef']) {
        const reference = text(member(node, name));
        if (reference !== undefined) {
          node[name] = fromFile(reference);
        }
      }
    }
  }
}

function withoutFragment(url: URL): string {
  const {hash, href} = url;
  return href.slice(0, href.length - hash.length).replace(/#$/, '');
}
