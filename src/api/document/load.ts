import {
  BaseResolver,
  bundle,
  detectSpec,
  lintDocument,
  YamlParseError,
  type Config,
  type Document,
} from '@redocly/openapi-core';
import {resolve} from 'node:path';

import {nameMappedSchemas} from '../schema/discriminators';
import {isObject, type JsonObject} from '../json';
import type {Api} from '../operation';
import {readApi} from '../operations';
import {OpenApiDocumentError} from './OpenApiDocumentError';
import {documentProblems, shortPath, syntaxProblem} from './problems';
import {lintConfig} from '../schema/rules';

export interface LoadOptions {
  /** The absolute URL under which readers find the document; relative server URLs start from it. */
  readonly url?: string;
  /** Whether examples must fit their schemas; yes, unless the document is somebody else's and cannot be mended. */
  readonly checkExamples?: boolean;
}

export interface LoadedDocument {
  readonly api: Api;
  /** The document as it is written, with what it refers to in other files. */
  readonly document: JsonObject;
  /** Absolute paths of the document and of every file it refers to. */
  readonly files: readonly string[];
}

/**
 * Reads, validates, bundles and resolves an OpenAPI 3.0 or 3.1 document, in YAML or JSON. For Node only.
 * @throws OpenApiDocumentError with every fault that was found.
 */
export async function loadApi(file: string, options: LoadOptions = {}): Promise<Api> {
  return (await loadDocument(file, options)).api;
}

/** {@link loadApi}, which also tells from which files the document was put together. */
export async function loadDocument(file: string, options: LoadOptions = {}): Promise<LoadedDocument> {
  const path = resolve(file);
  const resolver = new BaseResolver();
  const config = await lintConfig({checkExamples: options.checkExamples ?? true});
  const document = await parse(path, resolver);
  const version = specVersion(path, document);
  await check(path, document, version, config, resolver);
  const bundled = await bundle({doc: document, config, externalRefResolver: resolver});
  const {parsed} = bundled.bundle;
  const root = isObject(parsed) ? parsed : {};
  return {
    api: readApi(root, {version, url: options.url ?? 'http://localhost/'}),
    document: root,
    files: [...new Set([path, ...resolver.getFiles()])],
  };
}

async function parse(path: string, resolver: BaseResolver): Promise<Document<Record<string, unknown>>> {
  const {parsed, source} = await readSource(path, resolver);
  if (!isObject(parsed)) {
    throw broken(path, 'This is not an OpenAPI document. It starts with a line such as "openapi: 3.1.0".');
  }
  nameMappedSchemas(parsed);
  return {source, parsed};
}

async function readSource(path: string, resolver: BaseResolver): Promise<Document> {
  try {
    const document = await resolver.resolveDocument(null, path, true);
    if (document instanceof Error) {
      throw document;
    }
    return document;
  } catch (error) {
    if (error instanceof YamlParseError) {
      throw new OpenApiDocumentError(shortPath(path), [syntaxProblem(error)]);
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw broken(path, `This file cannot be read: ${reason}. Check its path and permissions.`);
  }
}

function specVersion(path: string, {parsed}: Document<JsonObject>): '3.0' | '3.1' {
  const written = String(parsed['openapi'] ?? parsed['swagger'] ?? 'none');
  const version = versions.get(detectedSpec(parsed));
  if (!version) {
    throw broken(
      path,
      `Its version is "${written}". OpenAPI 3.1 and 3.0 are read: write "openapi: 3.1.0".`,
      '#/openapi',
    );
  }
  return version;
}

const versions: ReadonlyMap<string | undefined, '3.0' | '3.1'> = new Map([
  ['oas3_0', '3.0'],
  ['oas3_1', '3.1'],
]);

function detectedSpec(parsed: JsonObject): string | undefined {
  try {
    return detectSpec(parsed);
  } catch {
    return undefined;
  }
}

async function check(
  path: string,
  document: Document<JsonObject>,
  version: '3.0' | '3.1',
  config: Config,
  externalRefResolver: BaseResolver,
): Promise<void> {
  const found = await lintDocument({document, config, externalRefResolver});
  const problems = documentProblems(
    found.filter(problem => problem.severity === 'error'),
    version,
  );
  if (problems.length > 0) {
    throw new OpenApiDocumentError(shortPath(path), problems);
  }
}

function broken(path: string, message: string, pointer?: string): OpenApiDocumentError {
  const file = shortPath(path);
  return new OpenApiDocumentError(file, [{file, message, ...(pointer === undefined ? {} : {pointer})}]);
}
