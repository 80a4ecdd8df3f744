import {expect, test} from 'vitest';

import {
  charsetOf,
  isEventStream,
  isJson,
  isMultipart,
  isMultipartForm,
  isText,
  isUrlEncodedForm,
  isXml,
  matchesRange,
  mediaTypeEssence,
} from '../../../../src/api/http/mediaType';

test.each([
  ['application/json', 'application/json'],
  ['Application/JSON ; charset=utf-8', 'application/json'],
  [' text/plain;a=b;c=d', 'text/plain'],
  ['', ''],
])('%j is the media type %j', (contentType, essence) => {
  expect(mediaTypeEssence(contentType)).toBe(essence);
});

test.each([
  ['application/json', true, false],
  ['APPLICATION/PROBLEM+JSON; charset=utf-8', true, false],
  ['text/json', true, false],
  ['application/json-seq', false, false],
  ['application/jsonl', false, false],
  ['application/notjson', false, false],
  ['application/xml', false, true],
  ['text/xml; charset=utf-8', false, true],
  ['image/svg+xml', false, true],
  ['application/xml-dtd', false, false],
  ['application/axml', false, false],
])('%s is JSON: %s, XML: %s', (type, json, xml) => {
  expect([isJson(type), isXml(type)]).toEqual([json, xml]);
});

test.each([
  ['text/plain; charset=utf-8', true],
  ['application/vnd.api+json', true],
  ['application/json-seq', true],
  ['application/jsonl', true],
  ['application/x-yaml', true],
  ['image/svg+xml', true],
  ['message/http', true],
  ['application/jsonp', false],
  ['application/zip', false],
  ['application/vnd.ms-excel', false],
  ['image/png', false],
  ['', false],
])('%j is text: %s', (type, expected) => {
  expect(isText(type)).toBe(expected);
});

test.each([
  ['text/event-stream; charset=utf-8', true],
  ['Text/Event-Stream', true],
  ['text/event-streams', false],
  ['text/plain', false],
])('%s is a stream of events: %s', (type, expected) => {
  expect(isEventStream(type)).toBe(expected);
});

test.each([
  ['text/plain; charset=ISO-8859-1', 'ISO-8859-1'],
  ['text/plain;a=b; Charset = "utf-8"', 'utf-8'],
  ['text/plain', undefined],
  ['text/plain; charset=', undefined],
])('the charset of %s is %s', (contentType, charset) => {
  expect(charsetOf(contentType)).toBe(charset);
});

test.each([
  ['multipart/mixed; boundary=x', true],
  ['Multipart/Form-Data', true],
  ['multipart', false],
  ['application/multipart', false],
])('%s is made of parts: %s', (type, expected) => {
  expect(isMultipart(type)).toBe(expected);
});

test.each([
  ['multipart/form-data; boundary=x', true, false],
  ['multipart/mixed', false, false],
  ['application/x-www-form-urlencoded;charset=UTF-8', false, true],
  ['application/x-www-form', false, false],
])('%s is a form of parts: %s, of one line: %s', (type, parts, line) => {
  expect([isMultipartForm(type), isUrlEncodedForm(type)]).toEqual([parts, line]);
});

test.each([
  ['text/html; charset=utf-8', 'text/html', true],
  ['text/html', 'TEXT/*', true],
  ['text/html', '*/*', true],
  ['text/html', 'text/plain', false],
  ['text/html', 'image/*', false],
  ['', '*/*', false],
])('%j lies in the range %s: %s', (type, range, expected) => {
  expect(matchesRange(type, range)).toBe(expected);
});
