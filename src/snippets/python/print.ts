import {encodedForm} from '../../api/http/form';
import type {ApiRequest, Credential, Part} from '../../request/apiRequest';
import {
  urlWithCredentials,
  type NumberedCredential,
  type CredentialText,
} from '../../request/withCredentials';
import {jsonTree} from '../literals/jsonTree';
import {pythonInFString, pythonLiteral, pythonString, survivesPython} from './literals';
import {pathOf, sampleHeaders, type PrintSnippet, type Shown} from '../snippet';

/** A program for Python 3.9 and later with the `requests` package. */
export const printPython: PrintSnippet = (request, {credentials: shown, scope}) => {
  const body = bodyOf(request);
  const stream = request.expects.type !== 'text';
  const method = request.method.toLowerCase();
  const known = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'].includes(method);
  const args = [
    ...(known ? [] : [`${pythonString(request.method)},`]),
    `${urlOf(request)},`,
    ...headerLines(request, body.mediaType),
    ...body.argument,
    ...basicAuth(request),
    ...(stream ? ['stream=True,'] : []),
    'timeout=30,',
  ];
  const call = `response = requests.${known ? method : 'request'}(`;
  if (scope === 'call') {
    const keys = request.credentials.map((credential, index) =>
      callKeyLine(credential, keyName(index), shown),
    );
    return [...keys, call, ...args.map(line => `    ${line}`), ')'].join('\n');
  }
  return [
    ...(shown === 'literal' || request.credentials.length === 0 ? [] : ['import os']),
    'import sys',
    '',
    'import requests',
    '',
    ...keyLines(request, shown),
    'try:',
    `    ${call}`,
    ...args.map(line => `        ${line}`),
    '    )',
    'except requests.RequestException as error:',
    '    sys.exit(f"Request failed: {error}")',
    '',
    'if not response.ok:',
    '    sys.exit(f"{response.status_code} {response.text}")',
    ...answerLines(request),
  ].join('\n');
};

function keyLines({credentials}: ApiRequest, shown: Shown): string[] {
  const lines = credentials.flatMap((credential, index) => keyAssignment(credential, keyName(index), shown));
  return lines.length === 0 ? [] : [...lines, ''];
}

function keyAssignment(credential: Credential, name: string, shown: Shown): string[] {
  const {env} = credential;
  return shown === 'variable'
    ? [`${name} = os.environ.get("${env}")`, `if not ${name}:`, `    sys.exit("Set ${env} first.")`]
    : [callKeyLine(credential, name, shown)];
}

/** Code that is pasted into a program fails there when the variable is missing, with the name of the variable. */
function callKeyLine({env, value}: Credential, name: string, shown: Shown): string {
  switch (shown) {
    case 'variable':
      return `${name} = os.environ["${env}"]`;
    case 'fallback':
      return `${name} = os.environ.get("${env}", ${pythonString(value)})`;
    case 'literal':
      return `${name} = ${pythonString(value)}`;
  }
}

function keyName(index: number): string {
  return index === 0 ? 'api_key' : `api_key_${index + 1}`;
}

function urlOf(request: ApiRequest): string {
  return textOf(urlWithCredentials(request), ({index}) => `requests.utils.quote(${keyName(index)}, safe='')`);
}

/** A text as a literal, with an expression for each secret. */
function textOf(text: CredentialText, expression: (secret: NumberedCredential) => string): string {
  const [only = ''] = text.length > 1 ? [] : text;
  return text.length > 1
    ? `f"${text.map(piece => (typeof piece === 'string' ? pythonInFString(piece) : `{${expression(piece)}}`)).join('')}"`
    : typeof only === 'string'
      ? pythonString(only)
      : expression(only);
}

