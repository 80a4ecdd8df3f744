import {isObject, type JsonObject} from '../json';

/** The versions that are read. */
export type SpecVersion = '2.0' | '3.0' | '3.1' | '3.2';

/** Which version a document follows, and the document as the linter knows that version. */
export interface Versioned {
  readonly version: SpecVersion;
  readonly document: Record<string, unknown>;
  /** What is wrong with the version that is written. */
  readonly fault?: string;
}

/** How each version is written by the book. */
const canonical: Readonly<Record<SpecVersion, Readonly<Record<string, string>>>> = {
  '2.0': {swagger: '2.0'},
  '3.0': {openapi: '3.0.4'},
  '3.1': {openapi: '3.1.1'},
  '3.2': {openapi: '3.2.0'},
};

/**
 * The version of a document. One that is written as a number, cut short or unknown is a fault that leaves a reading, as
 * long as there are paths; undefined for what is no OpenAPI document.
 */
export function versionOf(document: Record<string, unknown>): Versioned | undefined {
  const written = document['openapi'] ?? document['swagger'];
  if (typeof written === 'string' && (/^3\.[012]\./.test(written) || isSwagger2(document, written))) {
    return {version: meant(document), document};
  }
  if (!isObject(document['paths']) && !isKnown(document)) {
    return undefined;
  }
  const version = meant(document);
  const {openapi, swagger, ...rest} = document;
  const [[name, value] = ['openapi', '3.1.1']] = Object.entries(canonical[version]);
  return {
    version,
    document: {[name]: value, ...rest},
    fault: `${written === undefined ? 'No version of OpenAPI is written' : `The version is written as ${JSON.stringify(written)}`}. The document is read as OpenAPI ${version}: write \`${name}: "${value}"\`.`,
  };
}

function isSwagger2(document: JsonObject, written: string): boolean {
  return document['openapi'] === undefined && written === '2.0';
}

function isKnown({openapi, swagger}: JsonObject): boolean {
  return openapi === undefined ? /^2(\.|$)/.test(String(swagger)) : /^3(\.[012]|$)/.test(String(openapi));
}

/** The version that is meant; without a hint the one that most documents follow. */
function meant({openapi, swagger}: JsonObject): SpecVersion {
  if (openapi === undefined) {
    return swagger === undefined ? '3.1' : '2.0';
  }
  switch (/^3(\.[012]|$)/.exec(String(openapi))?.[0]) {
    case '3':
    case '3.0':
      return '3.0';
    case '3.2':
      return '3.2';
    case '3.1':
    default:
      return '3.1';
  }
}
