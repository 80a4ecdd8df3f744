import type {SampleLanguage, SampleReader} from '../sampleLanguage';
import {printCurl} from './print';

const reader: SampleReader = {
  names: ['bash', 'sh', 'shell', 'curl', 'console', 'zsh'],
  looksLike: /^(?:\s*#.*\n)*\s*(?:[$>%]\s+)?(?:\w+=\S*\s+)*(?:time\s+)?(?:\S*[/\\])?curl(?:\.exe)?\s/,
  async read(code) {
    const {isForWindows, parseCurl} = await import('../parse/curl/curl');
    return parseCurl(code, isForWindows(code) ? await import('../parse/curl/windows') : undefined);
  },
};

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
