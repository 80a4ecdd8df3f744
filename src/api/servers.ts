import {fromMembers, items, member, members, text, compact} from './json';
import type {Server, ServerVariable} from './operation';

/**
 * The servers of the nearest level that has some: operation, path item or document. None at all means `/`
 * (OpenAPI 3.1 §4.8.1). Relative URLs start from the document's own `base` URL.
 */
export function readServers(levels: readonly unknown[], base: string): Server[] {
  const nearest = levels.map(items).find(servers => servers.length > 0) ?? [{url: '/'}];
  return nearest.map(server =>
    compact({
      url: absolute(text(member(server, 'url')) ?? '/', base),
      description: text(member(server, 'description')),
      variables: fromMembers(
        members(member(server, 'variables')).map(([name, variable]) => [name, readVariable(variable)]),
      ),
    }),
  );
}

function readVariable(variable: unknown): ServerVariable {
  const allowed = items(member(variable, 'enum')).map(String);
  return compact({
    default: String(member(variable, 'default') ?? ''),
    enum: allowed.length > 0 ? allowed : undefined,
    description: text(member(variable, 'description')),
  });
}

/** Resolves a URL that may hold `{variables}`, which URL parsing would encode, and cuts the slash at its end. */
function absolute(url: string, base: string): string {
  const whole = /^([a-z][a-z\d+.-]*|\{[^}]+\}):\/\//i.test(url) || url.startsWith('{');
  const resolved = whole || !URL.canParse(url, base) ? url : plainBraces(new URL(url, base).href);
  return resolved.replace(/\/+$/, '');
}

function plainBraces(url: string): string {
  return url.replaceAll('%7B', '{').replaceAll('%7D', '}');
}
