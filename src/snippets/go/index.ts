import type {SampleLanguage, SampleReader} from '../sampleLanguage';
import {printGo} from './print';

const reader: SampleReader = {
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

export const go = {
  id: 'go',
  label: 'Go',
  highlight: 'go',
  grammars: [],
  comment: '//',
  extension: 'go',
  print: printGo,
  reader,
} as const satisfies SampleLanguage;
