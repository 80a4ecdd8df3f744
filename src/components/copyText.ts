/**
 * Puts a text on the clipboard. One that is still being fetched is handed over as a promise: a browser allows copying only
 * at the moment of a click, and Safari forgets that click while a page waits.
 * @throws what the browser or the promise gives when nothing was copied.
 */
export async function copyText(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string' || typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(await text);
    return;
  }
  const blob = text.then(value => new Blob([value], {type: 'text/plain'}));
  await navigator.clipboard.write([new ClipboardItem({'text/plain': blob})]);
}
