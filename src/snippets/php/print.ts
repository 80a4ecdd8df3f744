import {encodedForm} from '../../api/http/form';
import type {ApiRequest, Credential, Part} from '../../request/apiRequest';
import {
  urlWithCredentials,
  type NumberedCredential,
  type CredentialText,
} from '../../request/withCredentials';
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
import {phpArray, phpLiteral, phpString, survivesPhp} from './literals';

/** A program for PHP 8.1 and later with its cURL extension. */
export const printPhp: PrintSnippet = (request, {credentials: shown, scope}) => {
  if (request.method === 'HEAD' && request.body.type !== 'none') {
    throw new UnprintableRequest(
      'PHP waits in vain for the body of a response to a HEAD request with a body. Take the body out, or use another method.',
    );
  }
  const body = bodyOf(request);
  const options = [
    ...methodOption(request),
    ...(/\/\.{1,2}(\/|\?|$)/.test(request.url) ? ['CURLOPT_PATH_AS_IS => true'] : []),
    ...headerOption(request, body.mediaType),
    ...request.credentials.flatMap(({type}, index) =>
      type === 'basic' ? [`CURLOPT_USERPWD => ${keyName(index)}`] : [],
    ),
    ...(body.fields === undefined ? [] : [`CURLOPT_POSTFIELDS => ${body.fields}`]),
    ...(request.expects.type === 'event-stream'
      ? []
      : ['CURLOPT_RETURNTRANSFER => true', 'CURLOPT_TIMEOUT => 30']),
  ];
  const url = sumOf(urlWithCredentials(request), ({index}) => `rawurlencode(${keyName(index)})`);
  const made = [
    ...body.setup,
    `$curl = curl_init(${url});`,
    ...(options.length === 0 ? [] : [`curl_setopt_array($curl, ${phpArray(options, 0)});`]),
    '$response = curl_exec($curl);',
  ];
  if (scope === 'call') {
    return [...request.credentials.map((one, index) => keyLine(one, index, shown)), ...made].join('\n');
  }
  return [
    '<?php',
    '',
    ...request.credentials.flatMap((one, index) => keyLines(one, index, shown)),
    ...made,
    'if ($response === false) {',
    "    fwrite(STDERR, 'Request failed: ' . curl_error($curl) . PHP_EOL);",
    '    exit(1);',
    '}',
    '$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);',
    'if ($status >= 400) {',
    // A stream has shown it already.
    `    fwrite(STDERR, ${request.expects.type === 'event-stream' ? '$status' : "$status . ' ' . $response"} . PHP_EOL);`,
    '    exit(1);',
    '}',
    ...answerLines(request),
  ].join('\n');
};

function methodOption({method, body}: ApiRequest): string[] {
  if (method === 'HEAD') {
    return ['CURLOPT_NOBODY => true'];
  }
  return method === (body.type === 'none' ? 'GET' : 'POST')
    ? []
    : [`CURLOPT_CUSTOMREQUEST => ${phpString(method)}`];
}

function keyLines(credential: Credential, index: number, shown: Shown): string[] {
  const check = [
    `if (${keyName(index)} === false || ${keyName(index)} === '') {`,
    `    fwrite(STDERR, 'Set ${credential.env} first.' . PHP_EOL);`,
    '    exit(1);',
    '}',
  ];
  return [keyLine(credential, index, shown), ...(shown === 'variable' ? check : []), ''];
}

function keyLine({env, value}: Credential, index: number, shown: Shown): string {
  switch (shown) {
    case 'variable':
      return `${keyName(index)} = getenv('${env}');`;
    case 'fallback':
      return `${keyName(index)} = getenv('${env}') ?: ${phpString(value)};`;
    case 'literal':
      return `${keyName(index)} = ${phpString(value)};`;
  }
}

function keyName(index: number): string {
  return index === 0 ? '$apiKey' : `$apiKey${index + 1}`;
}

/** A text as a chain of literals and an expression for each secret. */
function sumOf(text: CredentialText, expression: (secret: NumberedCredential) => string): string {
  return text.map(piece => (typeof piece === 'string' ? phpString(piece) : expression(piece))).join(' . ');
}

