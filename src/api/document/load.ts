import {bundle, lintDocument, YamlParseError, type Config, type Document} from '@redocly/openapi-core';
import {resolve} from 'node:path';

import {isObject, text, type JsonObject} from '../json';
import type {Api} from '../operation';
import {findOperations} from '../operationPlace';
import {readApi} from '../operations';
import {nameMappedSchemas} from '../schema/discriminators';
import {MOST_PARTS, overcomposed} from './composition';
import {exactNumbers, type Digits} from './exactNumbers';
import {withoutInternal} from './internal';
import {referFromFile} from './ownReferences';
import {lintConfig} from './rules';
import {refersToFiles} from './refersToFiles';
import {OpenApiDocumentError, type DocumentProblem} from './OpenApiDocumentError';
import {byPlace, documentProblems, shortPath, syntaxProblem} from './problems';
import {DocumentResolver, TooManyValues} from './source';
import {followSchemaNames} from './schemaNames';
import {versionOf, type SpecVersion} from './specVersion';
import {upgradeFrom2} from './upgradeFrom2';

export interface LoadOptions {
  /** The absolute URL under which readers find the document; relative server URLs start from it. */
  readonly url?: string;
  /** Whether examples must fit their schemas; yes, unless the document is somebody else's and cannot be mended. */
  readonly checkExamples?: boolean;
  /** Whether a fault is an error; by default it is listed, and what it leaves readable is read. */
  readonly strict?: boolean;
  /** Whether faults are looked for beyond those that hinder the reading; yes by default, and always where `strict` is set. */
  readonly check?: boolean;
  /** Whether what is marked with `x-internal: true` is shown as well; it is left out by default. */
  readonly showInternal?: boolean;
}

export interface LoadedDocument {
  readonly api: Api;
  /** The document as it is written, with what it refers to in other files, and without what is internal. */
  readonly document: JsonObject;
  /** Whether anything internal was left out, so that the document's own files are not for readers. */
  readonly hidesInternal: boolean;
  /** The ids of operations that are left out for it, for whoever names one. */
  readonly internalOperations: readonly string[];
  /** The digits of its numbers that JavaScript does not hold. */
  readonly digits: Digits;
  /** Absolute paths of the document and of every file it refers to. */
  readonly files: readonly string[];
  /** What is wrong with the document and leaves a safe reading, in the order of the text. */
  readonly faults: readonly DocumentProblem[];
}

interface Parsed {
  readonly document: Document<Record<string, unknown>>;
  readonly version: SpecVersion;
  readonly faults: readonly DocumentProblem[];
}

/**
 * Reads, validates, bundles and resolves an OpenAPI document, 2.0 to 3.2, in YAML or JSON. For Node only.
 * @throws OpenApiDocumentError when it is none, or has faults and `strict` is set.
 */
export async function loadApi(file: string, options: LoadOptions = {}): Promise<Api> {
  return (await loadDocument(file, options)).api;
}

/** {@link loadApi}, which also tells from which files the document was put together, and what is wrong with it. */
export async function loadDocument(file: string, options: LoadOptions = {}): Promise<LoadedDocument> {
  const path = resolve(file);
  const resolver = new DocumentResolver();
  const config = await lintConfig({checkExamples: options.checkExamples ?? true});
  const {document, version, faults} = await parse(path, resolver);
  refuseOvercomposed(path, document.parsed);
  const isChecked = options.check !== false || options.strict === true;
  const found = isChecked ? await check(path, document, version, config, resolver) : [];
  const bundled = await bundleFiles(path, document, config, resolver);
  refuseOvercomposed(path, bundled.document);
  const isShownWhole = options.showInternal === true || !resolver.mayName('x-internal');
  const shown = isShownWhole ? bundled.document : withoutInternal(bundled.document);
  const upgraded = await upgrade(path, version, shown);
  const digits = exactNumbers(resolver.texts());
  const api = readApi(upgraded.document, {
    version: version === '2.0' || version === '3.0' ? '3.0' : '3.1',
    url: options.url ?? 'http://localhost/',
    digits,
  });
  const all = [...resolver.faults, ...faults, ...found, ...bundled.faults, ...upgraded.faults].toSorted(
    byPlace,
  );
  if (options.strict === true && all.length > 0) {
    throw new OpenApiDocumentError(shortPath(path), all, {isStrict: true});
  }
  return {
    api,
    document: shown,
    hidesInternal: shown !== bundled.document,
    internalOperations: shown === bundled.document ? [] : idsWithout(bundled.document, shown),
    digits,
    files: [...new Set([path, ...resolver.getFiles()])],
    faults: all,
  };
}

