import {items, member, text, type JsonObject} from './json';
import {serverUrl} from './serverUrl';
import {readServers} from './servers';

/**
 * What relative links in descriptions start from: the address of the document's `externalDocs`, else of its first server
 * that has a whole one. The specification leaves it to whoever shows them (OpenAPI 3.1 §4.6), and this is where an author's
 * own pages mostly are.
 */
export function linkBase(document: JsonObject): string | undefined {
  const documentation = text(member(document['externalDocs'], 'url'));
  const server = items(document['servers']).find(one => isWhole(text(member(one, 'url'))));
  const [address] = server === undefined ? [] : readServers([[server]], 'http://localhost/').map(withSlash);
  return [documentation, address].find(isWhole);
}

function withSlash(server: Parameters<typeof serverUrl>[0]): string {
  return `${serverUrl(server)}/`;
}

function isWhole(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url);
}
