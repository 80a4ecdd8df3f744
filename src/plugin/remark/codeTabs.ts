import {basename, dirname, resolve} from 'node:path';
import type {Root} from 'mdast';
import type {VFile} from 'vfile';
import {visit} from 'unist-util-visit';

import {exampleNames} from '../../api/exampleNames';
import type {LoadedDocument} from '../../api/document/load';
import type {Api, Operation} from '../../api/operation';
import {checkCodeExamples, type CodeExample} from '../../request/examples/codeExamples';
import {chosenLanguages, type LanguageOptions} from '../languages';
import {readRecipe} from '../recipes';
import {readDocument, type DocumentOptions, type DocumentState} from '../document';
import {authoredExamples, codeExamples} from '../samples';
import type {SampleLanguage} from '../../snippets';
import {
  attribute,
  attributeExpression,
  isNamedJsx,
  jsonAttribute,
  stringAttribute,
  type JsxElement,
} from './jsx';
import {pageError, unknownOperation} from './pageError';
import {staticValue} from './staticValue';

const COMPONENT = 'ApiCodeTabs';
const props = ['examples', 'operation', 'example', 'recipe'];

/**
 * A remark plugin: checks what can be known of each `<ApiCodeTabs>` before it runs, and gives the samples of an operation
 * to those that name one, so that they are in the HTML and cost the reader no generator.
 */
export function fillCodeTabs(options: DocumentOptions & LanguageOptions) {
  const {tabs} = chosenLanguages(options);
  return async (tree: Root, file: VFile): Promise<void> => {
    const found: JsxElement[] = [];
    visit(tree, node => {
      if (isNamedJsx(node, COMPONENT)) {
        found.push(node);
      }
    });
    const state = found.length === 0 ? undefined : await readDocument(options);
    found.forEach(element => fill(element, state, file, tabs));
  };
}

function fill(
  element: JsxElement,
  state: DocumentState | undefined,
  file: VFile,
  languages: readonly SampleLanguage[],
): void {
  const api = state?.type === 'loaded' ? state.loaded.api : undefined;
  const isSpread = element.attributes.some(({type}) => type === 'mdxJsxExpressionAttribute');
  const problems = [
    ...unknownProps(element),
    ...examplesProblems(element, isSpread),
    ...operationProblems(element, state?.type === 'loaded' ? state.loaded : undefined),
    ...exampleProblems(element, api),
  ];
  if (problems.length > 0) {
    throw pageError(COMPONENT, file, element, problems);
  }
  const recipe = stringAttribute(element, 'recipe');
  if (recipe !== undefined) {
    element.attributes.push(
      jsonAttribute('examples', recipeExamples(element, recipe, file, languages)),
      jsonAttribute('title', basename(recipe).replaceAll('-', ' ')),
    );
  }
  const id = operationId(element);
  const operation = api?.operations.find(candidate => candidate.id === id);
  if (operation && !attribute(element, 'examples')) {
    const example = stringAttribute(element, 'example');
    element.attributes.push(
      jsonAttribute('examples', codeExamples(operation, languages, example)),
      jsonAttribute('title', titleOf(operation, example)),
    );
    // They are of the operation as such, and not of one of its examples.
    const authored = example === undefined ? authoredExamples(operation) : [];
    if (authored.length > 0) {
      element.attributes.push(jsonAttribute('authored', authored));
    }
  }
}

/** `List Users`, or with an example `List Users: two items a page`, as the document's summaries have it. */
function titleOf(operation: Operation, name: string | undefined): string {
  const examples = [...(operation.requestBody?.content ?? []), ...operation.parameters].flatMap(
    part => part.examples,
  );
  const summary = examples.find(example => example.name === name)?.summary ?? name;
  return name === undefined || summary === undefined ? operation.summary : `${operation.summary}: ${summary}`;
}

function recipeExamples(
  element: JsxElement,
  recipe: string,
  file: VFile,
  languages: readonly SampleLanguage[],
): readonly CodeExample[] {
  try {
    return readRecipe(resolve(dirname(file.path), recipe), languages);
  } catch (error) {
    throw pageError(COMPONENT, file, element, [error instanceof Error ? error.message : String(error)]);
  }
}

function unknownProps(element: JsxElement): string[] {
  return element.attributes.flatMap(candidate =>
    candidate.type === 'mdxJsxAttribute' && !props.includes(candidate.name)
      ? [
          `\`${candidate.name}\` is no prop of it; it takes \`examples\`, \`operation\` and \`example\`, or \`recipe\`.`,
        ]
      : [],
  );
}

function examplesProblems(element: JsxElement, isSpread: boolean): string[] {
  const examples = attribute(element, 'examples');
  if (!examples) {
    return attribute(element, 'operation') || attribute(element, 'recipe') || isSpread
      ? []
      : [
          'It needs `examples`, a list of {language, label, code}, or `operation`, an operationId, or `recipe`, a folder.',
        ];
  }
  if (typeof examples.value === 'string' || examples.value == null) {
    return checkCodeExamples(examples.value ?? true);
  }
  const known = staticValue(attributeExpression(examples.value));
  return known ? checkCodeExamples(known.value) : [];
}

function operationProblems(element: JsxElement, loaded: LoadedDocument | undefined): string[] {
  const written = attribute(element, 'operation');
  const id = operationId(element);
  if (!written || !loaded) {
    return [];
  }
  if (id === undefined) {
    return ['`operation` must be a text that stands in the page, such as operation="createUser".'];
  }
  return loaded.api.operations.some(operation => operation.id === id) ? [] : [unknownOperation(id, loaded)];
}

/** A named example is one of the document's, of the operation that is named beside it. */
function exampleProblems(element: JsxElement, api: Api | undefined): string[] {
  if (!attribute(element, 'example') || !api) {
    return [];
  }
  const name = stringAttribute(element, 'example');
  const id = operationId(element);
  const operation = api.operations.find(candidate => candidate.id === id);
  if (name === undefined || !operation) {
    return ['`example` names an example of the `operation` beside it, such as operation="a" example="b".'];
  }
  const names = exampleNames(operation);
  const known = names.length === 0 ? 'It has none.' : `It has ${names.map(one => `"${one}"`).join(', ')}.`;
  return names.includes(name)
    ? []
    : [`\`example\` is "${name}", which ${operation.id} does not have. ${known}`];
}

function operationId(element: JsxElement): string | undefined {
  const value = attribute(element, 'operation')?.value;
  const known = typeof value === 'string' ? {value} : staticValue(attributeExpression(value));
  return typeof known?.value === 'string' ? known.value : undefined;
}