/** The `operationId`s of a document that another lacks. */
function idsWithout(document: JsonObject, other: JsonObject): readonly string[] {
  const idsOf = (one: JsonObject): readonly string[] =>
    findOperations(one).flatMap(({operation}) => text(operation['operationId']) ?? []);
  const left = new Set(idsOf(other));
  return idsOf(document).filter(id => !left.has(id));
}

/** What is made of such a schema, or judged by it, would take longer than anybody waits. */
function refuseOvercomposed(path: string, document: JsonObject): void {
  const pointer = overcomposed(document);
  if (pointer !== undefined) {
    throw new OpenApiDocumentError(shortPath(path), [
      fault(
        path,
        `${pointer} is put together from more than ${MOST_PARTS} schemas by $ref, allOf, oneOf and anyOf. Refer to each part once.`,
      ),
    ]);
  }
}

async function parse(path: string, resolver: DocumentResolver): Promise<Parsed> {
  const {parsed, source} = await readSource(path, resolver);
  const versioned = isObject(parsed) ? versionOf(parsed) : undefined;
  if (versioned === undefined) {
    throw new OpenApiDocumentError(shortPath(path), [
      fault(
        path,
        'This is not an OpenAPI document. One starts with a line such as "openapi: 3.1.0", and has "paths:".',
      ),
    ]);
  }
  const {document, version, fault: message} = versioned;
  nameMappedSchemas(document);
  if (version === '3.2') {
    referFromFile(document);
  }
  if (resolver.mayName('$id', '$anchor', '$dynamicAnchor')) {
    followSchemaNames(document);
  }
  return {
    document: {source, parsed: document},
    version,
    faults: message === undefined ? [] : [fault(path, message)],
  };
}

async function readSource(path: string, resolver: DocumentResolver): Promise<Document> {
  try {
    const document = await resolver.resolveDocument(null, path, true);
    if (document instanceof Error) {
      throw document;
    }
    return document;
  } catch (error) {
    const problem =
      error instanceof YamlParseError
        ? syntaxProblem(error)
        : error instanceof TooManyValues
          ? fault(path, error.message)
          : fault(path, `This file cannot be read: ${reasonOf(error)}. Check its path and permissions.`);
    throw new OpenApiDocumentError(shortPath(path), [problem]);
  }
}

/** The linter is made for documents that are nearly right: of others it may know no more than that they are not. */
async function check(
  path: string,
  document: Document<JsonObject>,
  version: SpecVersion,
  config: Config,
  externalRefResolver: DocumentResolver,
): Promise<readonly DocumentProblem[]> {
  try {
    const found = await lintDocument({document, config, externalRefResolver});
    return documentProblems(
      found.filter(problem => problem.severity === 'error'),
      {version, files: externalRefResolver.parsed},
    );
  } catch (error) {
    return [fault(path, `The document cannot be checked: ${reasonOf(error)}. Other faults are not listed.`)];
  }
}

/** A document as far as it could be brought into a form, and what hindered. */
interface Readable {
  readonly document: JsonObject;
  readonly faults: readonly DocumentProblem[];
}

/** OpenAPI 2.0 becomes 3.0; the others are read as they are. */
async function upgrade(path: string, version: SpecVersion, document: JsonObject): Promise<Readable> {
  if (version !== '2.0') {
    return {document, faults: []};
  }
  try {
    return {document: await upgradeFrom2(document), faults: []};
  } catch (error) {
    const message = `It cannot be read as OpenAPI 3.0: ${reasonOf(error)}. Its operations are left out.`;
    return {document: {}, faults: [fault(path, message)]};
  }
}

/**
 * One document from many files. What cannot be brought together stays apart, and is left out when it is read. A document in
 * one file is that already, and a large one would take seconds.
 */
async function bundleFiles(
  path: string,
  document: Document<Record<string, unknown>>,
  config: Config,
  externalRefResolver: DocumentResolver,
): Promise<Readable> {
  if (!refersToFiles(document.parsed)) {
    return {document: document.parsed, faults: []};
  }
  try {
    const {parsed} = (await bundle({doc: document, config, externalRefResolver})).bundle;
    return {document: isObject(parsed) ? parsed : document.parsed, faults: []};
  } catch (error) {
    const message = `What the document refers to in other files cannot be read: ${reasonOf(error)}.`;
    return {document: document.parsed, faults: [fault(path, message)]};
  }
}

function fault(path: string, message: string): DocumentProblem {
  return {file: shortPath(path), message};
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
