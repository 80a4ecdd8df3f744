/** Samples in any language, for builds, commands and tests. A page imports the languages that it shows, and `sampleOf`. */
import type {ApiRequest} from '../request/apiRequest';
import {languages, type Language} from './languages';
import type {SampleLanguage} from './sampleLanguage';
import {sampleOf} from './sampleOf';
import type {SnippetOptions} from './snippet';

export {languages, type Language} from './languages';
export {sampleOrReason} from './sampleOf';
export type {SampleLanguage} from './sampleLanguage';
export {UnprintableRequest, type SnippetOptions} from './snippet';

/** Those whose code can be read into a request. */
export const readableLanguages = languages.filter(
  (language: SampleLanguage) => language.reader !== undefined,
);

/** {@link sampleOf} by the id of a language. */
export function generateSnippet(request: ApiRequest, id: Language, options?: SnippetOptions): string {
  return sampleOf(request, languageOf(id), options);
}

/** The language of an id. */
export function languageOf(id: Language): SampleLanguage {
  const language = languages.find(one => one.id === id);
  if (!language) {
    throw new Error(`There are no samples in "${id}".`);
  }
  return language;
}
