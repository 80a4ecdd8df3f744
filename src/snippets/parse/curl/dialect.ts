import {matchAt} from './scriptTypes';

/** Whose quoting a command follows. */
export type Dialect = 'posix' | 'cmd' | 'powershell';

/** Whether a command is for a program or a shell of Windows, which `./windows` reads. */
export function isForWindows(source: string): boolean {
  return isWebRequest(source) || dialectOf(source) !== 'posix';
}

/** Whether a text calls one of PowerShell's own commands for requests. */
export function isWebRequest(source: string): boolean {
  return /^[^\S\n]*(?:\$\w+\s*=\s*|\(|try\s*\{\s*)*(?:Invoke-RestMethod|Invoke-WebRequest|irm|iwr)(?![\w-])/im.test(
    source,
  );
}

/**
 * Tells the shell from the whole of a command: by the first thing outside quotes, or about quotes, that only one shell
 * knows, such as how a line goes on. An apostrophe says nothing. Without any such thing it is a POSIX shell.
 */
export function dialectOf(source: string): Dialect {
  if (/^\s*PS [^>\n]*>/.test(source)) {
    return 'powershell';
  }
  if (/^\s*(?:[A-Za-z]:\\[^>\n]*>|@echo off\b|(?:set \w+=|rem\s).*\n)/i.test(source)) {
    return 'cmd';
  }
  let position = 0;
  let hasSingleQuotes = false;
  let hasVariable = false;
  while (position < source.length) {
    const plain = matchAt(/[^"'`^\\$<@#]+/y, source, position);
    position += plain.length;
    const found = outsideQuotes(source, position);
    if (found) {
      return found;
    }
    switch (source.charAt(position)) {
      case '#':
        // A comment may hold quotes of any kind.
        position += /\s|^$/.test(source.charAt(position - 1))
          ? matchAt(/[^\n]*/y, source, position).length
          : 1;
        break;
      case '\\':
        position += 2;
        break;
      case "'": {
        hasSingleQuotes = true;
        const end = source.indexOf("'", position + 1);
        position = end < 0 ? source.length : end + 1;
        break;
      }
      case '"': {
        const quoted = insideQuotes(source, position + 1);
        if (typeof quoted === 'string') {
          return quoted;
        }
        hasVariable ||= /\$\w|`[0abfnrtv"$`]/.test(source.slice(position, quoted.end));
        position = quoted.end;
        break;
      }
      default:
        position++;
    }
  }
  const isForWindows = /(?:^|[\s;&|"'\\/])curl\.exe\b/i.test(source);
  return isForWindows ? (hasSingleQuotes || hasVariable ? 'powershell' : 'cmd') : 'posix';
}

function outsideQuotes(source: string, position: number): Dialect | undefined {
  switch (source.charAt(position)) {
    case '^':
      return matchAt(/\^(?:\r?\n|["&|<>^%{}[\]\\])/y, source, position) === '' ? undefined : 'cmd';
    case '`':
      return matchAt(/`[ \t]*\r?\n/y, source, position) === '' ? undefined : 'powershell';
    case '\\':
      return matchAt(/\\\r?\n/y, source, position) === '' ? undefined : 'posix';
    case '$':
      return matchAt(/\$(?:env:|\w+[ \t]*=[ \t])/iy, source, position) !== ''
        ? 'powershell'
        : matchAt(/\$'/y, source, position) === ''
          ? undefined
          : 'posix';
    case '<':
      return matchAt(/<<[-<\s'"\w]/y, source, position) === '' ? undefined : 'posix';
    case '@':
      return matchAt(/@["'][ \t]*\r?\n/y, source, position) === '' ? undefined : 'powershell';
    default:
      return undefined;
  }
}

/** What a text in double quotes tells, or where it ends. */
function insideQuotes(source: string, start: number): Dialect | {readonly end: number} {
  let position = start;
  while (position < source.length) {
    position += matchAt(/[^"\\`$]+/y, source, position).length;
    switch (source.charAt(position)) {
      case '\\':
        position += 2;
        break;
      case '`':
        if (matchAt(/`(?:"|\$[^"`]*")/y, source, position) !== '') {
          return 'powershell';
        }
        position++;
        break;
      case '$':
        if (matchAt(/\$(?:env:|\(\[char\])/iy, source, position) !== '') {
          return 'powershell';
        }
        position++;
        break;
      case '"':
        // Within JSON, only Windows' programs take two quotes for one.
        if (
          source.charAt(position + 1) === '"' &&
          (/[{[,:][ \t^]*\r?\n?[ \t]*$/.test(source.slice(Math.max(start, position - 40), position)) ||
            matchAt(/""[ \t]*[\]}:,]/y, source, position) !== '')
        ) {
          return /`(?:\r?\n|["$])/.test(source) && !/\^\r?\n/.test(source) ? 'powershell' : 'cmd';
        }
        return {end: position + 1};
    }
  }
  return {end: position};
}
