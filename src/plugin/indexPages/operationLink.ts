import type {PhrasingContent} from 'mdast';

import type {Operation} from '../../api/operation';

/** The file that documents each operation, as a link from the page leads to it. */
export type OperationLinks = ReadonlyMap<string, string>;

/** The name of an operation, linked to its page, or to a section of it. */
export function operationLink(
  {id, summary}: Operation,
  links: OperationLinks,
  anchor = '',
): PhrasingContent[] {
  const url = links.get(id);
  const name = {type: 'text' as const, value: summary};
  return [url === undefined ? name : {type: 'link', url: url + anchor, children: [name]}];
}
