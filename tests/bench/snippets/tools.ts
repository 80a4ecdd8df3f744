/** What the bench compares: a file of adapters/ and of generators/ each, and the exact versions of what they import. */
export interface Tool {
  readonly id: string;
  readonly label: string;
  readonly packages: Readonly<Record<string, string>>;
}

export const tools: readonly Tool[] = [
  {id: 'ours', label: 'ours', packages: {}},
  {
    id: 'oasToSnippet',
    label: '@readme/oas-to-snippet 29.3.8',
    packages: {'@readme/oas-to-snippet': '29.3.8', oas: '38.6.0'},
  },
  {
    id: 'readmeHttpsnippet',
    label: '@readme/httpsnippet 11.4.0',
    packages: {'@readme/httpsnippet': '11.4.0'},
  },
  {id: 'httpsnippet', label: 'httpsnippet 3.0.10', packages: {httpsnippet: '3.0.10'}},
  {id: 'snippetz', label: '@scalar/snippetz 0.10.2', packages: {'@scalar/snippetz': '0.10.2'}},
  {
    id: 'postman',
    label: 'postman-code-generators 2.1.1',
    packages: {'postman-code-generators': '2.1.1', 'postman-collection': '5.3.1'},
  },
];

/** The bundler, and what stands in for modules of Node that the peers import, as documentation sites do it. */
export const bundlerPackages: Readonly<Record<string, string>> = {
  esbuild: '0.28.2',
  events: '3.3.0',
  'path-browserify': '1.0.1',
  querystring: '0.2.1',
  'stream-browserify': '3.0.0',
  url: '0.11.4',
  util: '0.12.5',
};

/** What httpsnippet's Node.js samples import. */
export const samplePackages: Readonly<Record<string, string>> = {'form-data': '4.0.6', 'node-fetch': '2.7.0'};
