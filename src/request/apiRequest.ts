/**
 * `ApiRequest` is what goes on the wire: the form builds it, the samples print it, Send sends it. It is plain JSON.
 * Credentials are separate from the URL and the headers, so that whatever shows, stores or shares a request can leave
 * them out, and samples can read them from the environment.
 */
export interface ApiRequest {
  /** The method as it goes on the wire, such as `POST`. */
  readonly method: string;
  /** Absolute http(s) URL, percent-encoded, without fragment, user info or credentials. Sent as it is. */
  readonly url: string;
  /** In wire order; a name may repeat. Contains neither credentials nor, with a body, `Content-Type`. */
  readonly headers: readonly HeaderField[];
  readonly credentials: readonly Credential[];
  readonly body: Body;
  /** What the response is, so that a sample can print it, process it as a stream, or save it. */
  readonly expects: Expectation;
}

export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** A secret, where it goes, and the environment variable from which a sample reads it. */
export type Credential =
  | {readonly type: 'bearer'; readonly env: string; readonly value: string}
  | {readonly type: 'basic'; readonly env: string; /** `user:password`. */ readonly value: string}
  | {
      readonly type: 'apiKey';
      readonly in: 'header' | 'query' | 'cookie';
      readonly name: string;
      readonly env: string;
      readonly value: string;
    };

/** A request body. `mediaType` is the whole `Content-Type` value. */
export type Body =
  | {readonly type: 'none'}
  /** JSON text as typed. May be invalid if the reader wants to see the API's own 400: it is then sent as it is. */
  | {readonly type: 'json'; readonly mediaType: string; readonly text: string}
  /** Any other text: XML, plain text, an encoded form. */
  | {readonly type: 'text'; readonly mediaType: string; readonly text: string}
  /** `application/x-www-form-urlencoded`: names and values before encoding; a name may repeat. */
  | {readonly type: 'form'; readonly mediaType: string; readonly fields: readonly HeaderField[]}
  /** `multipart/form-data`; whoever sends it chooses the boundary. */
  | {readonly type: 'multipart'; readonly parts: readonly Part[]}
  | {readonly type: 'file'; readonly mediaType: string; readonly file: FileReference};

export type Part = PartFacts & ({readonly value: string} | {readonly file: FileReference});

interface PartFacts {
  readonly name: string;
  readonly mediaType?: string;
  /** The headers of the part other than its name and media type (RFC 7578 §4.8). */
  readonly headers?: readonly HeaderField[];
}

/**
 * A file by name. The bytes stay where the file was chosen: in the page a `Blob` kept by `id`, in a sample the disk.
 */
export interface FileReference {
  /** The key by which the sender finds the bytes. */
  readonly id: string;
  /** The name in the multipart part, and the relative path in samples unless `path` gives another. */
  readonly name: string;
  /** The path in samples if the file is sent under another name. */
  readonly path?: string;
}

export type Expectation =
  | {readonly type: 'text'}
  | {readonly type: 'event-stream'}
  /** Bytes to save under this name. */
  | {readonly type: 'file'; readonly name: string};

/** What is wrong with a value that cannot be sent, and where, as an address that the form can point to. */
export interface RequestProblem {
  /** `url`, `method`, `headers/2/value`, `parameters/query/limit`, `body`, `body/parts/0/name`, `credentials/0` … */
  readonly at: string;
  /** A sentence for the reader: what is wrong and what would be right. */
  readonly message: string;
}
