/** The highlighted HTML of code on the served page, by the code: the same code elsewhere on it needs no highlighter. */
const coloured = new Map<string, string>();

export function keepServed(code: string, language: string, html: string): void {
  coloured.set(keyOf(code, language), html);
}

export function servedHtml(code: string, language: string): string | undefined {
  return coloured.get(keyOf(code, language));
}

function keyOf(code: string, language: string): string {
  return `${language}\n${code}`;
}
