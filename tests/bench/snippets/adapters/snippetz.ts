import type {Adapter, Compared} from '../adapter';
import {goNative, nodeFetch, pythonRequests, shellCurl} from '../generators/snippetz';
import {harRequest} from '../har';

const plugins: {readonly [language in Compared]: typeof shellCurl} = {
  curl: shellCurl,
  node: nodeFetch,
  python: pythonRequests,
  go: goNative,
};

export const adapter: Adapter = request => {
  const har = harRequest(request);
  return language => {
    const code = plugins[language].generate(har);
    // Its Python sample is a call without the import, which anybody would add.
    return language === 'python' ? `import requests\n\n${code}` : code;
  };
};
