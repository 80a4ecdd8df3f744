import type {SampleReader} from '../sampleLanguage';

export const reader: SampleReader = {
  names: ['javascript', 'js', 'node', 'typescript', 'ts'],
  // Programs of other languages may have a function of this name.
  looksLike: /^(?![^]*\b(?:http\.NewRequest|(?:requests|httpx)\.\w+\())[^]*\bfetch\(\s*["'`]/,
  async read(code) {
    const [{readProgram}, {readNode}] = await Promise.all([
      import('../parse/readProgram'),
      import('../parse/javascript/node'),
    ]);
    return readProgram(code, readNode);
  },
};
