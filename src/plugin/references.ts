import type {Root} from 'mdast';

import {plainHtml} from '../highlight/plainHtml';
import type {Api, Operation} from '../api/operation';
import type {Frame} from '../pageFiles/generatedPage';
import type {SampleLanguage} from '../snippets';
import {referenceFile, schemaFile} from './dataFiles';
import {settleLinks, type LinkPlaces} from './documentLinks';
import {frameAsData} from './generatedPages/frame';
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

/** What the document says of an operation, of what arrives or of a schema. */
export interface ReferenceFile {
  /** Where its parts are for a page that somebody wrote. */
  readonly file: string;
  /** The id of the operation, else the name of the schema. */
  readonly of: {readonly operation: string} | {readonly schema: string};
  /** What `pageInParts` takes out of its page, as HTML. */
  readonly parts: readonly PartHtml[];
  /** What is left of the page, for one that is generated. */
  readonly frame: () => Frame;
}

/** All that is said of the document's operations and schemas, each on a page. */
export function* referenceFiles(
  {operations, arrivals = [], linkBase}: Api,
  pages: ApiPages,
  context: HtmlContext & Pick<LinkPlaces, 'pictures'> & {readonly languages: readonly SampleLanguage[]},
): Generator<ReferenceFile> {
  const told = (page: Root, operation?: Operation): Pick<ReferenceFile, 'parts' | 'frame'> => {
    settleLinks(page, {base: linkBase, isPage: isSitePage, pictures: context.pictures});
    const highlight = firstColoured(context.highlight);
    const {frame, parts} = pageInParts(page);
    return {
      parts: parts.map(blocks => partToHtml(blocks, {...context, highlight})),
      frame: () => frameAsData(frame, operation, context),
    };
  };
  for (const operation of operations) {
    const {id} = operation;
    yield {file: referenceFile(id), of: {operation: id}, ...told(pages.operation(operation), operation)};
  }
  for (const arrival of arrivals) {
    const {id} = arrival.operation;
    yield {file: referenceFile(id), of: {operation: id}, ...told(arrivalToMdast(arrival, operations))};
  }
  for (const {name} of pages.schemas()) {
    const page = pages.schema(name);
    if (page) {
      yield {file: schemaFile(name), of: {schema: name}, ...told(page)};
    }
  }
}
