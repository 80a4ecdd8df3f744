import {fragmentStep} from '../../api/http/pointer';
import {isObject, items, ownMember} from '../../api/json';
import type {Operation, OperationResponse, Schema, SchemaObject} from '../../api/operation';
import {mergedSchema, schemaMap} from '../../api/schema/mergedSchema';
import type {HeaderField} from '../../request/apiRequest';

/**
 * Header fields of HTTP, and of the layers between a service and its clients, which documents leave out: RFC 9110, 9111
 * and 9112, Fetch, cookies, and those of proxies.
 */
const ofHttp: ReadonlySet<string> = new Set(
  `accept-ranges age allow alt-svc cache-control clear-site-data connection content-disposition content-encoding content-language
  content-length content-location content-range content-security-policy content-type cross-origin-embedder-policy
  cross-origin-opener-policy cross-origin-resource-policy date etag expect-ct expires keep-alive last-modified link location nel
  permissions-policy pragma preference-applied proxy-authenticate referrer-policy report-to reporting-endpoints retry-after server
  server-timing set-cookie strict-transport-security timing-allow-origin trailer transfer-encoding upgrade vary via
  warning www-authenticate x-content-type-options x-dns-prefetch-control x-frame-options x-permitted-cross-domain-policies x-powered-by
  x-xss-protection x-cache x-amz-cf-id x-amz-cf-pop x-served-by x-timer cf-ray cf-cache-status`.split(/\s+/),
);

/** Headers of a response that the document does not name although they are specific to this API. */
export function undocumentedHeaders(
  {headers: documented}: Pick<OperationResponse, 'headers'>,
  headers: readonly HeaderField[],
): readonly string[] {
  const known = new Set(documented.map(({name}) => name.toLowerCase()));
  const names = headers.map(({name}) => name.toLowerCase());
  return [...new Set(names)].filter(
    name => !known.has(name) && !ofHttp.has(name) && !name.startsWith('access-control-'),
  );
}

/** The maximum depth of nested choices and values. */
const DEEPEST = 24;

/**
 * Members of a value that no branch of its schema describes, as pointers in URI fragment form with `*` for items. An
 * object whose schema explicitly allows further members has none; one whose schema does not mention them has.
 */
export function undocumentedMembers(operation: Operation, schema: Schema, value: unknown): readonly string[] {
  return [...new Set(membersBeyond(operation, [schema], value, '#', 0))];
}

function membersBeyond(
  operation: Operation,
  schemas: readonly Schema[],
  value: unknown,
  place: string,
  depth: number,
): readonly string[] {
  const parts = schemas.flatMap(schema => branches(operation, schema, 0));
  if (depth > DEEPEST || typeof value !== 'object' || value === null) {
    return [];
  }
  if (Array.isArray(value)) {
    const ofItems = parts.flatMap(itemSchemas);
    return ofItems.length === 0
      ? []
      : items(value)
          .slice(0, 1000)
          .flatMap(item => membersBeyond(operation, ofItems, item, `${place}/*`, depth + 1));
  }
  if (!isObject(value) || parts.some(isOpen)) {
    return [];
  }
  return Object.entries(value).flatMap(([name, member]) => {
    const at = `${place}/${fragmentStep(name)}`;
    const known = parts.map(({properties}) => ownMember(properties, name)).filter(part => part !== undefined);
    return known.length === 0 ? [at] : membersBeyond(operation, known, member, at, depth + 1);
  });
}

function itemSchemas({items: every, prefixItems = []}: SchemaObject): readonly Schema[] {
  return every === undefined ? prefixItems : [...prefixItems, every];
}

/** All schemas that may apply to one value, branch by branch. */
function branches(operation: Operation, schema: Schema, depth: number): readonly SchemaObject[] {
  const {oneOf = [], anyOf = [], allOf = [], ...own} = mergedSchema(operation, schema);
  const further = [...oneOf, ...anyOf, ...allOf];
  return depth > DEEPEST || further.length === 0
    ? [own]
    : [
        ...(own.properties ? [own] : []),
        ...further.flatMap(branch => branches(operation, branch, depth + 1)),
      ];
}

function isOpen(schema: SchemaObject): boolean {
  const {properties, additionalProperties, type} = schema;
  const takesObjects = type === undefined || [type].flat().includes('object');
  return (
    takesObjects &&
    (properties === undefined ||
      additionalProperties !== undefined ||
      schema['unevaluatedProperties'] !== undefined ||
      schema['if'] !== undefined ||
      schema['dependentSchemas'] !== undefined ||
      schemaMap(schema['patternProperties']).size > 0)
  );
}
