import {join} from 'node:path';
import type {Nodes, Root} from 'mdast';
import type {MdxJsxFlowElement} from 'mdast-util-mdx';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {beforeAll, describe, expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import type {Api, Operation, Schema} from '../../../src/api/operation';
import {operationToMdast} from '../../../src/plugin/operationPage';

let api: Api;
beforeAll(async () => {
  api = await loadApi(join(import.meta.dirname, '../../fixtures/openapi/users.yaml'));
});

function operationOf(id: string): Operation {
  const found = api.operations.find(candidate => candidate.id === id);
  if (!found) {
    throw new Error(`No operation ${id}`);
  }
  return found;
}

function page(id: string): Root {
  return operationToMdast(operationOf(id));
}

function headings(tree: Root): string[] {
  const found: string[] = [];
  visit(tree, 'heading', node => {
    found.push(`${'#'.repeat(node.depth)} ${toString(node)}`);
  });
  return found;
}

/** The fields listed after a heading, each with its name, what stands beside it, and what it means. */
function fieldsUnder(tree: Root, title: string): string[][] {
  let current = '';
  const found: string[][] = [];
  visit(tree, (node: Nodes) => {
    if (node.type === 'heading') {
      current = toString(node);
    }
    if (node.type === 'listItem' && current === title) {
      const [head, ...rest] = node.children.filter(child => child.type === 'paragraph');
      const [name, ...meta] = head?.children ?? [];
      found.push([
        toString(name),
        toString({type: 'paragraph', children: meta}).trim(),
        ...rest.map(one => toString(one)),
      ]);
    }
  });
  return found;
}

/** The rows of the first table after a heading, its head included. */
/** The rows of statuses under a title: what each says folded, and what it unfolds. */
function statusesUnder(tree: Root, title: string): string[][] {
  let current = '';
  const found: string[][] = [];
  visit(tree, (node: Nodes) => {
    if (node.type === 'heading') {
      current = toString(node);
    }
    if (current === title && node.type === 'mdxJsxFlowElement' && isOfClass(node, 'status')) {
      const [row] = node.children;
      const [line, ...inside] = row && 'children' in row && row.type !== 'paragraph' ? row.children : [row];
      found.push([toString(line), ...inside.map(one => toString(one))]);
    }
  });
  return found;
}

function isOfClass({attributes}: MdxJsxFlowElement, name: string): boolean {
  return attributes.some(
    attribute => 'name' in attribute && attribute.name === 'className' && attribute.value === name,
  );
}

function fences(tree: Root): {lang: string | null | undefined; value: string}[] {
  const found: {lang: string | null | undefined; value: string}[] = [];
  visit(tree, 'code', ({lang, value}) => {
    found.push({lang, value});
  });
  return found;
}

describe('the page of an operation', () => {
  test('has the sections of an endpoint page, in order', () => {
    expect(headings(page('createUser'))).toEqual([
      '## Code Examples',
      '## Request Headers',
      '## Request Body',
      '## Response',
      '## Error Codes',
    ]);
  });

  test('starts with the description and names method and URL', () => {
    const tree = page('createUser');
    expect(toString(tree.children[0])).toBe('Create a new user account in the system.');
    expect(tree.children[1]).toMatchObject({
      name: 'RequestLine',
      attributes: [
        {name: 'operation', value: 'createUser'},
        {name: 'method', value: 'POST'},
        {name: 'base', value: 'https://api.cloudindex.com/v1'},
        {name: 'path', value: '/users'},
      ],
    });
  });

  test('says which headers a request carries', () => {
    expect(fieldsUnder(page('createUser'), 'Request Headers')).toEqual([
      ['Authorization', 'required', 'API key or OAuth token'],
      ['Content-Type', 'required', 'Must be application/json'],
    ]);
    expect(fieldsUnder(page('listUsers'), 'Request Headers').at(-1)).toEqual([
      'X-Request-Id',
      'string',
      'Comes back in the answer. Format: uuid.',
    ]);
  });

  test('says which scopes a credential needs, and which of several sets is enough', () => {
    const createUser = operationOf('createUser');
    const withSecurity = (security: Operation['security']): string[] | undefined =>
      fieldsUnder(operationToMdast({...createUser, security}), 'Request Headers')[0];
    const needs = (...scopes: string[]): Operation['security'][number] => [{scheme: 'apiKey', scopes}];
    expect(withSecurity([needs('users:write')])?.slice(2)).toEqual([
      'API key or OAuth token',
      'Scope: users:write',
    ]);
    expect(withSecurity([needs('users:read', 'users:write')])?.at(-1)).toBe(
      'Scopes: users:read, users:write',
    );
    expect(withSecurity([needs('users:write'), needs('admin'), needs('admin')])?.at(-1)).toBe(
      'Scope: users:write or admin',
    );
    expect(withSecurity([needs()])?.at(-1)).toBe('API key or OAuth token');
    expect(withSecurity([needs(), needs('admin')])?.at(-1)).toBe('API key or OAuth token');
  });

  test('shows an example of the body and describes each field, constraints in words', () => {
    const tree = page('createUser');
    expect(JSON.parse(fences(tree)[1]?.value ?? '')).toMatchObject({email: 'user@example.com'});
    expect(fieldsUnder(tree, 'Request Body')).toEqual([
      ['email', 'string, required', "User's email address. Format: email. At most 254 characters."],
      ['name', 'string, required', "User's full name. At least 1 character."],
      ['role', 'string', "User's role. One of user, admin. Default: user."],
      ['metadata', 'object', 'Additional user metadata'],
      ['metadata.company', 'string'],
      ['contact', 'object'],
      ['One variant:', 'Phone'],
      ['contact.number', 'string, required'],
      ['One variant:', 'Post'],
      ['contact.lines', 'array of string', 'At most 4 items. Each item: at most 80 characters.'],
    ]);
  });

  test('describes path and query parameters', () => {
    expect(fieldsUnder(page('getUser'), 'Path Parameters')).toEqual([
      ['user_id', 'string, required', 'The users id. Matches ^usr_.'],
    ]);
    expect(fieldsUnder(page('listUsers'), 'Query Parameters')).toEqual([
      ['limit', 'integer', 'How many users. From 1 to 100. Default: 20.'],
      ['role', 'string', "User's role. One of user, admin. Default: user."],
    ]);
  });

  test('describes what comes back, with fields that only the API writes and recursion that ends', () => {
    const names = fieldsUnder(page('createUser'), 'Response').map(([field]) => field);
    expect(names.slice(0, 3)).toEqual(['id', 'manager', 'created_at']);
    expect(names.filter(name => name?.startsWith('manager.'))).toEqual([]);
    expect(fieldsUnder(page('listUsers'), 'Response Headers')[0]).toEqual([
      'X-RateLimit-Limit',
      'integer',
      'Requests a minute',
    ]);
  });

  test('gives each field an anchor of its own, and nests the fields of objects', () => {
    const anchors: unknown[] = [];
    visit(page('createUser'), 'listItem', node => {
      anchors.push(node.data?.hProperties?.['id']);
    });
    expect(anchors).toContain('body-metadata-company');
    expect(new Set(anchors).size).toBeGreaterThan(10);
    expect(anchors.filter(id => id !== undefined)).toHaveLength(new Set(anchors).size - 1);
  });

  test('lists what can go wrong, and what to do where the document says so', () => {
    const statuses = statusesUnder(page('createUser'), 'Error Codes');
    expect(statuses.map(([line]) => line)).toEqual([
      '400 Invalid request body',
      '401 Invalid or missing authentication',
      '409 User already exists',
      '422 Validation error',
    ]);
    expect(statuses[2]?.[1]).toBe('Use another email, or update the user who has it.');
  });

  test('says in Markdown what a description says in HTML, and leaves out what would run', () => {
    const tree = operationToMdast({
      ...operation({}),
      description: 'A <b>bold</b> word\n\n<script>alert(1)</script>',
    });
    const kinds = new Set<string>();
    visit(tree, node => {
      kinds.add(node.type);
    });
    expect(kinds).not.toContain('html');
    expect(kinds).toContain('strong');
    expect(toString(tree)).not.toContain('alert');
  });
});

function operation(schema: Schema): Operation {
  return {
    id: 'a',
    method: 'POST',
    path: '/a',
    summary: 'A',
    deprecated: false,
    tags: [],
    parameters: [],
    requestBody: {required: false, content: [{type: 'application/json', schema, examples: [], encoding: {}}]},
    responses: [],
    security: [],
    securitySchemes: [],
    servers: [{url: 'https://example.com', variables: {}}],
    schemas: {},
  };
}

test.each<[string, Schema, string, string]>([
  ['a union', {type: ['string', 'null']}, 'string or null', ''],
  ['a constant', {const: 'a'}, 'string', 'Always a.'],
  ['an exact length', {type: 'string', minLength: 2, maxLength: 2}, 'string', 'Exactly 2 characters.'],
  [
    'open limits',
    {type: 'number', exclusiveMinimum: 0, multipleOf: 0.5},
    'number',
    'More than 0. A multiple of 0.5.',
  ],
  [
    'a list of numbers',
    {type: 'array', items: {type: 'integer'}, minItems: 1},
    'array of integer',
    'At least 1 item.',
  ],
  [
    'a map',
    {type: 'object', maxProperties: 50, additionalProperties: {type: 'string', maxLength: 5}},
    'object',
    'At most 50 keys. Each value: at most 5 characters.',
  ],
  [
    'choices',
    {oneOf: [{type: 'string'}, {type: 'integer'}, {type: 'boolean'}]},
    'string, integer or boolean',
    '',
  ],
  ['a deprecated field', {type: 'string', deprecated: true, description: 'Old'}, 'string', 'Deprecated. Old'],
  ['anything', true, 'any', ''],
  ['nothing', false, 'never', ''],
  ['one type or nothing', {oneOf: [{type: 'string'}, false]}, 'string', ''],
  [
    'a tuple',
    {type: 'array', prefixItems: [{type: 'string'}, {type: 'integer'}], items: false},
    'array of [string, integer]',
    '',
  ],
  ['a tuple with more items', {prefixItems: [{type: 'string'}]}, 'array of [string, …]', ''],
])('a field that is %s is put in words', (_, schema, type, words) => {
  const tree = operationToMdast(operation({type: 'object', properties: {field: schema}}));
  expect(fieldsUnder(tree, 'Request Body')).toEqual([['field', type, ...(words === '' ? [] : [words])]]);
});

test('a parameter that is written in a media type says in which', () => {
  const parameter = {
    name: 'filter',
    in: 'query',
    required: false,
    deprecated: false,
    style: 'form',
    explode: true,
    allowReserved: false,
    allowEmptyValue: false,
    schema: {type: 'object'},
    contentType: 'application/json',
    examples: [],
  } as const;
  const tree = operationToMdast({
    ...operation(true),
    parameters: [parameter, {...parameter, name: 'sort', description: 'The order'}],
  });
  expect(fieldsUnder(tree, 'Query Parameters')).toEqual([
    ['filter', 'object', 'Written as application/json.'],
    ['sort', 'object', 'The order. Written as application/json.'],
  ]);
});

test('a field and a parameter without a name are shown as "", since an empty code would be none', () => {
  const inner: Schema = {type: 'object', properties: {'': {type: 'string'}}};
  const nameless = operation({type: 'object', properties: {'': inner}});
  const tree = operationToMdast({
    ...nameless,
    parameters: [
      {
        name: '',
        in: 'query',
        required: false,
        deprecated: false,
        style: 'form',
        explode: true,
        allowReserved: false,
        allowEmptyValue: false,
        schema: true,
        examples: [],
      },
    ],
  });
  expect(fieldsUnder(tree, 'Request Body').map(([name]) => name)).toEqual(['""', '"".""']);
  expect(fieldsUnder(tree, 'Query Parameters').map(([name]) => name)).toEqual(['""']);
});

test('an operation on its way out says so before all else, and since when there is one', () => {
  const [known] = api.operations;
  if (!known) {
    throw new Error('The fixture document has no operations.');
  }
  const [first, second] = operationToMdast({...known, deprecated: true, since: '1.4.0'}).children;
  expect(toString(first)).toMatch(/^Deprecated\./);
  expect(toString(second)).toBe('Since version 1.4.0.');
});
