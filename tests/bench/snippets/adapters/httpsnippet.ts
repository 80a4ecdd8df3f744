import {httpsnippetClients, programOf, type Adapter} from '../adapter';
import {HTTPSnippet} from '../generators/httpsnippet';
import {harRequest} from '../har';

/** Its Node.js sample calls `require` and awaits outside functions, so no module system takes it; an ES module with this does. */
const REQUIRE =
  'import {createRequire} from "node:module";\nconst require = createRequire(import.meta.url);\n';

export const adapter: Adapter = request => language => {
  // A new one for each language: a conversion takes headers away from it.
  const code = programOf(new HTTPSnippet(harRequest(request)).convert(...httpsnippetClients[language]));
  return language === 'node' ? REQUIRE + code : code;
};
