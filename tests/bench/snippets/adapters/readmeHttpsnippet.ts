import type {Language} from '../../../../src/snippets';
import {programOf, type Adapter} from '../adapter';
import {HTTPSnippet} from '../generators/readmeHttpsnippet';
import {harRequest} from '../har';

const clients: {readonly [language in Language]: readonly [target: string, client: string]} = {
  curl: ['shell', 'curl'],
  node: ['node', 'fetch'],
  python: ['python', 'requests'],
  go: ['go', 'native'],
};

export const adapter: Adapter = request => language => {
  // A new one for each language: a conversion takes headers away from it.
  const [code] = new HTTPSnippet(harRequest(request)).convert(...clients[language]);
  return programOf(code);
};
