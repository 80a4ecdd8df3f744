import {readers} from '@generated/openapi/default/readers.js';

import type {SampleReader} from '../../../snippets/sampleLanguage';

/** What reads code that makes a request, by how it starts or what it calls; undefined for any other text. */
export function readerOfCode(text: string): SampleReader | undefined {
  // A longer text is no sample, and not worth the search.
  const code = text.slice(0, 200_000);
  return readers.find(({looksLike}) => looksLike.test(code));
}

/** What reads a sample, by the name of its language for Prism; undefined where nothing does. */
export function readerOfSample(highlight: string): SampleReader | undefined {
  return readers.find(({names}) => names.includes(highlight));
}
