import {buildScaleSite} from '../../bench/scale/site';

/** How many operations the site has, and how many schemas they share. */
const OPERATIONS = 300;
const SCHEMAS = 30;

/** Which others each schema has, as steps from its own number: together they go around many times. */
const STEPS = [1, 2, 3, 5, 7];

const text = {type: 'string', maxLength: 80, description: 'A text, for people.'};

/**
 * Builds a site of generated operations whose schemas hold one another without end: told in their places, they would be
 * pages of thousands of fields.
 * @returns the folder of the build.
 */
export async function buildLargeSite(folder: string): Promise<string> {
  await buildScaleSite({folder, source: 'src', document: JSON.stringify(document()), plainPages: []});
  return `${folder}/build`;
}

function document(): object {
  return {
    openapi: '3.1.0',
    info: {title: 'An API of some size', version: '1.0.0'},
    servers: [{url: 'https://api.example.com/v1'}],
    tags: [{name: 'Small', description: 'A few operations. They come first.'}, {name: 'Large'}],
    paths: Object.fromEntries(
      Array.from({length: OPERATIONS}, (_, number) => [`/things-${number}/{id}`, {post: operation(number)}]),
    ),
    components: {
      schemas: {
        ...Object.fromEntries(
          Array.from({length: SCHEMAS}, (_, number) => [nameOf(number), resource(number)]),
        ),
        Problem: {type: 'object', properties: {title: {type: 'string'}, status: {type: 'integer'}}},
      },
    },
  };
}

function operation(number: number): object {
  const content = {'application/json': {schema: reference(nameOf(number))}};
  const problem = {'application/problem+json': {schema: reference('Problem')}};
  return {
    operationId: `changeThing${number}`,
    summary: `Change Thing ${number}`,
    description: `Changes thing ${number}. What is left out stays as it is.`,
    tags: [number < 20 ? 'Small' : 'Large'],
    parameters: [{name: 'id', in: 'path', required: true, schema: {type: 'string', examples: ['a1']}}],
    requestBody: {required: true, content},
    responses: {
      '200': {description: 'The thing as it is now.', content},
      '404': {description: 'There is no such thing.', content: problem},
      '422': {description: 'A value is not allowed.', content: problem},
    },
  };
}

function resource(number: number): object {
  const name = nameOf(number).toLowerCase();
  return {
    type: 'object',
    description: `What a ${nameOf(number)} is.`,
    required: [`${name}_0`],
    properties: {
      ...Object.fromEntries(Array.from({length: 12}, (_, index) => [`${name}_${index}`, text])),
      ...Object.fromEntries(STEPS.map(step => [`related_${step}`, reference(nameOf(number + step))])),
    },
  };
}

function nameOf(number: number): string {
  return `Resource${number % SCHEMAS}`;
}

function reference(name: string): object {
  return {$ref: `#/components/schemas/${name}`};
}
