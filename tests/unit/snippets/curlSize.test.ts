import {expect, test} from 'vitest';

import {parseSnippet} from '../../../src/snippets/parse';

const MEGABYTE = 1_000_000;

/** A text of a megabyte that is one piece again and again. */
function filled(piece: string): string {
  return piece.repeat(Math.ceil(MEGABYTE / piece.length));
}

test.each([
  ['a body', `curl https://a.test -d '${filled('a')}'`],
  ['a body of escapes', `curl https://a.test -d "${filled('\\"')}"`],
  ['a body of ANSI-C escapes', `curl https://a.test -d $'${filled("\\'")}'`],
  ['a body of variables', `curl https://a.test -d "${filled('$A')}"`],
  ['a body of dollar signs', `curl https://a.test -d "${filled('$')}"`],
  ['a form of many fields', `curl https://a.test -d '${filled('a=1&')}'`],
  ['a query', `curl 'https://a.test/?${filled('a=1&')}'`],
  ['options', `curl https://a.test ${filled('-H a:1 ')}`],
  ['switches in one word', `curl https://a.test -${filled('s')}`],
  ['URLs', `curl ${filled('https://a.test ')}`],
  ['commands', filled('curl https://a.test;')],
  ['parts', `curl https://a.test ${filled('-F a=1 ')}`],
  ['a part of semicolons', `curl https://a.test -F 'a=@b${filled(';c')}'`],
  ['quotes in a part', `curl https://a.test -F 'a="${filled('\\"')}'`],
  ['brackets that stay open', `curl https://a.test ${filled('$(')}`],
  ['braces that stay open', `curl https://a.test "${filled('${')}`],
  ['back-ticks', `curl https://a.test -d ${filled('`')}`],
  ['braces', `curl https://a.test ${filled('{')}`],
  ['a here-document', `curl https://a.test -d @- <<E\n${filled('line\n')}E\n`],
  ['dots in a path', `curl https://a.test/${filled('../')}`],
  ['typographic quotes', `curl https://a.test ${filled('“')}`],
  ['carets', `curl ^"https://a.test^" -d ^"${filled('^\\^"')}^"`],
  ['doubled quotes', `curl "https://a.test" -d "{""a"":""${filled('""')}"`],
  ['back-ticks of PowerShell', `curl.exe 'https://a.test' -d "{\`"a\`":1${filled('`"')}}"`],
  ['a here-string', `curl.exe 'https://a.test' -d @"\n${filled('line `$\n')}"@`],
])('a megabyte of %s is read or refused', async (_, command) => {
  const parsed = await parseSnippet(command, 'curl');
  expect('problems' in parsed ? parsed.problems : [parsed.request.url]).toHaveLength(1);
});
