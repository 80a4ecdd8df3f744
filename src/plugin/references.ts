import type {Root} from 'mdast';

import {plainHtml} from '../highlight/plainHtml';
import type {Api} from '../api/operation';
import {referenceFile, schemaFile} from './dataFiles';
import {settleLinks, type LinkPlaces} from './documentLinks';
import {arrivalToMdast} from './operationPage/arrival';
import {partToHtml, type HtmlContext, type PartHtml} from './operationPage/html';
import {pageInParts} from './operationPage/parts';
import type {ApiPages} from './schemaPages';
import {isSitePage} from './sitePages';

/** Each word of coloured code is an element: of more characters than these, a page would have thousands. */
const MOST_COLOURED = 2_500;

/** Colours the blocks of code that come first on a page. */
function firstColoured(highlight: HtmlContext['highlight']): HtmlContext['highlight'] {
  let left = MOST_COLOURED;
  return (code, language) => {
    if (code.length > left) {
      return plainHtml(code);
    }
    left -= code.length;
    return highlight(code, language);
  };
}

/** A file for each operation, for what arrives and for each schema, with what its page says: the parts that `pageInParts` takes out of it, as HTML. */
export function* referenceFiles(
  {operations, arrivals = [], linkBase}: Api,
  pages: ApiPages,
  context: HtmlContext & Pick<LinkPlaces, 'pictures'>,
): Generator<{readonly file: string; readonly parts: readonly PartHtml[]}> {
  const partsOf = (page: Root): readonly PartHtml[] => {
    settleLinks(page, {base: linkBase, isPage: isSitePage, pictures: context.pictures});
    const highlight = firstColoured(context.highlight);
    return pageInParts(page).parts.map(blocks => partToHtml(blocks, {...context, highlight}));
  };
  for (const operation of operations) {
    yield {file: referenceFile(operation.id), parts: partsOf(pages.operation(operation))};
  }
  for (const arrival of arrivals) {
    yield {file: referenceFile(arrival.operation.id), parts: partsOf(arrivalToMdast(arrival, operations))};
  }
  for (const {name} of pages.schemas()) {
    const page = pages.schema(name);
    if (page) {
      yield {file: schemaFile(name), parts: partsOf(page)};
    }
  }
}
