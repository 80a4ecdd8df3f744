import type {Parent, Root} from 'mdast';
import type {VFile} from 'vfile';
import {SKIP, visit} from 'unist-util-visit';

import type {LoadedDocument} from '../../api/document/load';
import type {Operation} from '../../api/operation';
import {referenceFile, schemaFile} from '../dataFiles';
import {readDocument} from '../document';
import {settleLinks, type LinkPlaces} from '../documentLinks';
import {arrivalToMdast} from '../operationPage/arrival';
import {PART_ELEMENT, pageInParts} from '../operationPage/parts';
import {pagesOf, schemasAddress} from '../schemaPages';
import {isSitePage} from '../sitePages';
import type {IndexOptions} from './expandIndexes';
import {defaultImport, identifierAttribute, isNamedJsx, stringAttribute, type JsxElement} from './jsx';
import {documentIsBroken, pageError, unknownOperation} from './pageError';

const COMPONENT = 'ApiOperation';
const OF_SCHEMA = 'ApiSchema';

/**
 * A remark plugin: puts what the document says of an operation where a page says `<ApiOperation operation="ID" />`, and of
 * a schema where a generated page says `<ApiSchema schema="NAME" />`. Its
 * headings and what wakes in the browser go into the page; all else comes from a module with its HTML, which the plugin of
 * the document makes.
 */
export function expandOperations(options: IndexOptions) {
  return async (tree: Root, file: VFile): Promise<void> => {
    if (![COMPONENT, OF_SCHEMA].some(name => String(file).includes(`<${name}`))) {
      return;
    }
    const state = await readDocument(options);
    const imports: Root['children'] = [];
    const shown = (node: JsxElement, loaded: LoadedDocument): Root['children'] => {
      const {api} = loaded;
      const pages = pagesOf(api, schemasAddress(options));
      const framed = (page: Root, reference: string): Root['children'] => {
        const name = `reference${imports.length}`;
        imports.push(defaultImport(name, `@generated/openapi/default/${reference}`));
        return frameOf(page, {...options, base: api.linkBase}, name);
      };
      if (isNamedJsx(node, COMPONENT)) {
        const operation = namedOperation(node, loaded, file);
        const arrival = api.arrivals?.find(candidate => candidate.operation === operation);
        return framed(
          arrival ? arrivalToMdast(arrival, api.operations) : pages.operation(operation),
          referenceFile(operation.id),
        );
      }
      const name = stringAttribute(node, 'schema') ?? '';
      const page = pages.schema(name);
      if (!page) {
        throw pageError(OF_SCHEMA, file, node, [
          `\`schema\` is "${name}", which has no page. Remove this one: those that are needed are made at each start.`,
        ]);
      }
      return framed(page, schemaFile(name));
    };
    visit(tree, (node, index, parent) => {
      if (!(isNamedJsx(node, COMPONENT) || isNamedJsx(node, OF_SCHEMA)) || index === undefined || !parent) {
        return undefined;
      }
      const blocks = state.type === 'loaded' ? shown(node, state.loaded) : [documentIsBroken];
      const siblings: Parent['children'] = parent.children;
      siblings.splice(index, 1, ...blocks);
      return [SKIP, index + blocks.length];
    });
    tree.children.push(...imports);
  };
}

function namedOperation(node: JsxElement, loaded: LoadedDocument, file: VFile): Operation {
  const {api} = loaded;
  const others = node.attributes.flatMap(attribute =>
    attribute.type === 'mdxJsxAttribute' && attribute.name === 'operation' ? [] : [nameOf(attribute)],
  );
  if (others.length > 0) {
    throw pageError(COMPONENT, file, node, [
      `It takes \`operation\` alone, and was given ${others.join(', ')}.`,
    ]);
  }
  if (node.type !== 'mdxJsxFlowElement') {
    throw pageError(COMPONENT, file, node, ['Put it on a line of its own, with blank lines around it.']);
  }
  const id = stringAttribute(node, 'operation');
  if (id === undefined) {
    throw pageError(COMPONENT, file, node, [
      '`operation` is missing: write operation="createUser" with your id.',
    ]);
  }
  const operation = [...api.operations, ...(api.arrivals ?? []).map(arrival => arrival.operation)].find(
    candidate => candidate.id === id,
  );
  if (!operation) {
    throw pageError(COMPONENT, file, node, [unknownOperation(id, loaded)]);
  }
  return operation;
}

function frameOf(
  tree: Root,
  places: Pick<LinkPlaces, 'base' | 'pictures'>,
  reference: string,
): Root['children'] {
  settleLinks(tree, {...places, isPage: isSitePage});
  const frame: Root = {type: 'root', children: [...pageInParts(tree).frame]};
  visit(frame, node => {
    if (isNamedJsx(node, PART_ELEMENT)) {
      node.attributes.push(identifierAttribute('of', reference));
    }
  });
  return frame.children;
}

function nameOf(attribute: JsxElement['attributes'][number]): string {
  return attribute.type === 'mdxJsxAttribute' ? `\`${attribute.name}\`` : 'a spread';
}
