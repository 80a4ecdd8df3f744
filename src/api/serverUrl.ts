import type {Server} from './operation';

/** The URL of a server with each variable at its default (OpenAPI 3.1 §4.8.5), without a slash at its end. */
export function serverUrl({url, variables}: Server): string {
  return url
    .replace(/\{([^{}]+)\}/g, (template, name: string) =>
      Object.hasOwn(variables, name) ? (variables[name]?.default ?? template) : template,
    )
    .replace(/\/+$/, '');
}
