import type {Change} from './change';

const titles = {breaking: 'Breaking', added: 'New', other: 'Other'} as const;

/** More operations than these are counted and not named. */
const MOST_NAMED = 6;

/**
 * Changes as Markdown, breaking ones first. What is the same in many operations, as a field of a schema that they share, is
 * said once, with the operations behind it; so is what is the same in several responses of one.
 */
export function changesInWords(changes: readonly Change[]): string {
  return (['breaking', 'added', 'other'] as const)
    .map(weight => ({weight, lines: linesOf(changes.filter(change => change.weight === weight))}))
    .filter(({lines}) => lines.length > 0)
    .map(({weight, lines}) => `### ${titles[weight]}\n\n${lines.map(line => `- ${line}`).join('\n')}`)
    .join('\n\n');
}

function linesOf(changes: readonly Change[]): readonly string[] {
  const byWhat = new Map<string, {statuses: Set<string>; operations: Set<string>}>();
  for (const {what, operation} of changes) {
    const [said, statuses] = withoutStatus(what);
    const known = byWhat.get(said) ?? {statuses: new Set(), operations: new Set()};
    statuses.forEach(status => known.statuses.add(status));
    if (operation !== undefined) {
      known.operations.add(operation);
    }
    byWhat.set(said, known);
  }
  return [...byWhat].map(([said, {statuses, operations}]) => {
    const sentence = said.replace('STATUS', [...statuses].toSorted().join(', '));
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${where([...operations])}`;
  });
}

/** `the response 404 field` of several operations and statuses is one field. */
function withoutStatus(what: string): readonly [string, readonly string[]] {
  const [, before, status, after] =
    /^(the (?:response|body of the response|header \S+ of) )(\d\d\d|\dXX|default)( .*)$/s.exec(what) ?? [];
  return status === undefined ? [what, []] : [`${before ?? ''}STATUS${after ?? ''}`, [status]];
}

function where(operations: readonly string[]): string {
  const shown = operations.slice(0, MOST_NAMED).join(', ');
  const more = operations.length - MOST_NAMED;
  return operations.length === 0 ? '.' : `: ${shown}${more > 0 ? ` and ${more} more` : ''}.`;
}
