import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Element, Root} from 'hast';
import {select, selectAll} from 'hast-util-select';
import {toString} from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import {unified} from 'unified';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

import {loadApi} from '../../../src/api/document/load';
import type {Api} from '../../../src/api/operation';
import {siteHighlighter, type Highlight} from '../../../src/plugin/highlighter';
import {referenceFiles} from '../../../src/plugin/references';
import {forgetPages, pagesOf} from '../../../src/plugin/schemaPages';
import {setWords, type Words} from '../../../src/words';

/** What remains of 150 kB and 3,000 elements when the samples, the sidebar and all else of a page have their part. */
const MOST = {bytes: 95_000, elements: 1_900};

let folder: string;
let highlight: Highlight;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schemas-'));
  highlight = await siteHighlighter({prism: {additionalLanguages: ['bash', 'json', 'http']}});
});
afterAll(() => rm(folder, {recursive: true}));

/** An API of one operation a schema, which takes it and answers with it. */
async function apiOf(schemas: {[name: string]: object}, asked = Object.keys(schemas)): Promise<Api> {
  const file = join(folder, 'openapi.json');
  const contentOf = (name: string) => ({
    content: {'application/json': {schema: {$ref: `#/components/schemas/${name}`}}},
  });
  const document = {
    openapi: '3.1.0',
    info: {title: 'Things', version: '1'},
    paths: Object.fromEntries(
      asked.map(name => [
        `/${name}`,
        {
          post: {
            operationId: `post${name}`,
            requestBody: contentOf(name),
            responses: {'200': {description: 'Done.', ...contentOf(name)}},
          },
        },
      ]),
    ),
    components: {schemas},
  };
  await writeFile(file, JSON.stringify(document));
  return loadApi(file);
}

interface Page {
  readonly html: string;
  readonly tree: Root;
}

/** All pages as HTML: those of operations by `operation`, in order, and those of schemas by their addresses. */
function pagesIn(api: Api): {
  readonly operations: readonly Page[];
  readonly schemas: ReadonlyMap<string, Page>;
} {
  forgetPages();
  const pages = pagesOf(api, '/api/schemas');
  pages.keepPaths(new Map(api.operations.map(({id}) => [id, `/api/${id}`])));
  const look = {highlight, baseUrl: '/', trailingSlash: undefined, languages: []};
  const files = [...referenceFiles(api, pages, look)];
  const read = files.map(({parts}): Page => {
    const html = parts.map(part => part.html).join('');
    return {html, tree: unified().use(rehypeParse, {fragment: true}).parse(html)};
  });
  const count = api.operations.length;
  return {
    operations: read.slice(0, count),
    schemas: new Map(
      pages.schemas().flatMap(({name}, index) => {
        const page = read[count + index];
        return page ? [[`/api/schemas/${name}`, page] as const] : [];
      }),
    ),
  };
}

function namesOn({tree}: Page): string[] {
  return selectAll('li.field > p:first-child > code', tree).map(name => toString(name).replace(/^.*\./, ''));
}

function leadingElsewhere({tree}: Page): Element[] {
  return selectAll('details[data-fields-at]', tree);
}

function addressesOn(page: Page): string[] {
  return leadingElsewhere(page).map(({properties}) => String(properties['dataFieldsAt']));
}

/** The names of all fields that a reader can get to from a page. */
function namesReachedFrom(start: Page, schemas: ReadonlyMap<string, Page>): Set<string> {
  const seen = new Set<Page>();
  const waiting = [start];
  for (let page = waiting.pop(); page; page = waiting.pop()) {
    if (!seen.has(page)) {
      seen.add(page);
      waiting.push(...addressesOn(page).flatMap(address => schemas.get(address) ?? []));
    }
  }
  return new Set([...seen].flatMap(namesOn));
}

function expectBearable(pages: Iterable<Page>): void {
  for (const {html} of pages) {
    expect(Buffer.byteLength(html)).toBeLessThan(MOST.bytes);
    expect(html.match(/<[a-z]/g)?.length ?? 0).toBeLessThan(MOST.elements);
  }
}

const text = {type: 'string', description: 'Some words about it, as they stand in many a document.'};

function textsOf(name: string, count: number): {[name: string]: object} {
  return Object.fromEntries(Array.from({length: count}, (_, index) => [`${name}_${index}`, text]));
}

/** Each has fields of its own and each of the others. */
function interwoven(count: number): {[name: string]: object} {
  const names = Array.from({length: count}, (_, index) => `Thing${index}`);
  return Object.fromEntries(
    names.map(name => [
      name,
      {
        type: 'object',
        description: `What a ${name} is.`,
        properties: {
          ...textsOf(name, 20),
          ...Object.fromEntries(
            names
              .filter(other => other !== name)
              .map(other => [`a_${other}`, {$ref: `#/components/schemas/${other}`}]),
          ),
        },
      },
    ]),
  );
}

