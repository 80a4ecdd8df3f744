import type {Body} from '../../../request/apiRequest';
import {mediaTypeEssence} from '../../../api/http/mediaType';
import {bodyKind} from '../../../request/mediaTypes';
import {messages} from '../../../words';
import {fileNamed, textBody} from '../body';
import {NotUnderstood} from '../notUnderstood';
import {knownText} from '../text';
import {contentOf, type CurlData} from './curlData';
import {partsOf} from './curlForm';
import type {CurlInput} from './curlInput';
import type {CurlOption} from './curlOptions';

const say = messages('curlBody', {
  twoBodies: 'cURL rejects a command with both --data and --form.',
  headWithBody: 'cURL rejects a command with both --head and a body.',
  fileLeftOut: 'The content of the file {name} is unknown here and left out of the body.',
  onOneLine: '--data removes the line breaks from {name}; here the file is sent as it is.',
  noType: 'cURL sends no media type for this body; here it is sent as {mediaType}.',
});

/** What a body is made of, beside the options. */
export interface BodySource {
  readonly options: readonly CurlOption[];
  readonly data: CurlData | undefined;
  readonly input: CurlInput | undefined;
  /** The `Content-Type` that a header option sets. */
  readonly mediaType: string | undefined;
  /** Whether a header option takes the `Content-Type` away. */
  readonly isUntyped: boolean;
  readonly note: (sentence: string) => void;
}

/** The body that the options of a command make. Throws {@link NotUnderstood} for what cURL refuses. */
export function curlBody({options, data, input, mediaType, isUntyped, note}: BodySource): Body {
  const parts = options.filter(({name}) => name === 'form' || name === 'form-string');
  const [firstPart] = parts;
  const head = options.find(({name}) => name === 'head');
  if (firstPart && data) {
    throw new NotUnderstood(firstPart.offset, say('twoBodies'));
  }
  if (head && (firstPart || data)) {
    throw new NotUnderstood(head.offset, say('headWithBody'));
  }
  if (firstPart) {
    return {type: 'multipart', parts: parts.flatMap(option => partsOf(option, input, note))};
  }
  const upload = options.find(({name}) => name === 'upload-file');
  if (upload) {
    const content = contentOf(upload.value === '.' ? '-' : upload.value, input);
    return content.type === 'file'
      ? {type: 'file', mediaType: mediaType ?? 'application/octet-stream', file: content.file}
      : textBody(knownText(content.text), mediaType ?? 'application/octet-stream');
  }
  if (!data) {
    return {type: 'none'};
  }
  data.unread.forEach(name => note(say('fileLeftOut', {name})));
  const sentAs = mediaType ?? (data.json ? 'application/json' : 'application/x-www-form-urlencoded');
  if (isUntyped) {
    note(say('noType', {mediaType: sentAs}));
  }
  if (data.file) {
    const {name, path = name} = data.file;
    // Of JSON, line ends are no part.
    if (data.onOneLine && bodyKind(mediaTypeEssence(sentAs)) !== 'json' && !/\.json$/i.test(path)) {
      note(say('onOneLine', {name: path}));
    }
    return {type: 'file', mediaType: sentAs, file: fileNamed(path)};
  }
  return textBody(knownText(data.text), sentAs);
}
