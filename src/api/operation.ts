/**
 * The Operation model: what one page, one form, one set of samples and the mock know of one operation.
 * It is made from the OpenAPI document at build time, holds nothing of the other operations, and is plain JSON.
 */

import type {ExternalDocs} from './externalDocs';

/** The HTTP methods that have a field in a Path Item (OpenAPI 3.2 §4.9). */
export const HTTP_METHODS = [
  'GET',
  'PUT',
  'POST',
  'DELETE',
  'OPTIONS',
  'HEAD',
  'PATCH',
  'TRACE',
  'QUERY',
] as const;

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | {readonly [key: string]: Json};

/**
 * A JSON Schema 2020-12 as OpenAPI 3.1 uses it. `true` and `false` are schemas too.
 * A `$ref` is always `#/schemas/NAME` and is looked up in {@link Operation.schemas} by `resolveSchema`.
 */
export type Schema = boolean | SchemaObject;
export interface SchemaObject {
  readonly $ref?: string;
  readonly type?: SchemaType | readonly SchemaType[];
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly default?: Json;
  readonly examples?: readonly Json[];
  readonly format?: string;
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly properties?: {readonly [name: string]: Schema};
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly not?: Schema;
  readonly discriminator?: {
    readonly propertyName: string;
    readonly mapping?: {readonly [value: string]: string};
  };
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly contentMediaType?: string;
  readonly contentEncoding?: string;
  readonly contentSchema?: Schema;
  readonly [keyword: string]: unknown;
}
export type SchemaType = 'null' | 'boolean' | 'object' | 'array' | 'number' | 'integer' | 'string';

/** A named example of a parameter or a media type (OpenAPI 3.1 §4.8.19). */
export interface Example {
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly value: Json;
}

export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';
/** Tabs are those of OpenAPI 2.0 (`tsv`), which later versions have no name for. */
export type ParameterStyle =
  'matrix' | 'label' | 'simple' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'tabDelimited' | 'deepObject';

/** A parameter with the defaults of OpenAPI 3.1 §4.8.12 filled in. */
export interface Parameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly description?: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly allowEmptyValue: boolean;
  readonly schema: Schema;
  /** The media type when the document describes the parameter by `content`; `style` is not used then. */
  readonly contentType?: string;
  readonly examples: readonly Example[];
}

/** How a property of a form or multipart body is encoded (OpenAPI 3.1 §4.8.15). */
export interface Encoding {
  readonly contentType?: string;
  readonly style?: ParameterStyle;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  /** What a part of a multipart body carries beside its `Content-Type`. Missing mostly. */
  readonly headers?: readonly PartHeader[];
}

export interface PartHeader extends ResponseHeader {
  /** What a request sends; a header that has none is left out. */
  readonly value?: Json;
}

/** One media type of a request body or a response. */
export interface MediaType {
  /** The media type or range as the document writes it, such as `application/json`. */
  readonly type: string;
  readonly schema?: Schema;
  readonly examples: readonly Example[];
  readonly encoding: {readonly [property: string]: Encoding};
}

export interface RequestBody {
  readonly description?: string;
  readonly required: boolean;
  readonly content: readonly MediaType[];
}

/** A header of a response, or of a part of a multipart body. */
export interface ResponseHeader {
  readonly name: string;
  readonly description?: string;
  readonly required: boolean;
  readonly deprecated?: boolean;
  readonly schema: Schema;
  /** How an object is written, where not the default way: `a=1,b=2` (OpenAPI 3.1 §4.8.12.3). */
  readonly explode?: boolean;
  /** The media type when the document describes the header by `content`. */
  readonly contentType?: string;
  readonly example?: Json;
}

/** An OpenAPI Link: which operation can follow this response, with which values (§4.8.20). */
export interface Link {
  readonly name: string;
  readonly operationId: string;
  readonly description?: string;
  /** Parameter name to runtime expression, such as `$response.body#/id`. */
  readonly parameters: {readonly [name: string]: string};
}

export interface OperationResponse {
  /** `201`, a range such as `4XX`, or `default`. */
  readonly status: string;
  readonly description: string;
  readonly headers: readonly ResponseHeader[];
  readonly content: readonly MediaType[];
  readonly links: readonly Link[];
  /** A request that makes the mock, in its initial state, really answer with this status (`x-reproduce`). */
  readonly reproduction?: Reproduction;
}

/** What differs from the operation's first example so that a given status is the answer. */
export interface Reproduction {
  /** What the request does to deserve this answer, in a sentence. */
  readonly summary: string;
  /** Parameter values by `in.name`, such as `path.user_id`. */
  readonly parameters: {readonly [location: string]: Json};
  readonly headers: {readonly [name: string]: string};
  /** The credential to send; `null` for none. Left out: the scheme's mock credential. */
  readonly credential?: string | null;
  /** A JSON body in place of the first example's. */
  readonly body?: Json;
  /** A body sent exactly as written, such as malformed JSON. */
  readonly bodyText?: string;
  /** The body's `Content-Type` when it is not the operation's own. */
  readonly mediaType?: string;
}

export interface ServerVariable {
  readonly default: string;
  readonly enum?: readonly string[];
  readonly description?: string;
}
export interface Server {
  /** May hold `{variables}`; never ends in a slash. */
  readonly url: string;
  readonly description?: string;
  readonly variables: {readonly [name: string]: ServerVariable};
}

