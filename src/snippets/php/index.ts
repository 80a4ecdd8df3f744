import type {SampleLanguage} from '../sampleLanguage';
import {printPhp} from './print';

export const php = {
  id: 'php',
  label: 'PHP',
  highlight: 'php',
  grammars: ['markup-templating', 'php'],
  comment: '//',
  extension: 'php',
  print: printPhp,
} as const satisfies SampleLanguage;
