import {readers} from '@generated/openapi/default/readers.js';

import type {SampleReader} from '../../../snippets/sampleLanguage';

/** The parser for code that makes a request, chosen by how it starts or what it calls; undefined for other text. */
export function readerOfCode(text: string): SampleReader | undefined {
  // A longer text is no sample, and searching it would be slow.
  const code = text.slice(0, 200_000);
  return readers.find(({looksLike}) => looksLike.test(code));
}

/** The parser for a sample, by its language for Prism; undefined if there is none. */
export function readerOfSample(highlight: string): SampleReader | undefined {
  return readers.find(({names}) => names.includes(highlight));
}
