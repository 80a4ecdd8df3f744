import {joinTexts, plainText, type Text} from '../text';
import {numberInText, textValue, type Value} from '../value';
import {isUrl, urlOf} from './goObjects';

/** A value in the middle of a text, as `%v` writes it. */
export function goText(value: Value): Text | undefined {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'number': {
      const text = numberInText(value.text);
      return text === undefined ? undefined : [text];
    }
    case 'constant':
      return value.value === 'true' || value.value === 'false' ? [value.value] : undefined;
    case 'call':
      return isUrl(value) ? urlOf(value) : undefined;
    default:
      return undefined;
  }
}

/** What the functions of `strings` with one text give. */
export function changedText(
  path: string,
  text: string,
  end: string | undefined,
  at: number,
): Value | undefined {
  switch (path) {
    case 'strings.TrimSpace':
      return textValue(at, text.trim());
    case 'strings.ToUpper':
      return textValue(at, text.toUpperCase());
    case 'strings.ToLower':
      return textValue(at, text.toLowerCase());
    case 'strings.TrimSuffix':
      return end === undefined
        ? undefined
        : textValue(at, end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text);
    case 'strings.TrimPrefix':
      return end === undefined
        ? undefined
        : textValue(at, text.startsWith(end) ? text.slice(end.length) : text);
    default:
      return end === undefined
        ? undefined
        : textValue(at, withoutAround(text, end, !path.endsWith('Right'), !path.endsWith('Left')));
  }
}

/** A text without the characters of a set at its start or end. */
function withoutAround(text: string, set: string, atStart: boolean, atEnd: boolean): string {
  const characters = [...text];
  const isKept = (one: string): boolean => !set.includes(one);
  const first = atStart ? characters.findIndex(isKept) : 0;
  const last = atEnd ? characters.findLastIndex(isKept) : characters.length - 1;
  return first < 0 ? '' : characters.slice(first, last + 1).join('');
}

/** The plain verbs of `fmt.Sprintf`; undefined for any other. */
export function sprintf([format, ...args]: readonly Value[], at: number): Value | undefined {
  const pattern = format?.type === 'text' ? plainText(format.text) : undefined;
  const unknown = args.find(({type}) => type === 'unknown');
  if (unknown || pattern === undefined) {
    return unknown ?? (format?.type === 'unknown' ? format : undefined);
  }
  let next = 0;
  const texts: Text[] = [];
  for (const [whole] of pattern.matchAll(/%%|%[sdvqt]|%|[^%]+/g)) {
    if (whole === '%') {
      return undefined;
    }
    if (!whole.startsWith('%') || whole === '%%') {
      texts.push([whole === '%%' ? '%' : whole]);
      continue;
    }
    const value = args[next++];
    const text = value && goText(value);
    const plain = text && plainText(text);
    const isNumber = value?.type === 'number';
    if (
      !text ||
      !value ||
      (whole === '%d' && !isNumber) ||
      (whole === '%s' && value.type !== 'text' && value.type !== 'call')
    ) {
      return undefined;
    }
    if (whole === '%q') {
      if (isNumber || plain === undefined || /[^\x20-\x7e]/.test(plain)) {
        return undefined;
      }
      texts.push([JSON.stringify(plain)]);
    } else {
      texts.push(text);
    }
  }
  return next === args.length ? textValue(at, ...joinTexts(texts)) : undefined;
}
