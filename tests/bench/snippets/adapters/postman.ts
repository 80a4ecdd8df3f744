import type {Body, Part} from '../../../../src/request/apiRequest';
import {wireUrl} from '../../../../src/request/withCredentials';
import {allHeaders, programOf, type Adapter, type Compared} from '../adapter';
import {convertToCurl, convertToFetch, convertToGo, convertToPython, Request} from '../generators/postman';

const converters: {readonly [language in Compared]: typeof convertToCurl} = {
  curl: convertToCurl,
  node: convertToFetch,
  python: convertToPython,
  go: convertToGo,
};

export const adapter: Adapter = request => {
  const body = postmanBody(request.body);
  const converted = new Request({
    method: request.method,
    url: wireUrl(request),
    header: allHeaders(request).map(({name, value}) => ({key: name, value})),
    ...(body ? {body} : {}),
  });
  return language => {
    let made: string | undefined;
    converters[language](converted, {}, (error, code) => {
      if (error) {
        throw error instanceof Error ? error : new Error(String(error));
      }
      made = code;
    });
    return programOf(made);
  };
};

/** A body of Postman Collection 2.1. */
function postmanBody(body: Body): object | undefined {
  switch (body.type) {
    case 'none':
      return undefined;
    case 'json':
    case 'text':
      return {
        mode: 'raw',
        raw: body.text,
        ...(body.type === 'json' ? {options: {raw: {language: 'json'}}} : {}),
      };
    case 'form':
      return {mode: 'urlencoded', urlencoded: body.fields.map(({name, value}) => ({key: name, value}))};
    case 'multipart':
      return {mode: 'formdata', formdata: body.parts.map(postmanPart)};
    case 'file':
      return {mode: 'file', file: {src: body.file.name}};
  }
}

function postmanPart(part: Part): object {
  return {
    key: part.name,
    ...('file' in part ? {type: 'file', src: part.file.name} : {type: 'text', value: part.value}),
    ...(part.mediaType === undefined ? {} : {contentType: part.mediaType}),
  };
}
