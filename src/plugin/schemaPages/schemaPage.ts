import type {PhrasingContent, Root} from 'mdast';

import type {Operation, Schema} from '../../api/operation';
import type {Direction} from '../../api/schema/direction';
import {schemaView} from '../../api/schema/schemaView';
import {typeName} from '../../api/schema/typeName';
import {messages} from '../../words';
import {bodyFields, exampleFence} from '../operationPage/bodySections';
import type {PageBounds} from '../operationPage/bounds';
import {blocks} from '../operationPage/markdown';
import {code, element, heading, paragraph, type Block} from '../operationPage/tree';

const say = messages('schemaPage', {
  request: 'Fields in requests',
  response: 'Fields in responses',
  fields: 'Fields',
  type: 'Type:',
  example: 'Example',
  usedBy: 'Used by',
  otherUsers: 'And {count} more operation.|And {count} more operations.',
});

/** A schema that has a page of its own. */
export interface SchemaPage {
  /** The last step of its address. */
  readonly name: string;
  readonly title: string;
  readonly schema: Schema;
  readonly schemas: Operation['schemas'];
  /** Which ways values of it go. */
  readonly directions: ReadonlySet<Direction>;
  readonly users: readonly Pick<Operation, 'id' | 'summary'>[];
}

/** More operations than these are counted. */
const MOST_USERS = 60;

/** What is said of a schema: what it means, its fields, an example, and which operations use it. */
export function schemaToMdast(
  {schema, schemas, directions, users}: SchemaPage,
  bounds: PageBounds,
  pathOf: (operation: string) => string | undefined,
): Root {
  const told = {schemas, bounds};
  const {description} = schemaView(told, schema).schema;
  const media = {type: 'application/json', schema, examples: []};
  const ways = (['request', 'response'] as const).filter(way => directions.has(way));
  const [first = 'response'] = ways;
  const example = exampleFence(told, media, first);
  return {
    type: 'root',
    children: [
      ...(description === undefined ? [] : blocks(description)),
      paragraph(`${say('type')} `, code(typeName(told, schema))),
      ...ways.flatMap(way => [
        heading(2, say(ways.length > 1 ? way : 'fields'), way === first ? 'fields' : `fields-${way}`),
        // Taken from here into a page that a reader opens them on.
        element('div', {className: 'schema-fields', 'data-direction': way}, [
          ...bodyFields(told, media, way, ways.length > 1 ? way : 'field', false),
        ]),
      ]),
      ...(example.length === 0 ? [] : [heading(2, say('example'), 'example'), ...example]),
      heading(2, say('usedBy'), 'used-by'),
      ...usersList(users, pathOf),
    ],
  };
}

function usersList(users: SchemaPage['users'], pathOf: (operation: string) => string | undefined): Block[] {
  const others = users.length - MOST_USERS;
  return [
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: users.slice(0, MOST_USERS).map(({id, summary}) => {
        const url = pathOf(id);
        const name: PhrasingContent = {type: 'text', value: summary};
        return {
          type: 'listItem' as const,
          spread: false,
          children: [paragraph([url === undefined ? name : {type: 'link', url, children: [name]}])],
        };
      }),
    },
    ...(others > 0 ? [paragraph(say.plural('otherUsers', others))] : []),
  ];
}
