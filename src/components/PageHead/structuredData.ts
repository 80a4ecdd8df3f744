/** What kind of page schema.org may take it for. */
export type PageKind = 'WebSite' | 'TechArticle' | 'APIReference';

export interface PageFacts {
  readonly kind: PageKind;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Absolute addresses: of the page, its picture, its Markdown, and the start of the site. */
  readonly url: string;
  readonly picture: string;
  readonly markdown: string;
  readonly site: {readonly name: string; readonly url: string};
}

/** A page in the words of schema.org, as JSON-LD. */
export function structuredData(page: PageFacts): object {
  const {kind, title, description, language, url, picture, markdown, site} = page;
  const website = {'@type': 'WebSite', '@id': `${site.url}#site`, name: site.name, url: site.url};
  return {
    '@context': 'https://schema.org',
    ...(kind === 'WebSite'
      ? {...website, description}
      : {'@type': kind, headline: title, description, url, isPartOf: website}),
    inLanguage: language,
    image: picture,
    encoding: {'@type': 'MediaObject', encodingFormat: 'text/markdown', contentUrl: markdown},
  };
}

/** JSON that nothing in it can end the script element around it. */
export function scriptText(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
