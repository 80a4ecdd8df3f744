import type {Operation} from '../api/operation';
import type {CodeExample} from '../request/codeExamples';

/** The samples of an operation as its page opens: the document's first server, its first example. */
export function codeExamples({method, path, servers}: Operation): readonly CodeExample[] {
  return [{language: 'http', label: 'HTTP', code: `${method} ${servers[0]?.url ?? ''}${path}`}];
}
