import {describe, expect, test} from 'vitest';

import {bodyText} from '../../../src/api/body/bodyText';
import {formatXml} from '../../../src/api/body/indentedXml';
import type {Json, Schema} from '../../../src/api/operation';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

function xmlOf(schema: Schema, value: Json, schemas: {readonly [name: string]: Schema} = {}): string {
  const text = bodyText({schemas}, {type: 'application/xml', schema}, value);
  expect(text.startsWith(declaration)).toBe(true);
  return text
    .slice(declaration.length)
    .split('\n')
    .map(line => line.trim())
    .join('');
}

describe('a value in XML is written by the keywords of its schema', () => {
  const text: Schema = {type: 'string'};
  const animals = (list: object, items: object): Schema => ({
    xml: {name: 'zoo'},
    properties: {animals: {type: 'array', ...list, items: {...text, ...items}}},
  });
  // The examples of OpenAPI 3.1 §4.8.26.2.
  test.each<[string, object, object, string]>([
    ['a list without names', {}, {}, '<animals>a</animals><animals>b</animals>'],
    ['named items', {xml: {name: 'aliens'}}, {xml: {name: 'animal'}}, '<animal>a</animal><animal>b</animal>'],
    [
      'a wrapped list',
      {xml: {wrapped: true}},
      {},
      '<animals><animals>a</animals><animals>b</animals></animals>',
    ],
    [
      'a wrapped list of named items',
      {xml: {wrapped: true}},
      {xml: {name: 'animal'}},
      '<animals><animal>a</animal><animal>b</animal></animals>',
    ],
    [
      'a named wrapped list of named items',
      {xml: {wrapped: true, name: 'aliens'}},
      {xml: {name: 'animal'}},
      '<aliens><animal>a</animal><animal>b</animal></aliens>',
    ],
    [
      'a named wrapped list',
      {xml: {wrapped: true, name: 'aliens'}},
      {},
      '<aliens><aliens>a</aliens><aliens>b</aliens></aliens>',
    ],
  ])('%s', (_, list, items, written) => {
    expect(xmlOf(animals(list, items), {animals: ['a', 'b']})).toBe(`<zoo>${written}</zoo>`);
  });

  test('attributes, prefixes and namespaces', () => {
    const schema: Schema = {
      xml: {name: 'Person', prefix: 'p', namespace: 'https://t.test/p'},
      properties: {
        id: {type: 'integer', xml: {attribute: true}},
        name: {type: 'string', xml: {namespace: 'https://t.test/n', prefix: 'n'}},
        alias: {type: 'string', xml: {name: 'aka', prefix: 'p'}},
      },
    };
    expect(xmlOf(schema, {id: 7, name: 'Ann & <Bob>', alias: null})).toBe(
      '<p:Person xmlns:p="https://t.test/p" id="7">' +
        '<n:name xmlns:n="https://t.test/n">Ann &#x26; &#x3C;Bob></n:name><p:aka/></p:Person>',
    );
  });

  test('the outermost element is named as its schema is', () => {
    const schemas = {Pet: {type: 'object', properties: {name: text}} as const};
    expect(xmlOf({$ref: '#/schemas/Pet'}, {name: 'Rex'}, schemas)).toBe('<Pet><name>Rex</name></Pet>');
    const list: Schema = {type: 'array', items: {$ref: '#/schemas/Pet'}};
    expect(xmlOf(list, [{name: 'Rex'}, {name: 'Tom'}], schemas)).toBe(
      '<root><Pet><name>Rex</name></Pet><Pet><name>Tom</name></Pet></root>',
    );
  });

  test('the text of an element, and what has no element of its own', () => {
    const schema: Schema = {
      xml: {name: 'note'},
      properties: {
        lang: {type: 'string', xml: {nodeType: 'attribute'}},
        words: {type: 'string', xml: {nodeType: 'text'}},
      },
    };
    expect(xmlOf(schema, {lang: 'en', words: 'Hello'})).toBe('<note lang="en">Hello</note>');
    const listed: Schema = {
      xml: {name: 'notes'},
      properties: {
        all: {type: 'array', xml: {nodeType: 'element'}, items: {xml: {name: 'note'}, type: 'string'}},
      },
    };
    expect(xmlOf(listed, {all: ['a']})).toBe('<notes><all><note>a</note></all></notes>');
  });

  test('a name that XML does not allow', () => {
    expect(xmlOf({xml: {name: 'map'}, type: 'object'}, {'1 st': 1})).toBe('<map><_1_st>1</_1_st></map>');
  });

  test('a choice, by the branch that the value fits', () => {
    const branch = (kind: string): Schema => ({
      type: 'object',
      required: ['kind'],
      properties: {kind: {const: kind, xml: {name: kind}}},
    });
    expect(xmlOf({xml: {name: 'x'}, oneOf: [branch('cat'), branch('dog')]}, {kind: 'dog'})).toBe(
      '<x><dog>dog</dog></x>',
    );
  });
});

describe('a value in another text', () => {
  test.each<[string, Json, string]>([
    [
      'text/csv',
      [
        {a: 1, b: 'x,"y"'},
        {a: null, b: 'z'},
      ],
      'a,b\n1,"x,""y"""\n,z\n',
    ],
    [
      'text/csv; charset=utf-8',
      [
        ['a', 1],
        ['b', 2],
      ],
      'a,1\nb,2\n',
    ],
    ['application/x-ndjson', [{a: 1}, 2], '{"a":1}\n2\n'],
    ['application/x-www-form-urlencoded', {a: 'b c', list: [1]}, 'a=b+c&list=%5B1%5D'],
    [
      'text/event-stream',
      [{event: 'add', data: {n: 1}}, 'two\nlines'],
      'event: add\ndata: {"n":1}\n\ndata: two\ndata: lines\n\n',
    ],
    ['text/event-stream', {text: 'hi'}, 'data: {"text":"hi"}\n\n'],
    ['text/plain', 'as it is', 'as it is'],
    ['application/xml', '<a/>', '<a/>'],
  ])('%s', (type, value, text) => {
    expect(bodyText({schemas: {}}, {type}, value)).toBe(text);
  });
});

describe('XML on lines of its own', () => {
  test.each([
    [
      '<?xml version="1.0"?><a><b>1</b><c d="2"/></a>',
      '<?xml version="1.0"?>\n<a>\n  <b>1</b>\n  <c d="2"/>\n</a>',
    ],
    ['<a>text <b>bold</b></a>', '<a>text <b>bold</b></a>'],
    ['<a><b', '<a><b'],
    ['no xml', 'no xml'],
  ])('%s', (text, lines) => {
    expect(formatXml(text)).toBe(lines);
  });
});
