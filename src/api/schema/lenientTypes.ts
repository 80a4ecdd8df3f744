import type {Plugin} from '@redocly/openapi-core';

type ExtendTypes = NonNullable<NonNullable<Plugin['typeExtension']>['oas3']>;
type NodeType = Parameters<ExtendTypes>[0][string];

/**
 * What the linter knows of the parts of a document, without what the specifications leave open: extensions hold anything,
 * also those that the linter's own products read (OpenAPI 3.1 §4.9), and a schema has keywords that nobody else knows (JSON
 * Schema 2020-12 §4.3.1, so OpenAPI 3.1).
 */
export const lenientTypes: ExtendTypes = (types, version) => {
  const open = Object.fromEntries(
    Object.entries(types).map(([name, type]) => [name, withoutExtensions(type)] as const),
  );
  const {Schema: schema} = open;
  return schema === undefined || version === 'oas3_0'
    ? open
    : {...open, Schema: {...schema, additionalProperties: null}};
};

function withoutExtensions(type: NodeType): NodeType {
  const own = Object.entries(type.properties).filter(([name]) => !name.startsWith('x-'));
  return own.length === Object.keys(type.properties).length
    ? type
    : {...type, properties: Object.fromEntries(own)};
}
