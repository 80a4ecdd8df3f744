import type {SampleLanguage, SampleReader} from '../sampleLanguage';
import {printPython} from './print';

const reader: SampleReader = {
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

export const python = {
  id: 'python',
  label: 'Python',
  highlight: 'python',
  grammars: [],
  comment: '#',
  extension: 'py',
  print: printPython,
  reader,
} as const satisfies SampleLanguage;
