import {describe, expect, test} from 'vitest';

import {chosenLanguages, grammarsOfSamples, languageModules} from '../../../src/plugin/languages';

describe('a site chooses its languages', () => {
  test('which are four tabs and nothing behind them where it says nothing', () => {
    const {tabs, more} = chosenLanguages({});
    expect(tabs.map(({label}) => label)).toEqual(['cURL', 'Node.js', 'Python', 'Go']);
    expect(more).toEqual([]);
  });

  test('in its own order, and a page imports no others', () => {
    const options = {languages: ['go', 'ruby'], moreLanguages: ['php', 'curl']};
    expect(chosenLanguages(options).tabs.map(({id}) => id)).toEqual(['go', 'ruby']);
    const modules = languageModules(options, '/site/src/snippets');
    expect(modules['tabLanguages.js']).toBe(
      [
        'import {go} from "/site/src/snippets/go";',
        'import {ruby} from "/site/src/snippets/ruby";',
        'export const tabLanguages = [\n  go,\n  ruby,\n];\n',
      ].join('\n'),
    );
    expect(modules['moreLanguages.js']).toContain(
      '{label: "PHP", highlight: "php", load: async () => (await import("/site/src/snippets/php")).php}',
    );
    // Nothing reads Ruby and PHP.
    expect(modules['readers.js'].match(/snippets\/\w+\/reader/g)).toEqual([
      'snippets/go/reader',
      'snippets/curl/reader',
    ]);
    expect(Object.values(modules).join('')).not.toContain('python');
  });

  test('and Prism gets the grammars of all of them, each once and after those that it builds on', () => {
    expect(grammarsOfSamples({languages: ['curl'], moreLanguages: ['php', 'ruby']})).toEqual([
      'bash',
      'markup-templating',
      'php',
      'ruby',
    ]);
    expect(grammarsOfSamples({languages: ['node', 'go']})).toEqual([]);
  });

  test.each([
    [
      {languages: ['rust']},
      '`languages` names "rust", which there are no samples in. It takes "curl", "node"',
    ],
    [{moreLanguages: ['Ruby']}, '`moreLanguages` names "Ruby"'],
    [{languages: ['go', 'curl', 'go']}, 'The language "go" is listed twice'],
    [{languages: ['go'], moreLanguages: ['go']}, 'The language "go" is listed twice'],
    [{languages: []}, '`languages` is empty'],
  ])('and is told which of %j is wrong', (options, message) => {
    expect(() => chosenLanguages(options)).toThrow(message);
  });
});
