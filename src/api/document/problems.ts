import {relative} from 'node:path';
import {getLineColLocation, type NormalizedProblem, type YamlParseError} from '@redocly/openapi-core';

import {isAboutExample, isFault, type Checked} from './isFault';
import {faultInWords} from './faultInWords';
import type {DocumentProblem} from './OpenApiDocumentError';

/** What the linter found, with lines and columns, each fault once. */
export function documentProblems(
  problems: readonly NormalizedProblem[],
  checked: Checked,
): DocumentProblem[] {
  const found = problems
    .filter(problem => isFault(problem, checked))
    .flatMap(problem => {
      const [location] = problem.location;
      if (!location) {
        return [];
      }
      const {source, start} = getLineColLocation(location);
      return [
        {
          file: shortPath(source.absoluteRef),
          position: {line: start.line, column: start.col},
          ...(location.pointer ? {pointer: location.pointer} : {}),
          message: sentence(problem, checked),
        },
      ];
    });
  const once = new Map(
    found.map(problem => [`${problem.file}${problem.pointer}${problem.message}`, problem] as const),
  );
  return [...once.values()];
}

/** Text that is not YAML or JSON, with the place where reading stopped. */
export function syntaxProblem(error: YamlParseError): DocumentProblem {
  const reason = 'reason' in error.originalError ? String(error.originalError.reason) : error.message;
  return {
    file: shortPath(error.source.absoluteRef),
    position: {line: error.line, column: error.col},
    message: `This is not valid YAML: ${reason}. Check the indentation, quotes and brackets here and just above.`,
  };
}

/** The path from the working directory where the file is below it, else the whole path. */
export function shortPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path === '' || path.startsWith('..') || /^[a-z]+:\/\//i.test(file) ? file : path;
}

function sentence(problem: NormalizedProblem, {files}: Checked): string {
  const {ruleId, from} = problem;
  const text = faultInWords(problem, files).replace(/\s+/g, ' ').trim();
  const ended = /[.?!]$/.test(text) ? text : `${text.replace(/[:;]$/, '')}.`;
  return from && isAboutExample(ruleId) ? `${ended} ${schemaPlace(from)}` : ended;
}

function schemaPlace(from: NonNullable<NormalizedProblem['from']>): string {
  const {source, start} = getLineColLocation(from);
  return `The schema is at ${shortPath(source.absoluteRef)}:${start.line}:${start.col}.`;
}

/** Puts faults in the order of the text. */
export function byPlace(a: DocumentProblem, b: DocumentProblem): number {
  return (
    a.file.localeCompare(b.file) ||
    (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
    (a.position?.column ?? 0) - (b.position?.column ?? 0)
  );
}
