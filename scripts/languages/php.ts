import type {LanguageTools} from '../languageTools';
import {firstThat, hasVersion, named, works, type Toolchain} from '../toolchains';

const php: Toolchain = {
  name: 'PHP 8.1 or newer',
  purpose: 'runs the PHP samples',
  find: () => firstThat(named('php'), path => hasVersion(path, ['--version'], 8, 1)),
  aptPackage: 'php-cli',
  brewPackage: 'php',
};

const phpCurl: Toolchain = {
  name: 'the cURL extension of PHP',
  purpose: 'sends the requests of the PHP samples',
  find: () => firstThat(named('php'), path => works(path, ['-r', "exit(extension_loaded('curl') ? 0 : 1);"])),
  aptPackage: 'php-curl',
  brewPackage: 'php',
};

const phpcs: Toolchain = {
  name: 'PHP_CodeSniffer',
  purpose: 'checks the PHP samples',
  find: () => firstThat(named('phpcs'), path => works(path, ['--version'])),
  aptPackage: 'php-codesniffer',
  brewPackage: 'php-code-sniffer',
};

export const tools: LanguageTools = {
  toolchains: [php, phpCurl, phpcs],
  interpreter: [php],
  // Its warnings are about long lines, which come from data.
  checks: files => [[phpcs, '-q', '-n', '--standard=PSR12', ...files]],
  around: call =>
    [
      '<?php',
      call,
      'if ($response === false || curl_getinfo($curl, CURLINFO_RESPONSE_CODE) >= 400) {',
      '    exit(1);',
      '}',
    ].join('\n'),
};
