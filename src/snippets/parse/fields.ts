import type {HeaderField} from '../../request/apiRequest';
import {knownText, type Text} from './text';
import {messages} from '../../words';
import {NotUnderstood} from './notUnderstood';
import {codePart} from './parts';
import {demandPlain, demandText, type Value} from './value';

const say = messages('codeFields', {
  notUnderstood: 'This is not understood as {what}: write the names and values out.',
});

interface TextField {
  readonly name: string;
  readonly value: Text;
}

/** Names and texts of a record, or of a list of pairs. Throws {@link NotUnderstood} for anything else. */
export function textFields(value: Value | undefined, what: string): readonly TextField[] {
  if (!value) {
    return [];
  }
  switch (value.type) {
    case 'record':
      return value.entries.map(entry => ({name: entry.name, value: demandText(entry.value, entry.at, what)}));
    case 'list':
      return value.items.map(item => {
        const [name, text] = item.type === 'list' ? item.items : [];
        return {name: demandPlain(name, item.at, codePart('name')), value: demandText(text, item.at, what)};
      });
    case 'constant':
      return [];
    default:
      throw new NotUnderstood(value.at, say('notUnderstood', {what}));
  }
}

/** The same for a form, with what is known of the secrets in it. */
export function formFields(value: Value): readonly HeaderField[] {
  return textFields(value, codePart('formFields')).map(field => ({...field, value: knownText(field.value)}));
}
