import type {SampleReader} from '../sampleLanguage';

export const reader: SampleReader = {
  names: ['python', 'py'],
  looksLike: /\b(?:requests|httpx)\.(?:get|post|put|patch|delete|head|options|request)\(/,
  async read(code) {
    const [{readProgram}, {readPython}] = await Promise.all([
      import('../parse/readProgram'),
      import('../parse/python/python'),
    ]);
    return readProgram(code, readPython);
  },
};
