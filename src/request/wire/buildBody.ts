import {ownMember} from '../../api/json';
import {percentDecoded} from '../../api/percentDecoding';
import type {MediaType, Operation, Schema} from '../../api/operation';
import {memberSchema} from '../../api/schema/childSchemas';
import {schemaOfType, valueTypes} from '../../api/schema/valueTypes';
import {messages} from '../../words';
import type {Body, HeaderField, Part, RequestProblem} from '../apiRequest';
import {encodingStyle} from '../../api/encodingStyle';
import {concreteMediaType, isUrlEncodedForm} from '../../api/http/mediaType';
import {bodyKind} from '../mediaTypes';
import {deepFields} from './deepFields';
import {parameterValue, type ParameterValue} from './parameterValue';
import {partHeaders} from './partHeaders';
import {serialisePairs, type EncodedPair} from './serialise';
import {chosenBody, type BodyValues, type FieldValue, type RequestValues} from '../values';

const say = messages('bodyProblem', {
  needed: 'Needs a body of type {mediaType}.',
  pickFile: 'Pick the file to send.',
});

export interface BuiltBody {
  readonly body: Body;
  /** The reader's own headers, without a `Content-Type` that the body already has. */
  readonly headers: readonly HeaderField[];
  readonly problems: readonly RequestProblem[];
}

/** Runs `make`; text that cannot be encoded becomes a problem at this address. */
export type MakePairs = (at: string, make: () => readonly EncodedPair[]) => readonly EncodedPair[];

/** The body of the chosen media type; a typed `Content-Type` header overrides that. */
export function buildBody(operation: Operation, values: RequestValues, attempt: MakePairs): BuiltBody {
  const {mediaType} = values;
  const typed = chosenBody(values);
  if (mediaType === undefined || typed === undefined) {
    const needed = operation.requestBody?.required === true && mediaType !== undefined;
    return {
      body: {type: 'none'},
      headers: values.headers,
      problems: needed ? [{at: 'body', message: say('needed', {mediaType})}] : [],
    };
  }
  const override = values.headers.find(isContentType);
  const sentAs = override?.value ?? concreteMediaType(mediaType);
  const headers = values.headers.filter(header => !isContentType(header));
  const media = operation.requestBody?.content.find(({type}) => type === mediaType);
  const encoding = media?.encoding ?? {};
  const {body, problems} = bodyOf(
    typed,
    sentAs,
    fields => serialisedFields(operation, fields, {schema: media?.schema, encoding}, attempt),
    part => withHeaders(part, part.headers ?? partHeaders(encoding, part.name)),
  );
  return {body, headers, problems};
}

function isContentType({name}: HeaderField): boolean {
  return name.toLowerCase() === 'content-type';
}

function bodyOf(
  typed: BodyValues,
  mediaType: string,
  styled: (fields: readonly HeaderField[]) => readonly HeaderField[],
  whole: (part: FieldValue) => Part,
): {body: Body; problems: readonly RequestProblem[]} {
  switch (typed.type) {
    case 'text': {
      const type = bodyKind(mediaType) === 'json' ? 'json' : 'text';
      return {body: {type, mediaType, text: typed.text}, problems: []};
    }
    case 'fields':
      return isUrlEncodedForm(mediaType)
        ? {
            body: {type: 'form', mediaType, fields: styled(typed.fields.flatMap(textField))},
            problems: [],
          }
        : {body: {type: 'multipart', parts: typed.fields.map(whole)}, problems: []};
    case 'file':
      return typed.file
        ? {body: {type: 'file', mediaType, file: typed.file}, problems: []}
        : {body: {type: 'none'}, problems: [{at: 'body', message: say('pickFile')}]};
  }
}

function withHeaders({headers: _, ...part}: Part, headers: readonly HeaderField[]): Part {
  return headers.length === 0 ? part : {...part, headers};
}

function textField(field: FieldValue): HeaderField[] {
  return 'value' in field ? [{name: field.name, value: field.value}] : [];
}

/** Fields whose encoding has a style are serialised by it, at the position of the first of their name. */
export function serialisedFields(
  operation: Pick<Operation, 'schemas'>,
  fields: readonly HeaderField[],
  {schema = true, encoding}: {readonly schema?: Schema | undefined; readonly encoding: MediaType['encoding']},
  attempt: MakePairs,
): readonly HeaderField[] {
  return fields.flatMap(field => {
    const style = encodingStyle(field.name, ownMember(encoding, field.name));
    if (!style) {
      return [field];
    }
    const own = fields.filter(({name}) => name === field.name);
    if (style.style === 'deepObject') {
      const member = memberSchema(schemaOfType(operation, schema, 'object'), field.name);
      const isList = valueTypes(operation, member)?.includes('array') === true;
      const texts = own.map(({value}) => value);
      return own[0] === field ? deepFields(field.name, texts, isList) : [];
    }
    return own[0] === field
      ? attempt('body', () => serialisePairs(style, ownValue(own.map(({value}) => value)))).map(pair => ({
          name: percentDecoded(pair.name),
          value: percentDecoded(pair.value),
        }))
      : [];
  });
}

/** An object or a list is typed as JSON; the items of a list may also be separate fields. */
function ownValue(texts: readonly string[]): ParameterValue {
  const [only] = texts.length === 1 ? texts : [];
  return only === undefined ? {type: 'list', items: texts} : parameterValue(only, true);
}
