import {useMDXComponents} from '@mdx-js/react';
import type {Props} from '@theme/DocItem';
import {createElement, Fragment, type ReactNode} from 'react';

import type {Frame, FrameNode} from '../../pageFiles/generatedPage';
import type {HtmlPart} from '../ReferencePart/partsOf';

type Content = Props['content'];

/** A generated page without those parts of it that are HTML and stay so. */
export type PageData = Frame & Pick<Content, 'metadata' | 'frontMatter'>;

/** The element that receives a part of the page which is HTML. */
const PART = 'ReferencePart';

/** The attribute of the script in a served page that contains its data, for hydration. */
export const PAGE = 'data-page';

/** A generated page as Docusaurus knows pages: the component that MDX would make, and its metadata. */
export function createPage(data: PageData, parts: readonly HtmlPart[]): Content {
  const {metadata, frontMatter, toc, frame} = data;
  const reference = {name: metadata.permalink, parts};

  function GeneratedPage(): ReactNode {
    const components = useMDXComponents();
    const rendered = (node: FrameNode): ReactNode => {
      if (typeof node === 'string') {
        return node;
      }
      if ('html' in node) {
        return <span dangerouslySetInnerHTML={{__html: node.html}} />;
      }
      const [name, props, ...children] = node;
      return createElement(
        components[name] ?? name,
        name === PART ? {...props, of: reference} : props,
        ...children.map(rendered),
      );
    };
    // The browser has it before hydration and requests nothing from the site.
    const script = createElement('script', {
      type: 'application/json',
      [PAGE]: metadata.permalink,
      suppressHydrationWarning: true,
      dangerouslySetInnerHTML: {__html: JSON.stringify(data).replaceAll('<', String.raw`\u003c`)},
    });
    return createElement(Fragment, {}, ...frame.map(rendered), script);
  }

  return Object.assign(GeneratedPage, {metadata, frontMatter, toc, assets: {}, contentTitle: undefined});
}
