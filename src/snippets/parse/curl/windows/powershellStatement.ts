import {messages} from '../../../../words';
import {NotUnderstood} from '../../notUnderstood';
import {joinText, knownText} from '../../text';
import {expression, refuse, take, textOf, type Cursor} from './powershellValue';

const say = messages('powershellStatement', {
  flow: 'Whether or how often this runs is unknown here. Paste only the call.',
});

/** What changes a value that the request may take, or a line that has nothing to do with it. Throws {@link NotUnderstood}. */
export function statement(cursor: Cursor): void {
  const start = cursor.position;
  const [, name = '', member = ''] = /^\$(\w+)\.(\w+)$/.exec(take(cursor, /\$\w+\.\w+/y)) ?? [];
  const owner = cursor.variables.get(name.toLowerCase());
  if (owner?.type === 'record') {
    const isAdd = member.toLowerCase() === 'add' && take(cursor, /\(\s*/y) !== '';
    if (isAdd) {
      const key = knownText(textOf(expression(cursor), cursor));
      take(cursor, /\s*,\s*/y);
      owner.entries.set(key, expression(cursor));
      take(cursor, /\s*\)/y);
      return;
    }
    if (member === 'Cookies' && take(cursor, /\.Add\(\(New-Object System\.Net\.Cookie\(/y) !== '') {
      const key = textOf(expression(cursor), cursor);
      take(cursor, /\s*,\s*/y);
      const before = owner.entries.get('cookie');
      owner.entries.set('cookie', {
        type: 'text',
        text: joinText(
          before?.type === 'text' ? [...before.text, '; '] : [],
          key,
          ['='],
          textOf(expression(cursor), cursor),
        ),
      });
      take(cursor, /[^\n]*/y);
      return;
    }
    if (take(cursor, /\s*=\s*/y) !== '') {
      owner.entries.set(member, expression(cursor));
      return;
    }
  }
  cursor.position = start;
  const [, listed = ''] = /^\$(\w+)/.exec(take(cursor, /\$\w+\s*\[\s*/y)) ?? [];
  const holder = cursor.variables.get(listed.toLowerCase());
  if (holder?.type === 'record') {
    const key = knownText(textOf(expression(cursor), cursor));
    if (take(cursor, /\s*\]\s*=\s*/y) === '') {
      refuse(cursor);
    }
    holder.entries.set(key, expression(cursor));
    return;
  }
  if (owner || holder) {
    refuse(cursor);
  }
  if (take(cursor, /(?:if|foreach|for|while|do|switch|function|filter)\b/iy) !== '') {
    throw new NotUnderstood(start, say('flow'));
  }
  take(cursor, /[^\n;]+|;/y);
}
