import {messages} from '../../../words';
import {jsonText} from '../jsonOfLiteral';
import {NotUnderstood} from '../notUnderstood';
import {codePart} from '../parts';
import {knownText, plainText} from '../text';
import {demandPlain, fieldOf, isNothing, type FileOnDisk, type Value} from '../value';

const say = messages('nodeDialect', {
  latin1: 'btoa accepts only Latin characters and throws here. Write Buffer.from(…).toString("base64").',
});

/** What `JSON.stringify` gives. */
export function stringified(value: Value, space: Value | undefined): Value | undefined {
  if (value.type === 'constant' && value.value === 'undefined') {
    return value;
  }
  const compact = jsonText(value, {comma: ',', colon: ':'});
  if (isNothing(space)) {
    return compact;
  }
  const indent =
    space?.type === 'number'
      ? ' '.repeat(Math.min(10, Number(space.text)))
      : space?.type === 'text'
        ? plainText(space.text)
        : undefined;
  return indent === undefined ? undefined : jsonText(value, {comma: ',', colon: ': ', indent});
}

/** `btoa` takes characters of one byte and throws at others. */
export function latin1Base64(text: string, at: number): string {
  if (/[^\0-\xff]/.test(text)) {
    throw new NotUnderstood(at, say('latin1'));
  }
  return btoa(text);
}

/** A file by its name, as something reads it. */
export function fileFrom(
  name: Value | undefined,
  options: Value | undefined,
  as?: FileOnDisk['as'],
): Value | undefined {
  if (name?.type !== 'text') {
    return undefined;
  }
  const type = fieldOf(options, 'type');
  return {
    at: name.at,
    type: 'file',
    name: knownText(name.text),
    ...(as ? {as} : {}),
    ...(type ? {mediaType: demandPlain(type, name.at, codePart('mediaType'))} : {}),
  };
}
