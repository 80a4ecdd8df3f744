import Head from '@docusaurus/Head';
import {PageMetadata} from '@docusaurus/theme-common';
import {translate} from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type {ReactNode} from 'react';

import {pictureSize, twinAddress} from '../../pageFiles/addresses';
import {scriptText, structuredData, type PageKind} from './structuredData';

export interface PageHeadProps {
  readonly kind: PageKind;
  readonly title: string;
  readonly description: string;
  /** URL paths, with the base URL of the site. */
  readonly permalink: string;
  readonly picture: string;
}

/** The metadata of a page: the addresses of its Markdown and its picture, and structured data. */
export default function PageHead({kind, title, description, permalink, picture}: PageHeadProps): ReactNode {
  const {siteConfig, i18n} = useDocusaurusContext();
  const absolute = (path: string): string => siteConfig.url + path;
  const markdown = absolute(twinAddress(permalink, siteConfig.baseUrl));
  const data = structuredData({
    kind,
    title,
    description,
    language: i18n.localeConfigs[i18n.currentLocale]?.htmlLang ?? i18n.currentLocale,
    url: absolute(permalink),
    picture: absolute(picture),
    markdown,
    site: {name: siteConfig.title, url: absolute(siteConfig.baseUrl)},
  });
  const alternative = translate(
    {id: 'pageHead.picture', message: '{title}, in {site}', description: 'Alternative text of a picture'},
    {title, site: siteConfig.title},
  );
  return (
    <>
      <PageMetadata image={picture} />
      <Head>
        <link rel="alternate" type="text/markdown" href={markdown} />
        <meta property="og:type" content={kind === 'WebSite' ? 'website' : 'article'} />
        <meta property="og:site_name" content={siteConfig.title} />
        <meta property="og:image:width" content={`${pictureSize.width}`} />
        <meta property="og:image:height" content={`${pictureSize.height}`} />
        <meta property="og:image:alt" content={alternative} />
        <meta name="twitter:image:alt" content={alternative} />
        <script type="application/ld+json">{scriptText(data)}</script>
      </Head>
    </>
  );
}
