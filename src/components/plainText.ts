/** CommonMark read as a sentence: code spans, emphasis and tags of HTML lose their marks, links keep their text. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<\/?(?:br|div|li|ol|p|t[dhr]|ul)\b[^>]*>/g, ' ')
    .replace(/<\/?(?:a|b|code|em|i|span|strong|su[bp])\b[^>]*>/g, '')
    .replace(/[`*]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}
