import type {ApiRequest, Body, Part} from '../../../src/request/apiRequest';
import {wireUrl} from '../../../src/request/withCredentials';
import {allHeaders} from './adapter';

/** A request of HTTP Archive 1.2. The query stays in the URL, where it is encoded already. */
export function harRequest(request: ApiRequest): object {
  const postData = harPostData(request.body);
  return {
    method: request.method,
    url: wireUrl(request),
    httpVersion: 'HTTP/1.1',
    headers: allHeaders(request),
    cookies: [],
    queryString: [],
    headersSize: -1,
    bodySize: -1,
    ...(postData ? {postData} : {}),
  };
}

function harPostData(body: Body): object | undefined {
  switch (body.type) {
    case 'none':
      return undefined;
    case 'json':
    case 'text':
      return {mimeType: body.mediaType, text: body.text};
    case 'form':
      return {mimeType: body.mediaType, params: body.fields};
    case 'multipart':
      return {mimeType: 'multipart/form-data', params: body.parts.map(harParam)};
    case 'file':
      // HTTP Archive has no place for a file that is the whole body.
      return {mimeType: body.mediaType, text: ''};
  }
}

function harParam(part: Part): object {
  return {
    name: part.name,
    ...('file' in part ? {fileName: part.file.name} : {value: part.value}),
    ...(part.mediaType === undefined ? {} : {contentType: part.mediaType}),
  };
}
