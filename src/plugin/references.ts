import type {Api} from '../api/operation';
import {settleLinks, type LinkPlaces} from './documentLinks';
import {operationToMdast} from './operationPage';
import {partToHtml, type HtmlContext, type PartHtml} from './operationPage/html';
import {pageInParts} from './operationPage/parts';
import {referenceFile} from './catalog';
import {isSitePage} from './sitePages';

/** A file for each operation with what its page says: the parts that `pageInParts` takes out of it, as HTML. */
export function* referenceFiles(
  {operations, linkBase}: Api,
  context: HtmlContext & Pick<LinkPlaces, 'pictures'>,
): Generator<{readonly file: string; readonly parts: readonly PartHtml[]}> {
  for (const operation of operations) {
    const page = operationToMdast(operation);
    settleLinks(page, {base: linkBase, isPage: isSitePage, pictures: context.pictures});
    const parts = pageInParts(page).parts.map(blocks => partToHtml(blocks, context));
    yield {file: referenceFile(operation.id), parts};
  }
}
