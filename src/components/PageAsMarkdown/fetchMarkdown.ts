/** The server sent something other than Markdown, such as a "not found" page. */
export class NoMarkdownError extends Error {
  override readonly name = 'NoMarkdownError';
}

/**
 * The Markdown of a page.
 * @throws NoMarkdownError if the server has none, TypeError if it cannot be reached.
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
