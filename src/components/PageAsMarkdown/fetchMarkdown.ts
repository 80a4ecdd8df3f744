/** The server gave something else in place of the Markdown, such as a page that says that there is none. */
export class NoMarkdownError extends Error {
  override readonly name = 'NoMarkdownError';
}

/**
 * The Markdown of a page.
 * @throws NoMarkdownError when the server has none, TypeError when it cannot be reached.
 */
export async function fetchMarkdown(address: string): Promise<string> {
  const response = await fetch(address);
  const type = response.headers.get('Content-Type') ?? '';
  if (response.status === 404 || (response.ok && type.startsWith('text/html'))) {
    throw new NoMarkdownError(`There is no Markdown at ${address}.`);
  }
  if (!response.ok) {
    throw new TypeError(`The server answered ${response.status} for ${address}.`);
  }
  return response.text();
}
