/** How a value is written for the shells of Windows, by their rules and by the tools that copy commands for them. */

/** An argument as a program of Windows takes it apart: a quote stands behind a backslash, and so do backslashes before it. */
export function programArgument(value: string): string {
  return `"${value.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
}

/** The same with two quotes for one. */
export function doubledArgument(value: string): string {
  return `"${value.replace(/(\\*)"/g, '$1$1""').replace(/\\+$/, '$&$&')}"`;
}

/** A word for cmd, with a caret before each character that may mean something to it. */
export function cmdWord(value: string): string {
  return programArgument(value).replace(/[&|<>^()%!"]/g, '^$&');
}

/** The rule of Chrome's and Firefox' "Copy as cURL (cmd)" for a value without backslashes of its own. */
export function copiedForCmd(value: string): string {
  const escaped = value
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/g, '^$&')
    .replace(/%(?=[a-zA-Z0-9_])/g, '%^')
    .replace(/\r?\n/g, '^\n\n');
  return `^"${escaped}^"`;
}

/** A word of PowerShell in single quotes, in which one is written twice. */
export function powershellSingle(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A word of PowerShell in double quotes, with back-ticks. */
export function powershellDouble(value: string): string {
  return `"${value.replace(/[`$"]/g, '`$&')}"`;
}

/** What Windows PowerShell has to be given so that a program gets the value. */
export function forWindowsPowershell(value: string): string {
  return value.replace(/(\\*)"/g, '$1$1\\"');
}
