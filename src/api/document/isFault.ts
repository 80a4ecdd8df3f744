import type {NormalizedProblem} from '@redocly/openapi-core';

import {atPointer, pointerSegments} from '../references';
import {parsedSource} from './parsedSources';
import type {SpecVersion} from './specVersion';

type Allowance = (problem: NormalizedProblem, version: SpecVersion) => boolean;

/** Whether what the linter found is a fault; it also stops at some of what the specifications allow. */
export function isFault(problem: NormalizedProblem, version: SpecVersion): boolean {
  return !allowances.some(isAllowed => isAllowed(problem, version));
}

const allowances: readonly Allowance[] = [
  isNullableBesideReference,
  isBooleanSchema,
  isLocalName,
  isExampleInOtherSyntax,
  isUnusualName,
  isUnusedVariable,
  isUnjudgedExample,
];

/** OpenAPI 3.0 has `nullable` beside `$ref` and `allOf`. */
function isNullableBesideReference({message}: NormalizedProblem, version: SpecVersion): boolean {
  return version === '3.0' && message.includes('"nullable" cannot be used without "type"');
}

/** `true` and `false` are schemas (JSON Schema 2020-12 §4.3.2, so OpenAPI 3.1). */
function isBooleanSchema({message}: NormalizedProblem, version: SpecVersion): boolean {
  return isJsonSchema(version) && message.startsWith('Expected type `Schema` (object) but got `boolean`');
}

/** From OpenAPI 3.1 on, schemas are those of JSON Schema 2020-12. */
function isJsonSchema(version: SpecVersion): boolean {
  return version === '3.1' || version === '3.2';
}

/** What is under `$defs` has any name (JSON Schema 2020-12 §8.2.4). */
function isLocalName({ruleId, location}: NormalizedProblem, version: SpecVersion): boolean {
  return (
    isJsonSchema(version) &&
    ruleId === 'spec-components-invalid-map-name' &&
    location[0]?.pointer?.includes('/$defs/') === true
  );
}

/**
 * An example of XML, a form or a stream of events is written as the text that is sent, which only a JSON schema for text
 * can describe (OpenAPI 3.1 §4.8.14).
 */
function isExampleInOtherSyntax({ruleId, location: [location], from}: NormalizedProblem): boolean {
  if (!isAboutExample(ruleId) || location?.pointer === undefined) {
    return false;
  }
  const mediaType = mediaTypeOf(from?.pointer) ?? mediaTypeOf(location.pointer);
  if (mediaType === undefined || /[/+]json\s*(;|$)/i.test(mediaType)) {
    return false;
  }
  return typeof atPointer(parsedSource(location.source), location.pointer) === 'string';
}

/** The linter takes only some names in braces for those of parameters; any may stand there (OpenAPI 3.1 §4.8.8.1). */
function isUnusualName({message, ruleId}: NormalizedProblem): boolean {
  const [, name, path] = /`(.+)` is not used in the path `(.+)`/s.exec(message) ?? [];
  return ruleId === 'path-parameters-defined' && path?.includes(`{${name}}`) === true;
}

/** A variable that no server's URL has is of no use and no harm (OpenAPI 3.1 §4.8.5). */
function isUnusedVariable({message, ruleId}: NormalizedProblem): boolean {
  return ruleId === 'no-undefined-server-variable' && message.includes('is not used');
}

/**
 * The linter's validator gives up on some schemas that are right: it compiles patterns with the flag `u` alone, and takes
 * a discriminator's `constructor` for one that it has met. That says nothing of the example; of what is wrong with a
 * schema, rules of its own tell.
 */
function isUnjudgedExample({message, ruleId}: NormalizedProblem): boolean {
  return isAboutExample(ruleId) && message.startsWith('Example validation errored:');
}

/** Whether a rule asks if examples fit their schemas. */
export function isAboutExample(ruleId: string): boolean {
  return ruleId.endsWith('-examples');
}

/** The name of the nearest media type above a place, such as `text/xml` for `#/…/content/text~1xml/example`. */
function mediaTypeOf(pointer = ''): string | undefined {
  const segments = pointerSegments(pointer);
  return segments.findLast((segment, index) => segments[index - 1] === 'content' && segment.includes('/'));
}
