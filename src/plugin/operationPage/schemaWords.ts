import type {ListItem, Paragraph, PhrasingContent} from 'mdast';

import type {Operation, Schema, SchemaObject} from '../../api/operation';
import {readExternalDocs} from '../../api/externalDocs';
import type {Direction} from '../../api/schema/direction';
import type {Fields} from '../../api/schema/fields';
import {isFile} from '../../api/schema/mergedSchema';
import {namedValues, type NamedValue} from '../../api/schema/namedValues';
import {conditionsOf} from '../../api/schema/conditionsInWords';
import {capitalised, CODE, rulesOf, textOfValue, type Rule} from '../../api/schema/rulesInWords';
import {schemaView, type SchemaView} from '../../api/schema/schemaView';
import {typeName} from '../../api/schema/typeName';
import {messages} from '../../words';
import {blocks, line, moreAt, spaced} from './markdown';
import {code, paragraph, strong, withCodes, type Block} from './tree';

const say = messages('schema', {
  deprecated: 'Deprecated.',
  default: 'Default: {code}.',
  always: 'Always {code}.',
  oneOf: 'One of {values}.',
  noValue: 'No value is valid: what its parts allow has nothing in common.',
  moreValues:
    'And {count} more value, which is in the OpenAPI document.|And {count} more values, which are in the OpenAPI document.',
  oneOfThese: 'One of these:',
  exactlyOne: 'Exactly one of these is required: {names}.',
  atLeastOne: 'At least one of these is required: {names}.',
  again: 'Same fields as {code}.',
  eachItem: 'Each item: ',
  eachFurtherItem: 'Each further item: ',
  eachValue: 'Each value: ',
});

type Schemas = Pick<Operation, 'schemas'>;

/** More values than these are counted: a form offers all of them, and nobody reads them. */
const MOST_VALUES = 100;

export interface WordOptions {
  readonly direction: Direction;
  /** In place of the schema's own description. */
  readonly description?: string | undefined;
  readonly deprecated?: boolean;
  /** Whether bytes are files, as in a form: their type says so. */
  readonly files?: boolean;
  /** Sentences that come after the rules. */
  readonly sentences?: readonly (readonly PhrasingContent[])[];
  /** The branches that the value is of already, which one that recurs offers again. */
  readonly chain?: readonly Schema[];
}

const noFields: Fields = {fields: [], choices: []};

/** What a value means and which values are allowed: of all that its fields do not tell. */
export function schemaWords(
  operation: Schemas,
  view: SchemaView,
  inside: Fields,
  {
    direction,
    description = view.schema.description,
    deprecated = false,
    files = false,
    sentences = [],
    chain = [],
  }: WordOptions,
): Block[] {
  const {schema} = view;
  const values = namedValues(operation, schema);
  const meant = values?.some(value => value.description !== undefined) ? values : undefined;
  const rules = [
    ...(values && !meant ? [valuesSentence(values)] : []),
    ...allRules(operation, schema)
      .filter(rule => !(files && rule.isFormat && isFile(schema)))
      .map(ruleSentence),
    ...membersSentence(view),
    ...contentSentences(operation, view, files),
    ...(schema.default === undefined || direction === 'response'
      ? []
      : [withCodes(say('default'), [textOfValue(schema.default)])]),
    ...sentences,
    moreAt(readExternalDocs(schema['externalDocs'])),
    ...(inside.again === undefined ? [] : [withCodes(say('again'), [inside.again])]),
  ];
  return [
    ...withMeaning(description, deprecated || schema.deprecated === true, rules),
    ...(meant ? valueList(meant) : []),
    ...(values ? [] : branchList(operation, view, inside, {direction, files, chain})),
    // Beside another choice.
    ...(schema.anyOf
      ? schemaWords(
          operation,
          schemaView(operation, {anyOf: schema.anyOf}),
          {...noFields, choices: inside.choices},
          {direction, files, chain},
        )
      : []),
  ];
}

/** The description, and the rules: in one line where the description is one. */
function withMeaning(
  description: string | undefined,
  deprecated: boolean,
  rules: readonly (readonly PhrasingContent[])[],
): Block[] {
  const told = description === undefined ? [] : blocks(description);
  const [first] = told;
  const standing = deprecated ? [strong(say('deprecated'))] : [];
  if (told.length > 1 || (first && first.type !== 'paragraph')) {
    const after = spaced(rules);
    return [
      ...(standing.length > 0 ? [paragraph(spaced(standing))] : []),
      ...told,
      ...(after.length > 0 ? [paragraph(after)] : []),
    ];
  }
  const meaning = line(description);
  const said = rules.filter(rule => rule.length > 0);
  const sentences = spaced([...standing, said.length > 0 ? ended(meaning) : meaning, ...said]);
  return sentences.length > 0 ? [paragraph(sentences)] : [];
}

/** With a full stop, so that another sentence can follow. */
function ended(sentence: readonly PhrasingContent[]): PhrasingContent[] {
  const last = sentence.at(-1);
  const isEnded = last === undefined || /[.!?:]\s*$/.test(endOf(last));
  return isEnded ? [...sentence] : [...sentence, words('.')];
}

/** The last text in it. */
function endOf(node: PhrasingContent): string {
  const last = 'children' in node ? node.children.at(-1) : undefined;
  return node.type === 'text' ? node.value : last ? endOf(last) : '';
}

function allRules(operation: Schemas, schema: SchemaObject): readonly Rule[] {
  return [...rulesOf(schema), ...conditionsOf(operation, schema)];
}