/** What all kinds of security scheme share. */
interface SchemeBase {
  /** The key under `components.securitySchemes`. */
  readonly id: string;
  readonly description?: string;
  /** The environment variable from which the samples read the credential (`x-env`, or made from the API's title). */
  readonly env: string;
  /** A credential that every mock accepts (`x-mock-credential`). */
  readonly mockCredential: string;
  /** Whether it is on its way out (OpenAPI 3.2). Missing mostly. */
  readonly deprecated?: true;
}
export type SecurityScheme =
  | (SchemeBase & {readonly type: 'bearer'; readonly bearerFormat?: string})
  | (SchemeBase & {readonly type: 'basic'})
  | (SchemeBase & {
      readonly type: 'apiKey';
      readonly in: 'query' | 'header' | 'cookie';
      readonly name: string;
      /** Where the credential is all of `Authorization`: the HTTP authentication scheme that asks for it, such as `Digest`. */
      readonly httpScheme?: string;
    })
  | (SchemeBase & {
      readonly type: 'oauth2';
      readonly flows: Json;
      /** Where the authorization server describes itself (OpenAPI 3.2 `oauth2MetadataUrl`, RFC 8414). */
      readonly metadataUrl?: string;
    })
  | (SchemeBase & {readonly type: 'openIdConnect'; readonly openIdConnectUrl: string});

/** A certificate by which a client says who it is when it connects (OpenAPI 3.1 §4.8.27, `mutualTLS`). */
export interface ClientCertificate {
  readonly description?: string;
  /** Whether there is no other way to be let in. */
  readonly required: boolean;
}

/** Schemes that must be used together, with the scopes each needs. An empty list means: no credentials. */
export type SecurityRequirement = readonly {readonly scheme: string; readonly scopes: readonly string[]}[];

/** A sample that the document brings along (`x-codeSamples`). */
export interface CodeSample {
  /** Its language, by whichever name the document has for it. */
  readonly lang: string;
  /** What readers choose it by. */
  readonly label: string;
  readonly source: string;
}

export interface Operation {
  readonly id: string;
  /** One of {@link HTTP_METHODS}, or any other (OpenAPI 3.2 `additionalOperations`). */
  readonly method: string;
  /** The path template, such as `/users/{user_id}`. */
  readonly path: string;
  /**
   * What the document writes into the path's query: it tells operations of one path apart, and is among the parameters.
   * Missing mostly.
   */
  readonly query?: {readonly [name: string]: string};
  readonly summary: string;
  /** CommonMark. */
  readonly description?: string;
  /** Where more is written about it. For its page alone. */
  readonly externalDocs?: ExternalDocs;
  readonly deprecated: boolean;
  /** The version of the API that brought the operation, as the document writes it (`x-since`). */
  readonly since?: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  /** In the document's order. */
  readonly responses: readonly OperationResponse[];
  /** Alternatives, in the document's order; empty when the operation needs no credentials. */
  readonly security: readonly SecurityRequirement[];
  /** The schemes that {@link security} names. */
  readonly securitySchemes: readonly SecurityScheme[];
  /** For the connection itself (`mutualTLS`), which no request shows. Missing mostly. */
  readonly clientCertificate?: ClientCertificate;
  /** At least one. */
  readonly servers: readonly Server[];
  /** The named schemas that this operation reaches through `$ref`, and no others. */
  readonly schemas: {readonly [name: string]: Schema};
  /** The digits of its numbers that JavaScript does not hold, by how it prints them. Missing mostly. */
  readonly digits?: {readonly [printed: string]: string};
  /** For its page alone: neither form nor mock has a use for them. Missing mostly. */
  readonly codeSamples?: readonly CodeSample[];
  /** JSON pointers of what the document has of it and cannot be read. Missing mostly. */
  readonly omissions?: readonly string[];
}

/** A request that the API sends to a server of whoever uses it: a webhook, or a callback that an operation asks for. */
export interface Arrival {
  /** The request as an operation whose path is empty: the address is the user's own. */
  readonly operation: Operation;
  /** Of a callback: the operation that asks for it, and the runtime expression that tells the address. */
  readonly callback?: {readonly operationId: string; readonly expression: string};
}

/** What the whole document says, for the mock and for pages about all operations; never part of an endpoint page. */
export interface Api {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  /** Which of the mock's hand-written rules the API follows (`x-mock-rules` of `info`); generic ones otherwise. */
  readonly mockRules?: string;
  /** The absolute URL that relative links in descriptions start from; missing when nothing tells. */
  readonly linkBase?: string;
  readonly servers: readonly Server[];
  readonly tags: readonly {
    readonly name: string;
    /** What readers call it, where that is not its name (`x-displayName`, in OpenAPI 3.2 `summary`). */
    readonly title?: string;
    readonly description?: string;
    /** The name of the tag that it is below (OpenAPI 3.2). */
    readonly parent?: string;
  }[];
  /** Groups of tags, by their names (`x-tagGroups`). Missing mostly; `tagTree` joins both. */
  readonly tagGroups?: readonly {readonly name: string; readonly tags: readonly string[]}[];
  readonly operations: readonly Operation[];
  /** Missing where the API sends none. */
  readonly arrivals?: readonly Arrival[];
}
