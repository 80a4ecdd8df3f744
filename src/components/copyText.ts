/**
 * Copies a text to the clipboard. A text that is still being loaded is passed as a promise: browsers only allow copying
 * directly after a click, and Safari does not wait for anything in between.
 * @throws the error of the browser or the promise if nothing was copied.
 */
export async function copyText(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string' || typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(await text);
    return;
  }
  const blob = text.then(value => new Blob([value], {type: 'text/plain'}));
  await navigator.clipboard.write([new ClipboardItem({'text/plain': blob})]);
}