function ruleSentence({text, codes}: Rule): PhrasingContent[] {
  return withCodes(`${text.startsWith(CODE) ? text : capitalised(text)}.`, codes);
}

function valuesSentence(values: readonly NamedValue[]): PhrasingContent[] {
  const [only] = values;
  if (values.length === 1 && only && only.name === undefined) {
    return withCodes(say('always'), [textOfValue(only.value)]);
  }
  if (values.length === 0) {
    return [words(say('noValue'))];
  }
  const listed = values
    .slice(0, MOST_VALUES)
    .flatMap((value, index) => [
      ...(index === 0 ? [] : [words(', ')]),
      ...code(textOfValue(value.value)),
      ...(value.name === undefined ? [] : [words(` (${value.name})`)]),
    ]);
  const [before = '', after = ''] = say('oneOf').split('{values}');
  return [words(before), ...listed, words(after), ...moreValues(values)];
}

/** A sentence about the values for which there is no room. */
function moreValues({length}: readonly NamedValue[]): PhrasingContent[] {
  return length > MOST_VALUES ? [words(` ${say.plural('moreValues', length - MOST_VALUES)}`)] : [];
}

function valueList(values: readonly NamedValue[]): Block[] {
  const rest = moreValues(values);
  const shown = values
    .slice(0, MOST_VALUES)
    .map(({value, name, description}) =>
      paragraph(
        spaced([code(textOfValue(value)), name === undefined ? [] : ended([words(name)]), line(description)]),
      ),
    );
  return [list(shown), ...(rest.length > 0 ? [paragraph(rest)] : [])];
}

function membersSentence({oneOfThese}: SchemaView): PhrasingContent[][] {
  if (!oneOfThese) {
    return [];
  }
  const {exactly, sets} = oneOfThese;
  const names = sets.map(set => set.map(() => CODE).join(' + ')).join(', ');
  return [withCodes(say(exactly ? 'exactlyOne' : 'atLeastOne', {names}), sets.flat())];
}

/** What each item of a list, or each value of a map, must be; those with fields have rows of their own. */
function contentSentences(operation: Schemas, {schema}: SchemaView, files = false): PhrasingContent[][] {
  return [
    ...(schema.prefixItems
      ? ofAnyType(operation, say('eachFurtherItem'), schema.items)
      : files && isFileList(operation, schema)
        ? []
        : eachMust(operation, say('eachItem'), schema.items)),
    ...ofAnyType(operation, say('eachValue'), schema.additionalProperties),
  ];
}

function isFileList(operation: Schemas, {items = true}: SchemaObject): boolean {
  return isFile(schemaView(operation, items).schema);
}

/** Of the values of a map, and of what follows in a list, at least the type is told, as it is in no type name. */
function ofAnyType(operation: Schemas, opening: string, schema: Schema | undefined): PhrasingContent[][] {
  const told = eachMust(operation, opening, schema);
  const type = typeof schema === 'object' ? typeName(operation, schema) : '';
  const isPlain = /^(?:array of \(?)*(?:string|number|integer|boolean)\b/.test(type);
  return told.length > 0 || !isPlain ? told : [[words(`${opening}${type}.`)]];
}

function eachMust(operation: Schemas, opening: string, schema: Schema | undefined): PhrasingContent[][] {
  if (schema === undefined || typeof schema === 'boolean') {
    return [];
  }
  const view = schemaView(operation, schema);
  if (view.schema.properties !== undefined) {
    return [];
  }
  const values = namedValues(operation, view.schema);
  const meaning = line(view.schema.description);
  const [first, ...rest] = spaced([
    ...(values ? [valuesSentence(values)] : []),
    ...allRules(operation, view.schema).map(ruleSentence),
    ...contentSentences(operation, view),
  ]);
  const said = meaning.length > 0 ? spaced([ended(meaning), first ? [first, ...rest] : []]) : [];
  return said.length > 0
    ? [[words(opening), ...said]]
    : first === undefined
      ? []
      : [[words(opening), withinSentence(first), ...rest]];
}

function withinSentence(node: PhrasingContent): PhrasingContent {
  return node.type === 'text' ? words(node.value.charAt(0).toLowerCase() + node.value.slice(1)) : node;
}

/** Branches without fields, each with its type and what it says more. */
function branchList(
  operation: Schemas,
  view: SchemaView,
  inside: Fields,
  {direction, files = false, chain = []}: WordOptions,
): Block[] {
  if (inside.choices.length > 0) {
    return [];
  }
  const told = view.branches.map(({source, schema}) => {
    const taken = [...chain, source];
    const branch = schemaView(operation, source, taken);
    const said = schemaWords(operation, branch, noFields, {direction, files, chain: taken});
    return {type: typeName(operation, schema, {files}), title: branch.schema.title, said};
  });
  return told.every(({said, title}) => said.length === 0 && title === undefined)
    ? []
    : [
        paragraph(say('oneOfThese')),
        list(
          told.map(({type, title, said}) => {
            const [first, ...rest] = said;
            const head = spaced([ended([words(title === undefined ? type : `${title}, ${type}`)])]);
            return first?.type === 'paragraph'
              ? [paragraph(spaced([head, first.children])), ...rest]
              : [paragraph(head), ...said];
          }),
        ),
      ];
}

function list(entries: readonly (Paragraph | readonly Block[])[]): Block {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: entries.map((entry): ListItem => ({
      type: 'listItem',
      spread: false,
      children: 'type' in entry ? [entry] : [...entry],
    })),
  };
}

function words(text: string): PhrasingContent {
  return {type: 'text', value: text};
}
