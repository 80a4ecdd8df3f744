import type {SampleReader} from '../sampleLanguage';

export const reader: SampleReader = {
  names: ['bash', 'sh', 'shell', 'curl', 'console', 'zsh'],
  looksLike: /^(?:\s*#.*\n)*\s*(?:[$>%]\s+)?(?:\w+=\S*\s+)*(?:time\s+)?(?:\S*[/\\])?curl(?:\.exe)?\s/,
  async read(code) {
    const {isForWindows, parseCurl} = await import('../parse/curl/curl');
    return parseCurl(code, isForWindows(code) ? await import('../parse/curl/windows') : undefined);
  },
};
