import {httpsnippetClients, programOf, type Adapter} from '../adapter';
import {HTTPSnippet} from '../generators/readmeHttpsnippet';
import {harRequest} from '../har';

export const adapter: Adapter = request => language => {
  // A new one for each language: a conversion takes headers away from it.
  const [code] = new HTTPSnippet(harRequest(request)).convert(...httpsnippetClients[language]);
  return programOf(code);
};
