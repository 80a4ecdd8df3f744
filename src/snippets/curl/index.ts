import type {SampleLanguage} from '../sampleLanguage';
import {printCurl} from './print';
import {reader} from './reader';

export const curl = {
  id: 'curl',
  label: 'cURL',
  highlight: 'bash',
  grammars: ['bash'],
  comment: '#',
  extension: 'sh',
  print: printCurl,
  reader,
} as const satisfies SampleLanguage;
