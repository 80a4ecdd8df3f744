import {ownMember} from '../api/json';

/** What people call a language where Prism calls it otherwise, or where it is one of a family. */
const others: Readonly<Record<string, string>> = {
  'c#': 'csharp',
  cs: 'csharp',
  '.net': 'csharp',
  'c++': 'cpp',
  curl: 'bash',
  shell: 'bash',
  sh: 'bash',
  zsh: 'bash',
  cli: 'bash',
  node: 'javascript',
  'node.js': 'javascript',
  nodejs: 'javascript',
  js: 'javascript',
  ts: 'typescript',
  golang: 'go',
  py: 'python',
  python3: 'python',
  rb: 'ruby',
  rs: 'rust',
  kt: 'kotlin',
  'objective-c': 'objectivec',
  'obj-c': 'objectivec',
};

/** The name that Prism has for a language, whichever way it is called. Prism may lack the language itself. */
export function grammarOf(language: string): string {
  const name = language.trim().toLowerCase();
  return ownMember(others, name) ?? name;
}
