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
import {rubyInDoubleQuotes, rubyLiteral, rubyString, survivesRuby} from './literals';

/** A program for Ruby 3.0 and later with the standard library alone. */
export const printRuby: PrintSnippet = (request, {credentials: shown, scope}) => {
  const cut = sampleHeaders(request).find(({name}) => name.endsWith('-'));
  if (cut) {
    throw new UnprintableRequest(
      `Ruby removes the hyphen at the end of the header name ${cut.name}. Send the request from another language.`,
    );
  }
  const body = bodyOf(request);
  const made = [
    ...(body.setup ?? []),
    `uri = URI(${textOf(urlWithCredentials(request), ({index}) => `URI.encode_www_form_component(${keyName(index)})`)})`,
    ...requestLines(request),
    ...headerLines(request, body.mediaType),
    ...body.lines,
    '',
  ];
  const start = `Net::HTTP.start(${connection(request)})`;
  if (scope === 'call') {
    const keys = request.credentials.map((credential, index) => callKeyLine(credential, index, shown));
    return [...keys, ...made, `response = ${start} { |http| http.request(request) }`].join('\n');
  }
  return [
    ...[...body.requires, 'net/http'].map(name => `require '${name}'`),
    '',
    ...request.credentials.flatMap((credential, index) => keyLines(credential, index, shown)),
    ...made,
    'begin',
    `  ${start} do |http|`,
    '    http.request(request) do |response|',
    '      abort "#{response.code} #{response.read_body}" unless response.is_a?(Net::HTTPSuccess)',
    ...answerLines(request).map(line => `      ${line}`),
    '    end',
    '  end',
    'rescue StandardError => e',
    '  abort "Request failed: #{e.message}"',
    'end',
  ].join('\n');
};

function connection({url, expects}: ApiRequest): string {
  return [
    'uri.hostname',
    'uri.port',
    ...(url.startsWith('https:') ? ['use_ssl: true'] : []),
    expects.type === 'event-stream' ? 'read_timeout: nil' : 'read_timeout: 30',
  ].join(', ');
}

const classes = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options'];

function requestLines({method, body}: ApiRequest): string[] {
  const own = classes.find(name => name.toUpperCase() === method);
  // Without a body, these classes would still send the media type of a form.
  if (body.type === 'none' && /^(?:POST|PUT|PATCH)$/.test(method)) {
    return [
      `request = Net::HTTPGenericRequest.new('${method}', false, true, uri)`,
      'request.content_length = 0',
    ];
  }
  return own === undefined
    ? [`request = Net::HTTPGenericRequest.new(${rubyString(method)}, ${body.type !== 'none'}, true, uri)`]
    : [`request = Net::HTTP::${own}.new(uri)`];
}

function keyLines(credential: Credential, index: number, shown: Shown): string[] {
  const {env} = credential;
  return shown === 'variable'
    ? [
        `${keyName(index)} = ENV.fetch('${env}', '')`,
        `abort 'Set ${env} first.' if ${keyName(index)}.empty?`,
        '',
      ]
    : [callKeyLine(credential, index, shown), ''];
}

/** Code that is pasted into a program fails there when the variable is missing, with the name of the variable. */
function callKeyLine({env, value}: Credential, index: number, shown: Shown): string {
  switch (shown) {
    case 'variable':
      return `${keyName(index)} = ENV.fetch('${env}')`;
    case 'fallback':
      return `${keyName(index)} = ENV.fetch('${env}', ${rubyString(value)})`;
    case 'literal':
      return `${keyName(index)} = ${rubyString(value)}`;
  }
}

function keyName(index: number): string {
  return index === 0 ? 'api_key' : `api_key${index + 1}`;
}

/** A text as a literal, with an expression for each secret. */
function textOf(text: CredentialText, expression: (secret: NumberedCredential) => string): string {
  const [only = ''] = text.length > 1 ? [] : text;
  return text.length > 1
    ? `"${text.map(piece => (typeof piece === 'string' ? rubyInDoubleQuotes(piece) : `#{${expression(piece)}}`)).join('')}"`
    : typeof only === 'string'
      ? rubyString(only)
      : expression(only);
}

