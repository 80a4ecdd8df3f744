import {encodedForm} from '../../api/http/form';
import type {ApiRequest, Part} from '../../request/apiRequest';
import {
  urlWithCredentials,
  type NumberedCredential,
  type CredentialText,
} from '../../request/withCredentials';
import {
  jsCall,
  jsInTemplate,
  jsLiteral,
  jsProperty,
  jsPropertyName,
  jsString,
  survivesJavaScript,
} from './literals';
import {jsonTree} from '../literals/jsonTree';
import {
  headOfPart,
  isPlainPart,
  UnprintableRequest,
  pathOf,
  sampleHeaders,
  type PrintSnippet,
  type Shown,
} from '../snippet';

/** A program for Node.js 20 and later: ECMAScript modules, the built-in `fetch`, no packages. */
export const printNode: PrintSnippet = (request, {credentials: shown, scope}) => {
  if (/^(?:GET|HEAD)$/.test(request.method) && request.body.type !== 'none') {
    throw new UnprintableRequest(
      `fetch sends no body with ${request.method}. Take the body out, use another method, or send the request from another language.`,
    );
  }
  // How deep the call stands in the code.
  const level = scope === 'program' ? 1 : 0;
  const url = urlOf(request);
  // A long URL stands on a line of its own, and all below it one step further in.
  const isLong = jsCall(`${'  '.repeat(level)}const response = await fetch`, [url], 0, ' {').includes('\n');
  const indent = level + (isLong ? 2 : 1);
  const body = bodyOf(request, indent, level);
  const options = [
    ...(request.method === 'GET' ? [] : [`method: ${jsString(request.method)},`]),
    ...headerLines(request, body.mediaType, indent),
    ...(body.expression === undefined ? [] : [jsProperty('body', body.expression, indent).trimStart()]),
    ...(request.expects.type === 'event-stream' ? [] : ['signal: AbortSignal.timeout(30_000),']),
  ];
  const call =
    options.length === 0
      ? [jsCall('const response = await fetch', [url], level, ';')]
      : !isLong
        ? [`const response = await fetch(${url}, {`, ...indented(options), '});']
        : ['const response = await fetch(', `  ${url},`, '  {', ...indented(indented(options)), '  },', ');'];
  if (scope === 'call') {
    return [...callKeyLines(request, shown), ...body.setup, ...call].join('\n');
  }
  const imports = [
    ...body.imports,
    ...(request.expects.type === 'file' ? ['import { writeFile } from "node:fs/promises";'] : []),
  ];
  return [
    ...imports,
    ...(imports.length > 0 ? [''] : []),
    ...keyLines(request, shown),
    'try {',
    ...indented([...body.setup, ...call, ...answerLines(request)]),
    '} catch (error) {',
    '  console.error(error.cause?.code ?? error.message);',
    '  process.exitCode = 1;',
    '}',
  ].join('\n');
};

/** The variables that hold the credentials, and a readable end when one is missing. */
function keyLines(request: ApiRequest, shown: Shown): string[] {
  const assignments = callKeyLines(request, shown);
  return request.credentials.flatMap(({env}, index) => [
    assignments[index] ?? '',
    ...(shown === 'variable'
      ? [`if (!${keyName(index)}) {`, `  console.error("Set ${env} first.");`, '  process.exit(1);', '}']
      : []),
    '',
  ]);
}

/** The same for code that a program around it checks. */
function callKeyLines({credentials}: ApiRequest, shown: Shown): string[] {
  return credentials.map(({env, value}, index) => {
    switch (shown) {
      case 'variable':
        return `const ${keyName(index)} = process.env.${env};`;
      case 'fallback':
        return `const ${keyName(index)} = process.env.${env} ?? ${jsString(value)};`;
      case 'literal':
        return `const ${keyName(index)} = ${jsString(value)};`;
    }
  });
}

function keyName(index: number): string {
  return index === 0 ? 'apiKey' : `apiKey${index + 1}`;
}

function urlOf(request: ApiRequest): string {
  return textOf(urlWithCredentials(request), ({index}) => `encodeURIComponent(${keyName(index)})`);
}

/** A text as a literal, with an expression for each secret. */
function textOf(text: CredentialText, expression: (secret: NumberedCredential) => string): string {
  const [only = ''] = text.length > 1 ? [] : text;
  return text.length > 1
    ? `\`${text.map(piece => (typeof piece === 'string' ? jsInTemplate(piece) : `\${${expression(piece)}}`)).join('')}\``
    : typeof only === 'string'
      ? jsString(only)
      : expression(only);
}

