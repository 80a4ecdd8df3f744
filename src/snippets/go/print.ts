import {encodedForm} from '../../api/http/form';
import type {ApiRequest, Credential, Part} from '../../request/apiRequest';
import {
  isInQuery,
  urlWithCredentials,
  type NumberedCredential,
  type CredentialText,
} from '../../request/withCredentials';
import {goInterpreted, goString} from './literals';
import {pathOf, sampleHeaders, type PrintSnippet, type Shown} from '../snippet';

/** A program for Go 1.19 and later with the standard library alone. */
export const printGo: PrintSnippet = (request, {credentials: shown, scope}) => {
  const body = bodyOf(request);
  const target = sumOf(urlWithCredentials(request), ({index}) => `url.QueryEscape(${keyName(index)})`);
  const imports = new Set([
    'fmt',
    'net/http',
    'os',
    'io',
    ...body.imports,
    ...(request.credentials.some(isInQuery) ? ['net/url'] : []),
    ...(shown === 'variable' && request.credentials.length > 0 ? ['errors'] : []),
    ...(request.expects.type === 'event-stream' ? [] : ['time']),
  ]);
  const made = [
    ...body.setup,
    `req, err := http.NewRequest(${goInterpreted(request.method)}, ${target}, ${body.reader})`,
    ...returnOnError,
    ...headerLines(request, body.mediaType),
    '',
  ];
  if (scope === 'call') {
    const keys = request.credentials.flatMap((one, index) => callKeyLines(one, index, shown));
    return [...keys, ...made, ...sending('http.DefaultClient')].join('\n');
  }
  const run = [
    ...request.credentials.flatMap((one, index) => keyLines(one, index, shown)),
    ...made,
    request.expects.type === 'event-stream'
      ? 'client := &http.Client{}'
      : 'client := &http.Client{Timeout: 30 * time.Second}',
    ...sending('client'),
    '',
    'if resp.StatusCode >= 400 {',
    '\tproblem, _ := io.ReadAll(resp.Body)',
    '\treturn fmt.Errorf("%s: %s", resp.Status, problem)',
    '}',
    ...answerLines(request),
  ];
  return [
    'package main',
    '',
    'import (',
    ...[...imports].sort().map(name => `\t"${name}"`),
    ')',
    '',
    'func main() {',
    '\tif err := run(); err != nil {',
    '\t\tfmt.Fprintln(os.Stderr, err)',
    '\t\tos.Exit(1)',
    '\t}',
    '}',
    '',
    'func run() error {',
    ...run.map(line => (line === '' ? '' : `\t${line}`)),
    '}',
  ].join('\n');
};

/** The lines that send the request by a client. */
function sending(client: string): string[] {
  return [`resp, err := ${client}.Do(req)`, ...returnOnError, 'defer resp.Body.Close()'];
}

const returnOnError = ['if err != nil {', '\treturn err', '}'];

function keyLines(credential: Credential, index: number, shown: Shown): string[] {
  const check = [`if ${keyName(index)} == "" {`, `\treturn errors.New("set ${credential.env} first")`, '}'];
  return [...callKeyLines(credential, index, shown), ...(shown === 'variable' ? check : []), ''];
}

/** Code that is pasted into a program that checks its own environment. */
function callKeyLines({env, value}: Credential, index: number, shown: Shown): string[] {
  const name = keyName(index);
  switch (shown) {
    case 'variable':
      return [`${name} := os.Getenv("${env}")`];
    case 'fallback':
      return [
        `${name} := os.Getenv("${env}")`,
        `if ${name} == "" {`,
        `\t${name} = ${goInterpreted(value)}`,
        '}',
      ];
    case 'literal':
      return [`${name} := ${goInterpreted(value)}`];
  }
}

function keyName(index: number): string {
  return index === 0 ? 'apiKey' : `apiKey${index + 1}`;
}

/** A text as a sum of literals and an expression for each secret. */
function sumOf(text: CredentialText, expression: (secret: NumberedCredential) => string): string {
  return text.map(piece => (typeof piece === 'string' ? goInterpreted(piece) : expression(piece))).join('+');
}

function headerLines(request: ApiRequest, mediaType: string | undefined): string[] {
  return [
    ...request.credentials.flatMap(({type}, index) =>
      type === 'basic'
        ? [`user, password, _ := strings.Cut(${keyName(index)}, ":")`, 'req.SetBasicAuth(user, password)']
        : [],
    ),
    ...sampleHeaders(request).map(({name, value}) => {
      const sum = sumOf(value, ({index}) => keyName(index));
      return name.toLowerCase() === 'host'
        ? `req.Host = ${sum}`
        : `req.Header.Set(${goInterpreted(name)}, ${sum})`;
    }),
    ...(mediaType === undefined ? [] : [`req.Header.Set("Content-Type", ${mediaType})`]),
  ];
}

