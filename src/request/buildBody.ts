import type {Operation} from '../api/operation';
import {messages} from '../words';
import type {Body, HeaderField, Part, RequestProblem} from './apiRequest';
import {bodyKind, mediaTypeEssence} from './mediaTypes';
import type {BodyValues, FieldValue, RequestValues} from './values';

const say = messages('bodyProblem', {
  needed: 'Needs a body of type {mediaType}.',
  pickFile: 'Pick the file to send.',
});

export interface BuiltBody {
  readonly body: Body;
  /** The reader's own headers, but for a `Content-Type` that the body already carries. */
  readonly headers: readonly HeaderField[];
  readonly problems: readonly RequestProblem[];
}

/** The body of the chosen media type; a `Content-Type` typed among the headers takes its place. */
export function buildBody(operation: Operation, values: RequestValues): BuiltBody {
  const {mediaType} = values;
  const typed = mediaType === undefined ? undefined : values.bodies[mediaType];
  if (mediaType === undefined || typed === undefined) {
    const needed = operation.requestBody?.required === true && mediaType !== undefined;
    return {
      body: {type: 'none'},
      headers: values.headers,
      problems: needed ? [{at: 'body', message: say('needed', {mediaType})}] : [],
    };
  }
  const override = values.headers.find(isContentType);
  const sentAs = override?.value ?? mediaType;
  const headers = values.headers.filter(header => !isContentType(header));
  const {body, problems} = bodyOf(typed, sentAs);
  return {body, headers, problems};
}

function isContentType({name}: HeaderField): boolean {
  return name.toLowerCase() === 'content-type';
}

function bodyOf(typed: BodyValues, mediaType: string): {body: Body; problems: readonly RequestProblem[]} {
  switch (typed.type) {
    case 'text': {
      const type = bodyKind(mediaType) === 'json' ? 'json' : 'text';
      return {body: {type, mediaType, text: typed.text}, problems: []};
    }
    case 'fields':
      return mediaTypeEssence(mediaType) === 'application/x-www-form-urlencoded'
        ? {body: {type: 'form', mediaType, fields: typed.fields.flatMap(textField)}, problems: []}
        : {body: {type: 'multipart', parts: typed.fields.map(partOf)}, problems: []};
    case 'file':
      return typed.file
        ? {body: {type: 'file', mediaType, file: typed.file}, problems: []}
        : {body: {type: 'none'}, problems: [{at: 'body', message: say('pickFile')}]};
  }
}

function textField(field: FieldValue): HeaderField[] {
  return 'value' in field ? [{name: field.name, value: field.value}] : [];
}

function partOf(field: FieldValue): Part {
  return field;
}