function headerLines(request: ApiRequest, mediaType: string | undefined): string[] {
  return [
    ...request.credentials.flatMap(({type}, index) =>
      type === 'basic' ? [`request.basic_auth(*${keyName(index)}.split(':', 2))`] : [],
    ),
    ...sampleHeaders(request).map(
      ({name, value}) => `request[${rubyString(name)}] = ${textOf(value, ({index}) => keyName(index))}`,
    ),
    ...(mediaType === undefined ? [] : [`request['Content-Type'] = ${mediaType}`]),
  ];
}

interface RubyBody {
  readonly requires: readonly string[];
  /** Lines before the request. */
  readonly setup?: readonly string[];
  /** The lines that give the request its body. */
  readonly lines: readonly string[];
  /** The expression of the `Content-Type` to set. */
  readonly mediaType?: string;
}

function bodyOf({body}: ApiRequest): RubyBody {
  switch (body.type) {
    case 'none':
      return {requires: [], lines: []};
    case 'json': {
      const tree = jsonTree(body.text);
      const isContainer =
        (tree?.type === 'object' && tree.members.length > 0) ||
        (tree?.type === 'array' && tree.items.length > 0);
      return tree && isContainer && survivesRuby(tree)
        ? {
            requires: ['json'],
            lines: [`request.body = ${rubyLiteral(tree, 0)}.to_json`],
            mediaType: rubyString(body.mediaType),
          }
        : textBody(body.text, body.mediaType);
    }
    case 'text':
      return textBody(body.text, body.mediaType);
    case 'form':
      return textBody(encodedForm(body.fields), body.mediaType);
    case 'file':
      return {
        requires: [],
        lines: [`request.body = File.binread(${rubyString(pathOf(body.file))})`],
        mediaType: rubyString(body.mediaType),
      };
    case 'multipart':
      return multipartBody(body.parts);
  }
}

function textBody(text: string, mediaType: string): RubyBody {
  return {requires: [], lines: [`request.body = ${rubyString(text)}`], mediaType: rubyString(mediaType)};
}

function multipartBody(parts: readonly Part[]): RubyBody {
  if (parts.every(isPlainPart)) {
    const fields = parts.map(part => `  ${fieldOf(part)}`);
    const list = fields.length === 0 ? '[]' : `[\n${fields.join(',\n')}\n]`;
    return {
      requires: [],
      lines: [`form = ${list}`, "request.set_form(form, 'multipart/form-data')"],
    };
  }
  // set_form gives no media type to a part of text, so the parts are written out.
  return {
    requires: ['securerandom'],
    lines: [
      'request.body = [',
      ...parts.flatMap(part => [`  ${partHead(part)},`, `  ${partContent(part)},`, '  "\\r\\n",']),
      '  "--#{boundary}--\\r\\n"',
      '].map(&:b).join',
    ],
    setup: ['boundary = SecureRandom.hex'],
    mediaType: '"multipart/form-data; boundary=#{boundary}"',
  };
}

function fieldOf(part: Part): string {
  if (!('file' in part)) {
    return `[${rubyString(part.name)}, ${rubyString(part.value)}]`;
  }
  const options = [
    `filename: ${rubyString(part.file.name)}`,
    ...(part.mediaType === undefined ? [] : [`content_type: ${rubyString(part.mediaType)}`]),
  ];
  return `[${rubyString(part.name)}, File.open(${rubyString(pathOf(part.file))}, 'rb'), { ${options.join(', ')} }]`;
}

function partHead(part: Part): string {
  return `"--#{boundary}\\r\\n${rubyInDoubleQuotes(`${headOfPart(part)}\r\n\r\n`)}"`;
}

function partContent(part: Part): string {
  return 'file' in part ? `File.binread(${rubyString(pathOf(part.file))})` : rubyString(part.value);
}

function answerLines({expects}: ApiRequest): string[] {
  switch (expects.type) {
    case 'text':
      return ['puts response.body'];
    case 'event-stream':
      return ['$stdout.sync = true', 'response.read_body { |chunk| print chunk }'];
    case 'file':
      return [
        `File.open(${rubyString(expects.name)}, 'wb') do |file|`,
        '  response.read_body { |chunk| file.write(chunk) }',
        'end',
      ];
  }
}
