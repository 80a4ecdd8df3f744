import type {SampleLanguage} from '../sampleLanguage';
import {printGo} from './print';
import {reader} from './reader';

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
