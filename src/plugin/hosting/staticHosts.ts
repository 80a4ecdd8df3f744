import {FOREVER, type HostedSite} from './site';

/** The file `_headers`, which Netlify, Cloudflare Pages and others read. They choose the media types and say that a browser is to ask anew. */
export function staticHostHeaders({baseUrl, homes, headers}: HostedSite): string {
  const rules = [
    {path: `${baseUrl}*`, headers},
    ...homes.map(home => ({path: `${home}assets/*`, headers: [['Cache-Control', FOREVER]] as const})),
  ];
  return rules
    .map(rule => [rule.path, ...rule.headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'))
    .join('\n');
}
