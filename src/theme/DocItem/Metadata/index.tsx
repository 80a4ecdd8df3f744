import {useDoc} from '@docusaurus/plugin-content-docs/client';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import DocItemMetadata from '@theme-original/DocItem/Metadata';
import type {ReactNode} from 'react';

import PageHead from '@site/src/components/PageHead';
import {pictureAddress} from '@site/src/pageFiles/addresses';

/** The head of a page of the docs, and what it says to programs. */
export default function Metadata(): ReactNode {
  const {metadata, frontMatter} = useDoc();
  const {siteConfig} = useDocusaurusContext();
  return (
    <>
      <DocItemMetadata />
      <PageHead
        kind={'operation' in frontMatter ? 'APIReference' : 'TechArticle'}
        title={metadata.title}
        description={metadata.description}
        permalink={metadata.permalink}
        picture={pictureAddress(metadata.permalink, siteConfig.baseUrl)}
      />
    </>
  );
}
