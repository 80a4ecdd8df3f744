/**
 * The little of the peers that the bench calls. They are installed beside the repository, not as dependencies of it, so
 * their own types are not at hand.
 */
declare module 'httpsnippet' {
  export class HTTPSnippet {
    constructor(har: object);
    convert(target: string, client: string): string | false;
  }
}

declare module '@readme/httpsnippet' {
  export class HTTPSnippet {
    constructor(har: object, options?: {harIsAlreadyEncoded?: boolean});
    convert(target: string, client: string): (string | false)[];
  }
}

declare module '@scalar/snippetz/plugins/*' {
  interface Plugin {
    generate(har: object): string;
  }
  export const shellCurl: Plugin;
  export const nodeFetch: Plugin;
  export const pythonRequests: Plugin;
  export const goNative: Plugin;
}

declare module 'oas' {
  interface Operation {
    readonly path: string;
  }
  export default class Oas {
    constructor(definition: object);
    operation(path: string, method: string): Operation;
  }
}

declare module '@readme/oas-to-snippet' {
  import type Oas from 'oas';

  export default function oasToSnippet(
    oas: Oas,
    operation: ReturnType<Oas['operation']>,
    values: object,
    auth: object,
    language: readonly [target: string, client: string],
  ): {readonly code: string | false};
}

declare module 'postman-code-generators/codegens/*' {
  export function convert(
    request: object,
    options: object,
    callback: (error: unknown, code: string) => void,
  ): void;
}

declare module 'postman-collection/lib/collection/request' {
  export class Request {
    constructor(definition: object);
    toJSON(): object;
  }
}
