import type {Operation, Server, ServerVariable} from '../api/operation';
import {serverPath, serverUrl, variableValue, type VariableValues} from '../api/serverUrl';
import {messages} from '../words';

const say = messages('servers', {
  pageMock: 'Mock (this tab)',
  localMock: 'Local mock',
  custom: 'Custom URL',
  empty: 'Type the base URL of your server, such as https://staging.example.com/v1.',
  scheme: 'Start the URL with https:// or http://, such as https://{url}.',
  otherScheme: 'A browser cannot send requests to {scheme}: URLs. Use https:// or http://.',
  notUrl: 'This is not a URL. Check the host name and the port, as in https://staging.example.com:8443/v1.',
  userInfo:
    'Remove the user name and password from the URL, which would expose them. Enter them as credentials.',
  query: 'End the base URL before any ? or #. The path of the operation is added to it.',
});

export interface ServerChoice {
  /**
   * Stable across pages, so that the choice can be remembered: `page-mock`, `local-mock`, `custom` or the server's URL.
   */
  readonly id: string;
  readonly kind: ServerKind;
  readonly label: string;
  readonly description?: string;
  /** Absolute and without a trailing slash; empty for a custom server that is not typed yet. */
  readonly baseUrl: string;
  /** The variables of the URL, in the document's order. */
  readonly variables?: readonly FilledVariable[];
}
export interface FilledVariable extends ServerVariable {
  readonly name: string;
  readonly value: string;
}
export type ServerKind = 'page-mock' | 'local-mock' | 'document' | 'custom';

export interface ServerOptions {
  /** The URL typed for the custom server. */
  readonly customUrl?: string;
  /** The origin of the local mock, such as `http://localhost:4010`; the path is that of the document's server. */
  readonly localMockUrl?: string;
  /** The values chosen for the variables of the document's servers, by the URL template of the server. */
  readonly variables?: {readonly [url: string]: VariableValues};
}

/** The mock in the tab has a name that no network resolves (RFC 6761), so nothing meant for it can leave the page. */
const PAGE_MOCK_ORIGIN = 'https://mock.invalid';
const LOCAL_MOCK_ORIGIN = 'http://localhost:4010';

/** The servers a reader can pick, the mock in the tab first. */
export function serverChoices(
  operation: Operation,
  {customUrl = '', localMockUrl = LOCAL_MOCK_ORIGIN, variables = {}}: ServerOptions = {},
): readonly [ServerChoice, ...ServerChoice[]] {
  const [first] = operation.servers;
  const path = first ? serverPath(first) : '';
  return [
    {id: 'page-mock', kind: 'page-mock', label: say('pageMock'), baseUrl: PAGE_MOCK_ORIGIN + path},
    {
      id: 'local-mock',
      kind: 'local-mock',
      label: say('localMock'),
      baseUrl: withoutSlash(localMockUrl) + path,
    },
    ...operation.servers.map(server =>
      documentChoice(server, Object.hasOwn(variables, server.url) ? variables[server.url] : undefined),
    ),
    {id: 'custom', kind: 'custom', label: say('custom'), baseUrl: withoutSlash(customUrl.trim())},
  ];
}

/**
 * The base URL in samples. No terminal can reach the mock in the tab, so samples then name the document's own server;
 * they name every other choice as it is.
 */
export function sampleBaseUrl(choice: ServerChoice, operation: Operation): string {
  return choice.kind === 'page-mock' ? documentBaseUrl(operation) : choice.baseUrl;
}

/** What is wrong with the URL of a choice: a typed one, or one whose variables do not make a URL. */
export function serverProblem(choice: ServerChoice): string | undefined {
  switch (choice.kind) {
    case 'custom':
      return checkBaseUrl(choice.baseUrl);
    case 'document':
      return choice.variables ? checkBaseUrl(choice.baseUrl) : undefined;
    case 'page-mock':
    case 'local-mock':
      return undefined;
  }
}

/** Whether the choice is a mock, which accepts the document's mock credentials. */
export function isMock(choice: ServerChoice): boolean {
  return choice.kind === 'page-mock' || choice.kind === 'local-mock';
}

/** What is wrong with a typed base URL, in plain words; undefined if it can be used. */
export function checkBaseUrl(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '') {
    return say('empty');
  }
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(typed)) {
    return say('scheme', {url: typed.replace(/^\/+/, '')});
  }
  if (!/^https?:/i.test(typed)) {
    return say('otherScheme', {scheme: typed.slice(0, typed.indexOf(':'))});
  }
  if (!URL.canParse(typed)) {
    return say('notUrl');
  }
  const {username, password, search, hash} = new URL(typed);
  if (username !== '' || password !== '') {
    return say('userInfo');
  }
  if (search !== '' || hash !== '' || /[?#]/.test(typed)) {
    return say('query');
  }
  return undefined;
}

function documentBaseUrl({servers}: Operation): string {
  const [first] = servers;
  return first ? serverUrl(first) : '';
}

function documentChoice(server: Server, values: VariableValues = {}): ServerChoice {
  const baseUrl = serverUrl(server, values);
  const variables = Object.entries(server.variables).map(([name, variable]) => ({
    ...variable,
    name,
    value: variableValue(name, variable, values),
  }));
  return {
    id: server.url,
    kind: 'document',
    label: server.description ? `${server.description} (${hostOf(baseUrl)})` : baseUrl,
    ...(server.description === undefined ? {} : {description: server.description}),
    baseUrl,
    ...(variables.length > 0 ? {variables} : {}),
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