function headerLines(request: ApiRequest, mediaType: string | undefined): string[] {
  const fields = [
    ...sampleHeaders(request).map(({name, value}) => ({
      name,
      value: textOf(value, ({index}) => keyName(index)),
    })),
    ...(mediaType === undefined ? [] : [{name: 'Content-Type', value: pythonString(mediaType)}]),
  ];
  return fields.length === 0
    ? []
    : ['headers={', ...fields.map(({name, value}) => `    ${pythonString(name)}: ${value},`), '},'];
}

function basicAuth({credentials}: ApiRequest): string[] {
  return credentials.flatMap((credential, index) =>
    credential.type === 'basic' ? [`auth=tuple(${keyName(index)}.split(":", 1)),`] : [],
  );
}

interface PythonBody {
  /** The lines of the keyword argument that carries the body. */
  readonly argument: readonly string[];
  /** The `Content-Type` to set; `json=` and `files=` set their own. */
  readonly mediaType?: string;
}

function bodyOf({body}: ApiRequest): PythonBody {
  switch (body.type) {
    case 'none':
      return {argument: []};
    case 'json': {
      const tree = jsonTree(body.text);
      const own = body.mediaType === 'application/json' ? {} : {mediaType: body.mediaType};
      return tree && isContainer(tree) && survivesPython(tree)
        ? {argument: `json=${pythonLiteral(tree, 0)},`.split('\n'), ...own}
        : {argument: [dataArgument(body.text)], mediaType: body.mediaType};
    }
    case 'text':
      return {argument: [dataArgument(body.text)], mediaType: body.mediaType};
    case 'form':
      return {argument: [dataArgument(encodedForm(body.fields))], mediaType: body.mediaType};
    case 'file':
      return {argument: [`data=open(${pythonString(pathOf(body.file))}, "rb"),`], mediaType: body.mediaType};
    case 'multipart':
      return {argument: ['files=[', ...body.parts.flatMap(partLines).map(line => `    ${line}`), '],']};
  }
}

/** `json=` leaves out a body that Python takes for false, such as `{}` or `0`. */
function isContainer(tree: NonNullable<ReturnType<typeof jsonTree>>): boolean {
  return (
    (tree.type === 'object' && tree.members.length > 0) || (tree.type === 'array' && tree.items.length > 0)
  );
}

function dataArgument(text: string): string {
  return `data=${pythonString(text)}${/[^\0-\x7f]/.test(text) ? '.encode()' : ''},`;
}

/** How long a line of a part may be: black allows 88 characters, and a part stands behind 12 spaces. */
const LONGEST_PART = 76;

/** The tuple of a part in one line, or laid out so that black leaves it: one entry a line, with the comma that asks for it. */
function partLines(part: Part): readonly string[] {
  const name = pythonString(part.name);
  const headers =
    part.headers?.map(field => `${pythonString(field.name)}: ${pythonString(field.value)},`) ?? [];
  const content =
    'file' in part
      ? [pythonString(part.file.name), `open(${pythonString(pathOf(part.file))}, "rb")`]
      : ['None', pythonString(part.value)];
  const type =
    part.mediaType !== undefined ? [pythonString(part.mediaType)] : headers.length > 0 ? ['None'] : [];
  const line = `(${name}, (${[...content, ...type].join(', ')})),`;
  return headers.length === 0 && line.length <= LONGEST_PART
    ? [line]
    : [
        '(',
        `    ${name},`,
        '    (',
        ...[...content, ...type].map(entry => `        ${entry},`),
        ...(headers.length > 0
          ? ['        {', ...headers.map(header => `            ${header}`), '        },']
          : []),
        '    ),',
        '),',
      ];
}

function answerLines({expects}: ApiRequest): string[] {
  switch (expects.type) {
    case 'text':
      return ['print(response.text)'];
    case 'event-stream':
      return ['for line in response.iter_lines(decode_unicode=True):', '    print(line, flush=True)'];
    case 'file':
      return [
        `with open(${pythonString(expects.name)}, "wb") as file:`,
        '    for chunk in response.iter_content(65536):',
        '        file.write(chunk)',
      ];
  }
}
