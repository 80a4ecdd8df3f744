import type {Language} from '../../../snippets';

/** The language of code that makes a request, by how it starts or what it calls; undefined for any other text. */
export function languageOfCode(text: string): Language | undefined {
  // A longer text is no sample, and not worth the search.
  const code = text.slice(0, 200_000);
  if (/^(?:\s*#.*\n)*\s*(?:[$>%]\s+)?(?:\w+=\S*\s+)*(?:time\s+)?(?:\S*[/\\])?curl(?:\.exe)?\s/.test(code)) {
    return 'curl';
  }
  if (/\bhttp\.NewRequest(?:WithContext)?\(/.test(code)) {
    return 'go';
  }
  if (/\b(?:requests|httpx)\.(?:get|post|put|patch|delete|head|options|request)\(/.test(code)) {
    return 'python';
  }
  return /\bfetch\(\s*["'`]/.test(code) ? 'node' : undefined;
}

/** The language of a sample by its name for Prism; undefined when it is none that can be read. */
export function languageOfSample(highlight: string): Language | undefined {
  switch (highlight) {
    case 'bash':
    case 'sh':
    case 'shell':
    case 'curl':
    case 'console':
    case 'zsh':
      return 'curl';
    case 'js':
    case 'javascript':
    case 'node':
    case 'ts':
    case 'typescript':
      return 'node';
    case 'py':
    case 'python':
      return 'python';
    case 'go':
      return 'go';
    default:
      return undefined;
  }
}