function headerLines(request: ApiRequest, mediaType: string | undefined, indent: number): string[] {
  const fields = [
    ...request.credentials.flatMap((credential, index) =>
      credential.type === 'basic'
        ? [
            {
              name: 'Authorization',
              value: `\`Basic \${Buffer.from(${keyName(index)}).toString("base64")}\``,
            },
          ]
        : [],
    ),
    ...sampleHeaders(request).map(({name, value}) => ({
      name,
      value: textOf(value, ({index}) => keyName(index)),
    })),
    ...(mediaType === undefined ? [] : [{name: 'Content-Type', value: mediaType}]),
  ];
  return fields.length === 0
    ? []
    : [
        'headers: {',
        ...fields.map(
          ({name, value}) => `  ${jsProperty(jsPropertyName(name), value, indent + 1).trimStart()}`,
        ),
        '},',
      ];
}

interface NodeBody {
  readonly imports: readonly string[];
  /** Lines before the call. */
  readonly setup: readonly string[];
  readonly expression?: string;
  /** The expression of the `Content-Type` to set; `fetch` sets that of a form itself. */
  readonly mediaType?: string;
}

/** The body, printed for the given indentation of its line, and of the lines before the call. */
function bodyOf({body}: ApiRequest, indent: number, level: number): NodeBody {
  switch (body.type) {
    case 'none':
      return {imports: [], setup: []};
    case 'json': {
      const tree = jsonTree(body.text);
      const expression =
        tree && survivesJavaScript(tree)
          ? `JSON.stringify(${jsLiteral(tree, indent, 22)})`
          : jsString(body.text);
      return {imports: [], setup: [], expression, mediaType: jsString(body.mediaType)};
    }
    case 'text':
      return {imports: [], setup: [], expression: jsString(body.text), mediaType: jsString(body.mediaType)};
    case 'form':
      return {
        imports: [],
        setup: [],
        expression: jsString(encodedForm(body.fields)),
        mediaType: jsString(body.mediaType),
      };
    case 'file':
      return {
        imports: ['import { openAsBlob } from "node:fs";'],
        setup: [],
        expression: `await openAsBlob(${jsString(pathOf(body.file))})`,
        mediaType: jsString(body.mediaType),
      };
    case 'multipart':
      return multipartOf(body.parts, level);
  }
}

function multipartOf(parts: readonly Part[], level: number): NodeBody {
  const files = parts.some(part => 'file' in part);
  const imports = files ? ['import { openAsBlob } from "node:fs";'] : [];
  if (parts.every(fitsFormData)) {
    return {
      imports,
      setup: ['const form = new FormData();', ...parts.map(part => appendLine(part, level))],
      expression: 'form',
    };
  }
  // FormData gives no media type to a text part and changes its line ends, so the parts are written out.
  return {
    imports: [...imports, 'import { randomUUID } from "node:crypto";'],
    setup: [
      'const boundary = randomUUID();',
      'const form = new Blob([',
      ...parts.flatMap(part => [`  ${partHead(part)},`, `  ${partContent(part)},`, '  "\\r\\n",']),
      '  `--${boundary}--\\r\\n`,',
      ']);',
    ],
    expression: 'form',
    mediaType: '`multipart/form-data; boundary=${boundary}`',
  };
}

function fitsFormData(part: Part): boolean {
  return isPlainPart(part) && ('file' in part || !/\r|\n/.test(part.value));
}

function appendLine(part: Part, level: number): string {
  if (!('file' in part)) {
    return jsCall('form.append', [jsString(part.name), jsString(part.value)], level, ';');
  }
  const type = part.mediaType === undefined ? [] : [`{ type: ${jsString(part.mediaType)} }`];
  const blob = `await openAsBlob(${[jsString(pathOf(part.file)), ...type].join(', ')})`;
  return jsCall('form.append', [jsString(part.name), blob, jsString(part.file.name)], level, ';');
}

function partHead(part: Part): string {
  return `\`--\${boundary}\\r\\n${jsInTemplate(headOfPart(part))}\\r\\n\\r\\n\``;
}

function partContent(part: Part): string {
  return 'file' in part ? `await openAsBlob(${jsString(pathOf(part.file))})` : jsString(part.value);
}

function answerLines({expects}: ApiRequest): string[] {
  const check = [
    'if (!response.ok) {',
    '  throw new Error(`${response.status} ${await response.text()}`);',
    '}',
  ];
  switch (expects.type) {
    case 'text':
      return [...check, 'console.log(await response.text());'];
    case 'event-stream':
      return [...check, 'for await (const chunk of response.body) {', '  process.stdout.write(chunk);', '}'];
    case 'file':
      return [...check, `await writeFile(${jsString(expects.name)}, response.body);`];
  }
}

function indented(lines: readonly string[]): string[] {
  return lines.map(line => `  ${line}`);
}
