/** CommonMark read as a sentence: code spans, emphasis and tags of HTML lose their marks, links keep their text. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<(?:br|li|p|t[dr])\b/g, ' $&')
    .replace(/<\/?(?:[abip]|br|code|em|li|ol|span|strong|su[bp]|t[dhr]|table|ul)\b[^>]*>/g, '')
    .replace(/[`*]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}
