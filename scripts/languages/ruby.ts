import type {LanguageTools} from '../languageTools';
import {firstThat, hasVersion, named, works, type Toolchain} from '../toolchains';

const ruby: Toolchain = {
  name: 'Ruby 3.0 or newer',
  purpose: 'runs the Ruby samples',
  find: () => firstThat(named('ruby'), path => hasVersion(path, ['--version'], 3, 0)),
  aptPackage: 'ruby',
  brewPackage: 'ruby',
};

const rubocop: Toolchain = {
  name: 'RuboCop',
  purpose: 'checks the Ruby samples',
  find: () => firstThat(named('rubocop'), path => works(path, ['--version'])),
  aptPackage: 'rubocop',
  brewPackage: 'rubocop',
};

/** Rules for programs that grow, or about data: samples print texts, numbers and lists as the document has them. */
const leftOut = [
  'Layout/LineLength',
  'Lint/InterpolationCheck',
  'Lint/SymbolConversion',
  'Metrics',
  'Style/FrozenStringLiteralComment',
  'Style/NumericLiterals',
  'Style/WordArray',
];

export const tools: LanguageTools = {
  toolchains: [ruby, rubocop],
  interpreter: [ruby],
  checks: files => [
    [rubocop, '--cache', 'false', '--format', 'emacs', '--except', leftOut.join(','), ...files],
  ],
  project: {'.rubocop.yml': 'AllCops:\n  NewCops: enable\n  TargetRubyVersion: 3.0\n'},
  around: call =>
    ["require 'json'", "require 'net/http'", "require 'securerandom'", call, 'response.value'].join('\n'),
};
