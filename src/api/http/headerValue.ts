/** The value of a header, whatever the case of its name (RFC 9110 §5.1); the first where it repeats. */
export function headerValue(
  headers: readonly {readonly name: string; readonly value: string}[],
  name: string,
): string | undefined {
  return headers.find(header => header.name.toLowerCase() === name.toLowerCase())?.value;
}
