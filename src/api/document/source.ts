import {BaseResolver, parseYaml, YamlParseError, type Document, type Source} from '@redocly/openapi-core';

import type {DocumentProblem} from './OpenApiDocumentError';
import {MOST_VALUES, writtenOut} from './aliases';
import {syntaxProblem} from './problems';
import {isObject, type JsonObject} from '../json';

/** A text of which the aliases stand for more than can be held. */
export class TooManyValues extends Error {
  override readonly name = 'TooManyValues';

  constructor(readonly file: string) {
    super(
      `Its YAML aliases stand for more than ${MOST_VALUES / 1_000_000} million values, or for themselves. Write a $ref in place of those that repeat.`,
    );
  }
}

/** A character of ASCII as an escape of JSON or YAML, which may hide a name. */
const escapedLetter = /\\(?:x|u00)[2-7]/;

/** Reads the files of a document, each once, and collects what is wrong with their text and still leaves it readable. */
export class DocumentResolver extends BaseResolver {
  readonly faults: DocumentProblem[] = [];
  /** What each file says, by its absolute path. */
  readonly parsed = new Map<string, JsonObject>();

  readonly #texts = new Set<string>();

  /** What each file says, as it is written. */
  texts(): readonly string[] {
    return [...this.#texts];
  }

  /** Whether these texts may name one of these members: most do not, which is far quicker to tell than by a walk. */
  mayName(...names: readonly string[]): boolean {
    return this.texts().some(text => names.some(name => text.includes(name)) || escapedLetter.test(text));
  }

  override parseDocument(source: Source, isRoot = false): Document {
    this.#texts.add(source.body);
    const document = this.#parse(source, isRoot);
    if (isObject(document.parsed)) {
      this.parsed.set(source.absoluteRef, document.parsed);
    }
    return document;
  }

  #parse(source: Source, isRoot: boolean): Document {
    const json = isRoot || source.absoluteRef.endsWith('.json') ? readJson(source.body) : undefined;
    if (json) {
      return {source, parsed: json.value};
    }
    const document = this.#parseYaml(source, isRoot);
    if (writtenOut(document.parsed) > MOST_VALUES) {
      throw new TooManyValues(source.absoluteRef);
    }
    return document;
  }

  #parseYaml(source: Source, isRoot: boolean): Document {
    try {
      return super.parseDocument(source, isRoot);
    } catch (error) {
      if (!(error instanceof YamlParseError) || !isRepeatedKey(error)) {
        throw error;
      }
      // As in JSON, what comes last counts.
      this.faults.push(syntaxProblem(error));
      return {source, parsed: parseYaml(source.body, {json: true})};
    }
  }
}

/** JSON is YAML too, and read as JSON it takes a tenth of the time. */
function readJson(text: string): {readonly value: unknown} | undefined {
  if (!/^\s*\{/.test(text)) {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    return {value};
  } catch {
    return undefined;
  }
}

function isRepeatedKey(error: YamlParseError): boolean {
  return /duplicat.* (mapping )?key/i.test(error.message);
}
