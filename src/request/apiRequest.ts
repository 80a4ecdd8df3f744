/**
 * `ApiRequest` is the one value that says what goes on the wire: the form builds it, the samples print it, Send sends
 * it. It is plain JSON. Credentials stand apart from the URL and the headers, so that whatever shows, stores or shares a
 * request can leave them out, and a sample can read them from the environment.
 */
export interface ApiRequest {
  /** The method as it goes on the wire, such as `POST`. */
  readonly method: string;
  /** Absolute http(s) URL, percent-encoded, without fragment, user info or credentials. Sent as it stands. */
  readonly url: string;
  /** In wire order; a name may repeat. Holds neither credentials nor, when there is a body, `Content-Type`. */
  readonly headers: readonly HeaderField[];
  readonly credentials: readonly Credential[];
  readonly body: Body;
  /** What the answer is, so that a sample can print it, follow it as it streams, or save it. */
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
  /** JSON text as it was typed. May be invalid, as the reader may want the API's own 400: it is then sent as it stands. */
  | {readonly type: 'json'; readonly mediaType: string; readonly text: string}
  /** Any other text: XML, plain text, a form that is already encoded. */
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
  /** What stands in its head beside name and media type (RFC 7578 §4.8). */
  readonly headers?: readonly HeaderField[];
}

/** A file by name. The bytes stay with whoever picked it: in the page a `Blob` kept by `id`, in a sample the disk. */
export interface FileReference {
  /** The key under which the sender finds the bytes. */
  readonly id: string;
  /** The name in the multipart part, and the relative path that samples read where no other is given. */
  readonly name: string;
  /** The path that samples read, where the file is sent under another name. */
  readonly path?: string;
}

export type Expectation =
  | {readonly type: 'text'}
  | {readonly type: 'event-stream'}
  /** Bytes to be saved under this name. */
  | {readonly type: 'file'; readonly name: string};

/** What is wrong with a value that cannot be sent, and where: a field the form can point at. */
export interface RequestProblem {
  /** `url`, `method`, `headers/2/value`, `parameters/query/limit`, `body`, `body/parts/0/name`, `credentials/0` … */
  readonly at: string;
  /** A sentence for the reader: what is wrong and what would be right. */
  readonly message: string;
}
