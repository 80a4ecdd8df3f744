/** Names and values as `application/x-www-form-urlencoded`, as the URL standard writes it; a name may repeat. */
export function encodedForm(fields: readonly {readonly name: string; readonly value: string}[]): string {
  return new URLSearchParams(fields.map(({name, value}) => [name, value])).toString();
}

/** One name or value as a form writes it: a space is `+`. */
export function encodedFormText(text: string): string {
  return encodedForm([{name: '', value: text}]).slice(1);
}
