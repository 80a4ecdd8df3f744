import {filledTemplate} from './http/pathTemplate';
import type {Server, ServerVariable} from './operation';

/** Values of server variables, by name. */
export type VariableValues = Readonly<Record<string, string>>;

/**
 * The URL of a server with a value for each variable, else its default (OpenAPI 3.1 §4.8.5), without a slash at its end.
 */
export function serverUrl({url, variables}: Server, values: VariableValues = {}): string {
  return filledTemplate(url, (name, braced) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return variable ? variableValue(name, variable, values) : braced;
  }).replace(/\/+$/, '');
}

/**
 * The path of a server's URL with the defaults of its variables, such as `/v1`; empty where the URL has none, or where
 * its variables make no URL.
 */
export function serverPath(server: Server): string {
  const url = serverUrl(server);
  const base = 'http://server.invalid';
  return URL.canParse(url, base) ? new URL(url, base).pathname.replace(/\/+$/, '') : '';
}

/** The value of a variable: what was chosen, where the document allows it, else the default (OpenAPI 3.1 §4.8.6). */
export function variableValue(name: string, variable: ServerVariable, values: VariableValues): string {
  const chosen = Object.hasOwn(values, name) ? values[name] : undefined;
  const allowed = chosen !== undefined && (variable.enum?.includes(chosen) ?? true);
  return allowed ? chosen : variable.default;
}
