import type {SampleReader} from '../sampleLanguage';

export const reader: SampleReader = {
  names: ['go'],
  looksLike: /\bhttp\.NewRequest(?:WithContext)?\(/,
  async read(code) {
    const [{readProgram}, {readGo}] = await Promise.all([
      import('../parse/readProgram'),
      import('../parse/go/go'),
    ]);
    return readProgram(code, readGo);
  },
};
