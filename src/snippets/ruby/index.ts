import type {SampleLanguage} from '../sampleLanguage';
import {printRuby} from './print';

export const ruby = {
  id: 'ruby',
  label: 'Ruby',
  highlight: 'ruby',
  grammars: ['ruby'],
  comment: '#',
  extension: 'rb',
  print: printRuby,
} as const satisfies SampleLanguage;
