import type {Source} from '@redocly/openapi-core';

import {isObject, type JsonObject} from '../json';

const kept = new WeakMap<Source, JsonObject>();

/** Remembers what the text of a file says, so that nobody has to parse it again. */
export function keepParsed(source: Source, parsed: unknown): void {
  if (isObject(parsed)) {
    kept.set(source, parsed);
  }
}

/** What the text of a file says; empty when it is no object. */
export function parsedSource(source: Source): JsonObject {
  return kept.get(source) ?? {};
}
