import type {Root} from 'mdast';
import type {VFile} from 'vfile';
import {visit} from 'unist-util-visit';

import type {Api} from '../../api/operation';
import {checkCodeExamples} from '../../request/codeExamples';
import {readDocument, type DocumentOptions, type DocumentState} from '../document';
import {codeExamples} from '../samples';
import {attribute, attributeExpression, isNamedJsx, jsonAttribute, type JsxElement} from './jsx';
import {pageError, unknownOperation} from './pageError';
import {staticValue} from './staticValue';

const COMPONENT = 'ApiCodeTabs';
const props = ['examples', 'operation'];

/**
 * A remark plugin: checks what can be known of each `<ApiCodeTabs>` before it runs, and gives the samples of an operation
 * to those that name one, so that they are in the HTML and cost the reader no generator.
 */
export function fillCodeTabs(options: DocumentOptions) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const found: JsxElement[] = [];
    visit(tree, node => {
      if (isNamedJsx(node, COMPONENT)) {
        found.push(node);
      }
    });
    const state = found.length === 0 ? undefined : await readDocument(options);
    found.forEach(element => fill(element, state, file));
  };
}

function fill(element: JsxElement, state: DocumentState | undefined, file: VFile): void {
  const api = state?.type === 'loaded' ? state.loaded.api : undefined;
  const isSpread = element.attributes.some(({type}) => type === 'mdxJsxExpressionAttribute');
  const problems = [
    ...unknownProps(element),
    ...examplesProblems(element, isSpread),
    ...operationProblems(element, api),
  ];
  if (problems.length > 0) {
    throw pageError(COMPONENT, file, element, problems);
  }
  const id = operationId(element);
  const operation = api?.operations.find(candidate => candidate.id === id);
  if (operation && !attribute(element, 'examples')) {
    element.attributes.push(jsonAttribute('examples', codeExamples(operation)));
  }
}

function unknownProps(element: JsxElement): string[] {
  return element.attributes.flatMap(candidate =>
    candidate.type === 'mdxJsxAttribute' && !props.includes(candidate.name)
      ? [`\`${candidate.name}\` is no prop of it; it takes \`examples\` or \`operation\`.`]
      : [],
  );
}

function examplesProblems(element: JsxElement, isSpread: boolean): string[] {
  const examples = attribute(element, 'examples');
  if (!examples) {
    return attribute(element, 'operation') || isSpread
      ? []
      : ['It needs `examples`, a list of {language, label, code}, or `operation`, an operationId.'];
  }
  if (typeof examples.value === 'string' || examples.value == null) {
    return checkCodeExamples(examples.value ?? true);
  }
  const known = staticValue(attributeExpression(examples.value));
  return known ? checkCodeExamples(known.value) : [];
}

function operationProblems(element: JsxElement, api: Api | undefined): string[] {
  const written = attribute(element, 'operation');
  const id = operationId(element);
  if (!written || !api) {
    return [];
  }
  if (id === undefined) {
    return ['`operation` must be a text that stands in the page, such as operation="createUser".'];
  }
  const ids = api.operations.map(operation => operation.id);
  return ids.includes(id) ? [] : [unknownOperation(id, ids)];
}

function operationId(element: JsxElement): string | undefined {
  const value = attribute(element, 'operation')?.value;
  const known = typeof value === 'string' ? {value} : staticValue(attributeExpression(value));
  return typeof known?.value === 'string' ? known.value : undefined;
}
