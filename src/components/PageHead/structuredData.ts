/** The schema.org type of a page. */
export type PageKind = 'WebSite' | 'TechArticle' | 'APIReference';

export interface PageFacts {
  readonly kind: PageKind;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Absolute URLs: of the page, its picture, its Markdown, and the home page. */
  readonly url: string;
  readonly picture: string;
  readonly markdown: string;
  readonly site: {readonly name: string; readonly url: string};
}

/** A page as schema.org describes it, as JSON-LD. */
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

/** JSON that cannot close the script element around it. */
export function scriptText(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
