/** The class of a status, its first digit (RFC 9110 §15): 4 for 404. */
export function statusClass(status: number): number {
  return Math.floor(status / 100);
}

/** Whether a status that a document names is one of success: 200 to 299, or their range. */
export function isOfSuccess(documented: string): boolean {
  return documented.startsWith('2');
}

/** Whether a status that a document names is one of an error, which `default` is too. */
export function isOfError(documented: string): boolean {
  return !/^[123]/.test(documented);
}