function headerOption(request: ApiRequest, mediaType: string | undefined): string[] {
  const lines = [
    // cURL takes `Name;` for a header without a value, and removes `Name:`.
    ...sampleHeaders(request).map(({name, value}) =>
      value[0] === '' ? phpString(`${name};`) : sumOf(withName(name, value), ({index}) => keyName(index)),
    ),
    ...(mediaType === undefined ? [] : [mediaType]),
  ];
  return lines.length === 0 ? [] : [`CURLOPT_HTTPHEADER => ${phpArray(lines, 1)}`];
}

function withName(name: string, [first = '', ...rest]: CredentialText): CredentialText {
  return typeof first === 'string' ? [`${name}: ${first}`, ...rest] : [`${name}: `, first, ...rest];
}

interface PhpBody {
  /** Lines before the call. */
  readonly setup: readonly string[];
  /** The expression of what is sent. */
  readonly fields?: string;
  /** The expression of the header that names the media type; forms of several parts get theirs from cURL. */
  readonly mediaType?: string;
}

function bodyOf({body}: ApiRequest): PhpBody {
  switch (body.type) {
    case 'none':
      return {setup: []};
    case 'json': {
      const tree = jsonTree(body.text);
      const isContainer = tree?.type === 'object' || tree?.type === 'array';
      return tree && isContainer && survivesPhp(tree)
        ? {
            setup: [],
            fields: `json_encode(${phpLiteral(tree, 1)})`,
            mediaType: contentType(body.mediaType),
          }
        : textBody(body.text, body.mediaType);
    }
    case 'text':
      return textBody(body.text, body.mediaType);
    case 'form':
      return textBody(encodedForm(body.fields), body.mediaType);
    case 'file':
      return {
        setup: [],
        fields: `file_get_contents(${phpString(pathOf(body.file))})`,
        mediaType: contentType(body.mediaType),
      };
    case 'multipart':
      return multipartBody(body.parts);
  }
}

function textBody(text: string, mediaType: string): PhpBody {
  return {setup: [], fields: phpString(text), mediaType: contentType(mediaType)};
}

function contentType(mediaType: string): string {
  return phpString(`Content-Type: ${mediaType}`);
}

function multipartBody(parts: readonly Part[]): PhpBody {
  const isDistinct = new Set(parts.map(({name}) => name)).size === parts.length;
  if (isDistinct && parts.length > 0 && parts.every(isPlainPart)) {
    return {setup: [], fields: phpArray(parts.map(fieldOf), 1)};
  }
  // An array holds a name once and gives no media type to a part of text, so the parts are written out.
  return {
    setup: [
      '$boundary = bin2hex(random_bytes(16));',
      `$form = implode('', ${phpArray(
        [
          ...parts.flatMap(part => [`"--$boundary\\r\\n"`, partHead(part), partContent(part), '"\\r\\n"']),
          '"--$boundary--\\r\\n"',
        ],
        0,
      )});`,
    ],
    fields: '$form',
    mediaType: "'Content-Type: multipart/form-data; boundary=' . $boundary",
  };
}

function fieldOf(part: Part): string {
  if (!('file' in part)) {
    return `${phpString(part.name)} => ${phpString(part.value)}`;
  }
  const type = part.mediaType === undefined ? 'null' : phpString(part.mediaType);
  return `${phpString(part.name)} => new CURLFile(${phpString(pathOf(part.file))}, ${type}, ${phpString(part.file.name)})`;
}

function partHead(part: Part): string {
  return phpString(`${headOfPart(part)}\r\n\r\n`);
}

function partContent(part: Part): string {
  return 'file' in part ? `file_get_contents(${phpString(pathOf(part.file))})` : phpString(part.value);
}

function answerLines({expects}: ApiRequest): string[] {
  switch (expects.type) {
    case 'text':
      return ['echo $response, PHP_EOL;'];
    case 'event-stream':
      return [];
    case 'file':
      return [`file_put_contents(${phpString(expects.name)}, $response);`];
  }
}