describe('an API whose pages have room for all', () => {
  test('tells all fields in their places, and no schema has a page', async () => {
    const inner = {type: 'object', properties: textsOf('inner', 3)};
    const {operations, schemas} = pagesIn(
      await apiOf({Pet: {type: 'object', properties: {...textsOf('pet', 3), inner}}}),
    );
    expect(schemas.size).toBe(0);
    expect(operations.flatMap(addressesOn)).toEqual([]);
    expect(operations.flatMap(namesOn)).toContain('inner_2');
  });
});

describe('an API of many schemas that hold one another', () => {
  let all: ReturnType<typeof pagesIn>;
  beforeAll(async () => {
    all = pagesIn(await apiOf(interwoven(9)));
  }, 60_000);

  test('has no page that is too large', () => {
    expectBearable([...all.operations, ...all.schemas.values()]);
  });

  test('tells what is first on a page in its place, and names the page of each schema that is not told there', () => {
    const [first] = all.operations;
    expect(first && namesOn(first)).toEqual(expect.arrayContaining(['Thing0_0', 'Thing0_19', 'a_Thing8']));
    const fold = first && leadingElsewhere(first)[0];
    expect(fold && toString(select('summary', fold) ?? fold)).toBe('Fields of a_Thing1');
    expect(fold && select('a[href="/api/schemas/Thing1"]', fold)).toBeTruthy();
  });

  test('has a page for each address that one of its pages leads to', () => {
    const led = [...all.operations, ...all.schemas.values()].flatMap(addressesOn);
    expect(led.length).toBeGreaterThan(0);
    expect([...new Set(led)].filter(address => !all.schemas.has(address))).toEqual([]);
  });

  test('tells of a schema its fields for each direction, an example and which operations use it', () => {
    const page = all.schemas.get('/api/schemas/Thing3');
    expect(
      page && selectAll('.schema-fields', page.tree).map(({properties}) => properties['dataDirection']),
    ).toEqual(['request', 'response']);
    expect(page?.html).toContain('What a Thing3 is.');
    expect(page && select('pre.language-json', page.tree)).toBeTruthy();
    expect(page && select('a[href="/api/postThing3"]', page.tree)).toBeTruthy();
  });

  test('lets a reader get to every field', () => {
    const [first] = all.operations;
    const reached = first ? namesReachedFrom(first, all.schemas) : new Set();
    for (let index = 0; index < 9; index++) {
      expect(reached).toContain(`Thing${index}_19`);
    }
  });
});

describe.each([
  ['an object of hundreds of fields', {type: 'object', properties: textsOf('flat', 3_000)}, 'flat_2999'],
  [
    'objects without names within objects',
    {
      type: 'object',
      properties: Object.fromEntries(
        Array.from({length: 20}, (_, index) => [
          `group_${index}`,
          {
            type: 'object',
            properties: Object.fromEntries(
              Array.from({length: 10}, (_, inner) => [
                `part_${inner}`,
                {type: 'object', properties: textsOf(`leaf_${index}_${inner}`, 8)},
              ]),
            ),
          },
        ]),
      ),
    },
    'leaf_19_9_7',
  ],
  [
    'a list of a choice of objects',
    {
      type: 'array',
      items: {
        oneOf: Array.from({length: 12}, (_, index) => ({
          title: `Kind ${index}`,
          type: 'object',
          properties: textsOf(`kind_${index}`, 40),
        })),
      },
    },
    'kind_11_39',
  ],
])('%s', (_, schema, last) => {
  test('is told on pages that are not too large, and a reader can get to all of it', async () => {
    const {operations, schemas} = pagesIn(await apiOf({Large: schema}));
    expectBearable([...operations, ...schemas.values()]);
    const [page] = operations;
    expect(page ? [...namesReachedFrom(page, schemas)] : []).toContain(last);
  });
});

test('an example of thousands of lines is shown in part, and says how many more there are', async () => {
  const items = Array.from({length: 4_000}, (_, index) => `item ${index}`);
  const {operations} = pagesIn(
    await apiOf({List: {type: 'array', items: {type: 'string'}, examples: [items]}}),
  );
  expectBearable(operations);
  expect(operations[0]?.html).toMatch(/And [\d,]+ more lines, which are in the OpenAPI document/);
});

test('the same schemas have pages in every language, however long its words are', async () => {
  const named = {
    type: 'object',
    required: ['a', 'b'],
    properties: {a: {type: 'string'}, b: {type: 'string'}},
  };
  const members = (count: number) =>
    Object.fromEntries(Array.from({length: count}, (_, index) => [`member${index}`, named]));
  const schemas = {
    Bearable: {type: 'object', properties: members(30)},
    Large: {type: 'object', properties: members(300)},
  };
  const namesIn = async (words: Words): Promise<readonly string[]> => {
    const api = await apiOf(schemas);
    setWords(words);
    return pagesOf(api, '/api/schemas')
      .schemas()
      .map(({name}) => name);
  };
  const english: Words = {locale: 'en', messages: {}};
  const wordy: Words = {locale: 'de', messages: {'field.required': 'erforderlich '.repeat(500)}};
  try {
    const names = await namesIn(english);
    expect(names.length).toBeGreaterThan(0);
    expect(names.some(name => name.includes('Bearable'))).toBe(false);
    expect(await namesIn(wordy)).toEqual(names);
  } finally {
    setWords(english);
  }
});
