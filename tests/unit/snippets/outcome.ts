import {parseSnippet} from '../../../src/snippets/parse';
import type {Language} from '../../../src/snippets';

/** A line for a request, with notes in brackets; the message and its line where code is refused. */
export async function outcome(language: Language, code: string): Promise<string> {
  const parsed = await parseSnippet(code, language);
  if ('problems' in parsed) {
    return parsed.problems.map(({line, message}) => `line ${line}: ${message}`).join('\n');
  }
  const {
    request: {method, url, headers, credentials, body},
    notes,
  } = parsed;
  const content =
    body.type === 'json'
      ? JSON.stringify(JSON.parse(body.text))
      : body.type === 'form'
        ? body.fields.map(({name, value}) => `${name}=${value}`).join('&')
        : body.type === 'multipart'
          ? body.parts.map(part => `[${part.name}: ${'file' in part ? part.file.name : part.value}]`).join('')
          : body.type === 'text'
            ? body.text
            : body.type === 'file'
              ? `file ${body.file.name}`
              : '';
  return [
    `${method} ${url}`,
    ...headers.map(({name, value}) => `${name}: ${value}`),
    ...credentials.map(({env, value}) => `credential ${value || env}`),
    ...(content === '' ? [] : [content]),
    ...notes.map(note => `(${note})`),
  ].join(' | ');
}
