import type {PhrasingContent} from 'mdast';

import {ownMember} from '../../api/json';
import type {Json, MediaType, Operation, Parameter, ResponseHeader} from '../../api/operation';
import type {Direction} from '../../api/schema/direction';
import {fieldsOf, type Field, type Fields} from '../../api/schema/fields';
import {CODE, textOfValue} from '../../api/schema/rulesInWords';
import {schemaView} from '../../api/schema/schemaView';
import {typeName} from '../../api/schema/typeName';
import {messages} from '../../words';
import {serialisedExample} from '../../request/examples/serialisedExample';
import type {Telling} from './bounds';
import {isEmpty, type FieldLine, type FieldLines} from './fieldList';
import {schemaWords, type WordOptions} from './schemaWords';
import {spaced} from './markdown';
import {paragraph, withCodes, type Block} from './tree';

const say = messages('field', {
  required: 'required',
  mayBeMissing: 'may be missing',
  always: 'always present',
  writtenAs: 'Written as {code}.',
  example: 'Example: {codes}.',
  partHeader: 'Header of the part: {code}, {type}.',
  neededHeader: 'Header of the part: {code}, {type}, required.',
});

/** More examples of a parameter than these are in the form's menu alone. */
const MOST_EXAMPLES = 3;

type Schemas = Telling & Pick<Operation, 'schemas'>;

/** The lines of what is within a body, a parameter or a header. In a form (`files`), bytes are files. */
export function fieldLines(
  operation: Schemas,
  {fields, choices, elsewhere}: Fields,
  direction: Direction,
  files = false,
): FieldLines {
  const saysRequired = fields.some(({required}) => required);
  const place = elsewhere && operation.bounds?.placeOf(elsewhere, direction);
  return {
    ...(place && {elsewhere: place}),
    lines: fields
      .map(field => fieldLine(operation, field, {direction, files, saysRequired}))
      .filter(line => !isTuplePart(line) || line.words.length > 0 || (line.inside && !isEmpty(line.inside))),
    choices: choices.map(({label, view, inside}) => ({
      label,
      words: schemaWords(operation, view, inside, {direction}),
      inside: fieldLines(operation, inside, direction, files),
    })),
  };
}

function fieldLine(
  operation: Schemas,
  {path, name, schema, view, required, inside}: Field,
  {direction, files, saysRequired}: {direction: Direction; files: boolean; saysRequired: boolean},
): FieldLine {
  return {
    path,
    name,
    type: typeName(operation, schema, {files}),
    ...(direction === 'request'
      ? required && {required: say('required')}
      : // An object that names none of its members as always present says nothing of them.
        saysRequired && (required ? {always: say('always')} : {required: say('mayBeMissing')})),
    words: schemaWords(operation, view, inside, {direction, files}),
    inside: fieldLines(operation, inside, direction, files),
  };
}

/** An item of a tuple, whose type is in that of the list. */
function isTuplePart({name = ''}: FieldLine): boolean {
  return /^\[\d+\]$/.test(name);
}

/** The line of a response header, with the fields of what it holds. */
export function headerLine(operation: Schemas, header: ResponseHeader): FieldLine {
  const {example, contentType} = header;
  return valueLine(operation, header, {
    direction: 'response',
    always: header.required ? say('always') : undefined,
    deprecated: header.deprecated === true,
    sentences: [...contentSentence(contentType), ...exampleSentence(example === undefined ? [] : [example])],
  });
}

/** The line of a parameter, with the fields of what it holds, its examples, and how a list or an object is written. */
export function parameterLine(operation: Schemas, parameter: Parameter): FieldLine {
  const {schema, examples, deprecated, contentType} = parameter;
  const {examples: ofSchema = []} = schemaView(operation, schema).schema;
  const written = contentType === undefined ? serialisedExample(operation, parameter) : undefined;
  return valueLine(operation, parameter, {
    direction: 'request',
    required: parameter.required ? say('required') : undefined,
    deprecated,
    sentences: [
      ...contentSentence(contentType),
      ...(written === undefined ? [] : [withCodes(say('writtenAs'), [written])]),
      ...exampleSentence(
        written !== undefined ? [] : examples.length > 0 ? examples.map(({value}) => value) : ofSchema,
      ),
    ],
  });
}

/** With what the encoding of a multipart body says of its parts: their media type, and their headers. */
export function withParts(
  operation: Schemas,
  {lines, ...rest}: FieldLines,
  encoding: MediaType['encoding'],
): FieldLines {
  return {
    ...rest,
    lines: lines.map(line => {
      const {contentType, headers = []} = ownMember(encoding, line.path) ?? {};
      return {
        ...line,
        words: [
          ...line.words,
          ...contentSentence(contentType).map(sentence => paragraph(sentence)),
          ...headers.flatMap(header => partHeaderWords(operation, header)),
        ],
      };
    }),
  };
}

function partHeaderWords(operation: Schemas, header: ResponseHeader): Block[] {
  const {name, schema, description, example} = header;
  const type = typeName(operation, schema);
  const head = withCodes(say(header.required ? 'neededHeader' : 'partHeader', {type}), [name]);
  const inside = fieldsOf(operation, schema, 'request', name);
  const [first, ...others] = schemaWords(operation, schemaView(operation, schema), inside, {
    direction: 'request',
    ...(description === undefined ? {} : {description}),
    sentences: exampleSentence(example === undefined ? [] : [example]),
  });
  return first?.type === 'paragraph'
    ? [paragraph(spaced([head, first.children])), ...others]
    : [paragraph(head), ...(first ? [first] : []), ...others];
}

function contentSentence(contentType: string | undefined): PhrasingContent[][] {
  return contentType === undefined ? [] : [withCodes(say('writtenAs'), [contentType])];
}

function exampleSentence(values: readonly Json[]): PhrasingContent[][] {
  const shown = [...new Set(values.slice(0, MOST_EXAMPLES).map(textOfValue))];
  return shown.length === 0
    ? []
    : [withCodes(say('example', {codes: shown.map(() => CODE).join(', ')}), shown)];
}

function valueLine(
  operation: Schemas,
  {name, schema, description}: Pick<Parameter | ResponseHeader, 'name' | 'schema' | 'description'>,
  {required, always, ...options}: WordOptions & Pick<FieldLine, 'required' | 'always'>,
): FieldLine {
  const {direction} = options;
  const inside = fieldsOf(operation, schema, direction, name);
  return {
    path: name,
    type: typeName(operation, schema),
    required,
    always,
    words: schemaWords(operation, schemaView(operation, schema), inside, {
      ...options,
      ...(description === undefined ? {} : {description}),
    }),
    inside: fieldLines(operation, inside, direction),
  };
}
