/** CommonMark as a sentence: code spans, emphasis and HTML tags lose their marks, links keep their text. */
export function withoutMarkdown(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<br/g, ' $&')
    .replace(/<\/?(?:[abip]|br|code|em|li|[ou]l|strong|su[bp])\b[^>]*>/g, '')
    .replace(/[`*]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}
