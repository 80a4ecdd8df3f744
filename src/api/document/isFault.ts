import type {NormalizedProblem} from '@redocly/openapi-core';

import {pathTemplate} from '../http/pathTemplate';
import {atPointer, pointerSegments} from '../references';
import type {JsonObject} from '../json';
import type {SpecVersion} from './specVersion';

/** What was checked: its version, and what its files say, by their absolute paths. */
export interface Checked {
  readonly version: SpecVersion;
  readonly files: ReadonlyMap<string, JsonObject>;
}
type Allowance = (problem: NormalizedProblem, checked: Checked) => boolean;

/** Whether what the linter found is a fault; it also stops at some of what the specifications allow. */
export function isFault(problem: NormalizedProblem, checked: Checked): boolean {
  return !allowances.some(isAllowed => isAllowed(problem, checked));
}

const allowances: readonly Allowance[] = [
  isNullableBesideReference,
  isBooleanSchema,
  isLocalName,
  isExampleInOtherSyntax,
  isUnusualName,
  isUnusedVariable,
  isUnjudgedExample,
  isToldOfPath,
];

/** OpenAPI 3.0 has `nullable` beside `$ref` and `allOf`. */
function isNullableBesideReference({message}: NormalizedProblem, {version}: Checked): boolean {
  return version === '3.0' && message.includes('"nullable" cannot be used without "type"');
}

/** `true` and `false` are schemas (JSON Schema 2020-12 §4.3.2, so OpenAPI 3.1). */
function isBooleanSchema({message}: NormalizedProblem, {version}: Checked): boolean {
  return isJsonSchema(version) && message.startsWith('Expected type `Schema` (object) but got `boolean`');
}

/** From OpenAPI 3.1 on, schemas are those of JSON Schema 2020-12. */
function isJsonSchema(version: SpecVersion): boolean {
  return version === '3.1' || version === '3.2';
}

/** What is under `$defs` has any name (JSON Schema 2020-12 §8.2.4). */
function isLocalName({ruleId, location}: NormalizedProblem, {version}: Checked): boolean {
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
function isExampleInOtherSyntax(
  {ruleId, location: [location], from}: NormalizedProblem,
  {files}: Checked,
): boolean {
  if (!isAboutExample(ruleId) || location?.pointer === undefined) {
    return false;
  }
  const mediaType = mediaTypeOf(from?.pointer) ?? mediaTypeOf(location.pointer);
  if (mediaType === undefined || /[/+]json\s*(;|$)/i.test(mediaType)) {
    return false;
  }
  return typeof atPointer(files.get(location.source.absoluteRef) ?? {}, location.pointer) === 'string';
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

/** A rule of its own tells what is wrong with a path as such; all that the linter says of its template follows from it. */
function isToldOfPath({message, ruleId, location: [location]}: NormalizedProblem): boolean {
  const segments = pointerSegments(location?.pointer ?? '');
  const isOfPath = segments[0] === 'paths' && segments.length === 2;
  const [, written] = /path `([^`]+)`/.exec(message) ?? [];
  return ruleId === 'struct'
    ? isOfPath && message.includes('is not expected here') && segments[1]?.startsWith('x-') !== true
    : ruleId === 'path-parameters-defined' &&
        written !== undefined &&
        (written.includes('?') || pathTemplate(written) === undefined);
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