interface GoBody {
  readonly imports: readonly string[];
  readonly setup: readonly string[];
  /** The expression that gives the body. */
  readonly reader: string;
  /** The expression that gives the `Content-Type`. */
  readonly mediaType?: string;
}

function bodyOf({body, credentials}: ApiRequest): GoBody {
  const basic = credentials.some(({type}) => type === 'basic') ? ['strings'] : [];
  switch (body.type) {
    case 'none':
      return {imports: basic, setup: [], reader: 'nil'};
    case 'json':
    case 'text':
      return textBody(body.text, body.mediaType);
    case 'form':
      return textBody(encodedForm(body.fields), body.mediaType);
    case 'file':
      return {
        imports: basic,
        setup: [
          `file, err := os.Open(${goInterpreted(pathOf(body.file))})`,
          ...returnOnError,
          'defer file.Close()',
          '',
        ],
        reader: 'file',
        mediaType: goInterpreted(body.mediaType),
      };
    case 'multipart':
      return multipartBody(body.parts, basic);
  }
}

function textBody(text: string, mediaType: string): GoBody {
  return {
    imports: ['strings'],
    setup: [`body := strings.NewReader(${goString(text)})`],
    reader: 'body',
    mediaType: goInterpreted(mediaType),
  };
}

function multipartBody(parts: readonly Part[], basic: readonly string[]): GoBody {
  const typed = parts.some(part => part.mediaType !== undefined || part.headers !== undefined);
  return {
    imports: ['bytes', 'mime/multipart', ...(typed ? ['net/textproto'] : []), ...basic],
    setup: [
      'var body bytes.Buffer',
      'form := multipart.NewWriter(&body)',
      ...parts.flatMap(partLines),
      'if err := form.Close(); err != nil {',
      '\treturn err',
      '}',
      '',
    ],
    reader: '&body',
    mediaType: 'form.FormDataContentType()',
  };
}

function partLines(part: Part, index: number): string[] {
  const name = `part${index + 1}`;
  const isTyped = part.mediaType !== undefined || part.headers !== undefined;
  if (!('file' in part) && !isTyped) {
    return [
      `if err := form.WriteField(${goInterpreted(part.name)}, ${goInterpreted(part.value)}); err != nil {`,
      '\treturn err',
      '}',
    ];
  }
  const writer =
    'file' in part && !isTyped
      ? `form.CreateFormFile(${goInterpreted(part.name)}, ${goInterpreted(part.file.name)})`
      : typedPart(part);
  const content =
    'file' in part
      ? [
          `file${index + 1}, err := os.Open(${goInterpreted(pathOf(part.file))})`,
          ...returnOnError,
          `defer file${index + 1}.Close()`,
          `if _, err := io.Copy(${name}, file${index + 1}); err != nil {`,
          '\treturn err',
          '}',
        ]
      : [`if _, err := io.WriteString(${name}, ${goString(part.value)}); err != nil {`, '\treturn err', '}'];
  return [`${name}, err := ${writer}`, ...returnOnError, ...content];
}

function typedPart(part: Part): string {
  const filename = 'file' in part ? `; filename="${part.file.name}"` : '';
  const disposition = goString(`form-data; name="${part.name}"${filename}`);
  const type = part.mediaType ?? ('file' in part ? 'application/octet-stream' : undefined);
  const fields = [
    ...(type === undefined ? [] : [{name: 'Content-Type', value: type}]),
    ...(part.headers ?? []),
  ].map(({name, value}) => `, ${goInterpreted(name)}: {${goInterpreted(value)}}`);
  return `form.CreatePart(textproto.MIMEHeader{"Content-Disposition": {${disposition}}${fields.join('')}})`;
}

function answerLines({expects}: ApiRequest): string[] {
  switch (expects.type) {
    case 'text':
    case 'event-stream':
      return ['_, err = io.Copy(os.Stdout, resp.Body)', 'return err'];
    case 'file':
      return [
        `out, err := os.Create(${goInterpreted(expects.name)})`,
        ...returnOnError,
        'if _, err := io.Copy(out, resp.Body); err != nil {',
        '\treturn err',
        '}',
        'return out.Close()',
      ];
  }
}
