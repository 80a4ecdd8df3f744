import type {LanguageTools} from '../languageTools';
import {firstThat, hasVersion, named, type Toolchain} from '../toolchains';

export const go: Toolchain = {
  name: 'Go 1.19 or newer',
  purpose: 'runs the Go samples',
  find: () =>
    firstThat([...named('go'), '/usr/local/go/bin/go'], path => hasVersion(path, ['version'], 1, 19)),
  aptPackage: 'golang-go',
  brewPackage: 'go',
};

export const gofmt: Toolchain = {
  name: 'gofmt',
  purpose: 'checks the format of the Go samples',
  find: () => firstThat([...named('gofmt'), '/usr/local/go/bin/gofmt'], () => true),
  aptPackage: 'golang-go',
  brewPackage: 'go',
};

/** The packages that a call may use, and their imports. */
const packages: Readonly<Record<string, string>> = {
  bytes: 'bytes',
  io: 'io',
  multipart: 'mime/multipart',
  http: 'net/http',
  textproto: 'net/textproto',
  url: 'net/url',
  strings: 'strings',
};

export const tools: LanguageTools = {
  toolchains: [go, gofmt],
  interpreter: [go, 'run'],
  checks: files => [
    [gofmt, '-l', ...files],
    [go, 'vet', './...'],
  ],
  project: {'go.mod': 'module samples\n\ngo 1.19\n'},
  around(call) {
    const used = Object.entries(packages).filter(([name]) => new RegExp(`\\b${name}\\.[A-Z]`).test(call));
    return [
      'package main',
      `import (\n"fmt"\n"os"\n${used.map(([, path]) => `"${path}"`).join('\n')}\n)`,
      'func main() { if err := run(); err != nil { fmt.Fprintln(os.Stderr, err); os.Exit(1) } }',
      `func run() error {\n${call}\nreturn nil\n}`,
    ].join('\n');
  },
};
