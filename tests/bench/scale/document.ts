interface PathItems {
  readonly [path: string]: Readonly<Record<string, unknown>>;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const TAGS = 10;
const ITEMS_OF_AN_OBJECT = 5;

/**
 * An OpenAPI document of so many operations, each with so many fields in its request and again in its answer: texts,
 * numbers, choices, and objects within objects, a part of them inherited.
 */
export function scaleDocument(operations: number, fields: number): object {
  const numbers = Array.from({length: operations}, (_, index) => index);
  return {
    openapi: '3.1.0',
    info: {title: 'An API of some size', version: '1.0.0'},
    servers: [{url: 'https://api.example.com/v1'}],
    tags: Array.from({length: TAGS}, (_, index) => ({name: `Group ${index}`})),
    paths: Object.fromEntries(
      numbers.map(number => [`/things-${number}/{id}`, {post: operation(number, fields)}]),
    ),
    components: {
      schemas: {
        Base: object('base', ITEMS_OF_AN_OBJECT),
        Problem: {
          type: 'object',
          properties: {title: {type: 'string'}, detail: {type: 'string'}, status: {type: 'integer'}},
        },
      },
    },
  };
}

/** A document with the first of its operations only, and all of its components. */
export function firstOperations(document: {readonly paths: PathItems}, count: number): object {
  let left = count;
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const kept = Object.entries(item).filter(([key]) => !METHODS.includes(key) || left-- > 0);
    return [path, Object.fromEntries(kept)] as const;
  });
  const hasMethod = (item: object): boolean => Object.keys(item).some(key => METHODS.includes(key));
  return {...document, paths: Object.fromEntries(paths.filter(([, item]) => hasMethod(item)))};
}

function operation(number: number, fields: number): object {
  const schema = {allOf: [{$ref: '#/components/schemas/Base'}, object(`thing${number}`, fields)]};
  const problem = {'application/problem+json': {schema: {$ref: '#/components/schemas/Problem'}}};
  return {
    operationId: `changeThing${number}`,
    summary: `Change Thing ${number}`,
    description: `Changes thing ${number} of a group. What is left out stays as it is.\n\n- one\n- two\n\n\`\`\`json\n{"a": ${number}}\n\`\`\``,
    tags: [`Group ${number % TAGS}`],
    parameters: [
      {
        name: 'id',
        in: 'path',
        required: true,
        description: 'The thing.',
        schema: {type: 'string', examples: ['a1']},
      },
      {name: 'limit', in: 'query', schema: {type: 'integer', minimum: 1, maximum: 100, default: 20}},
    ],
    requestBody: {required: true, content: {'application/json': {schema}}},
    responses: {
      '200': {description: 'The thing as it is now.', content: {'application/json': {schema}}},
      '404': {description: 'There is no such thing.', content: problem},
      '422': {description: 'A value is not allowed.', content: problem},
    },
  };
}

/** Every tenth field is an object of some of them. */
function object(name: string, fields: number): object {
  const kinds = [
    {type: 'string', maxLength: 80, description: `A text of ${name}, for people.`},
    {type: 'integer', minimum: 0, description: `A number of ${name}.`},
    {
      type: 'string',
      enum: ['first', 'second', 'third'],
      description: 'One of some. See [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110).',
    },
    {type: 'array', items: {type: 'string', format: 'date-time'}, description: 'Times at which it changed.'},
    {type: ['boolean', 'null'], description: 'Whether it is `so`.'},
  ];
  const names = Array.from({length: fields}, (_, index) => index);
  const inner = Object.fromEntries(kinds.map((kind, index) => [`${name}_inner_${index}`, kind]));
  return {
    type: 'object',
    required: [`${name}_0`],
    properties: Object.fromEntries(
      names
        .filter(index => index % 10 < 10 - ITEMS_OF_AN_OBJECT || fields < 10)
        .map(index => [
          `${name}_${index}`,
          index % 10 === 4 && fields >= 10
            ? {type: 'object', description: 'What belongs together.', properties: inner}
            : kinds[index % kinds.length],
        ]),
    ),
  };
}
