import type {SampleLanguage} from '../sampleLanguage';
import {printNode} from './print';
import {reader} from './reader';

export const node = {
  id: 'node',
  label: 'Node.js',
  highlight: 'javascript',
  grammars: [],
  comment: '//',
  extension: 'mjs',
  print: printNode,
  reader,
} as const satisfies SampleLanguage;
