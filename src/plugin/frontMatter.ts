import type {ParseFrontMatter} from '@docusaurus/types';

import {namedOperations} from './namedOperations';

/** Adds to the front matter of a page which operation it documents, as the page itself says: `operation: createUser`. */
export const parseFrontMatter: ParseFrontMatter = async ({defaultParseFrontMatter, ...file}) => {
  const parsed = await defaultParseFrontMatter(file);
  const [operation] = namedOperations(file.fileContent);
  return operation === undefined ? parsed : {...parsed, frontMatter: {...parsed.frontMatter, operation}};
};
