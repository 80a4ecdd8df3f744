/** The media types of the files of a site, by the end of their names: what web servers know of these differs. */
export const mediaTypes: Readonly<Record<string, string>> = {
  atom: 'application/atom+xml',
  css: 'text/css',
  html: 'text/html',
  ico: 'image/x-icon',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  png: 'image/png',
  rss: 'application/rss+xml',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  wasm: 'application/wasm',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'application/xml',
  yaml: 'application/yaml',
};

/** Those that are text: they are sent compressed. */
export const textTypes: readonly string[] = Object.values(mediaTypes).filter(type =>
  /^text\/|[/+](?:json|xml|yaml)$/.test(type),
);

/** Those whose character encoding a browser asks the header for. */
export const encodedTypes: readonly string[] = textTypes.filter(type => type.startsWith('text/'));
