/**
 * The quoting of Windows' cmd turned into that of a shell: `^` before a character or a line end, and `""` for a quote
 * within JSON. Other texts stay as they are. Lines stay lines, so that places hold.
 */
export function unixQuoting(source: string): string {
  if (/\\\r?\n/.test(source) || source.includes("'")) {
    return source;
  }
  const unescaped = /\^\r?\n|\^"/.test(source)
    ? source.replace(/\^(\r?\n)/g, '\\$1').replace(/\^([\s\S])/g, '$1')
    : source;
  return /[{[,:]""/.test(unescaped) ? unescaped.replaceAll('""', '\\"') : unescaped;
}
