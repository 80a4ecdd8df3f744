import type {SampleLanguage} from '../sampleLanguage';
import {printPython} from './print';
import {reader} from './reader';

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
