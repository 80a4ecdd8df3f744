import {isObject, member, members, text} from '../src/api/json';

export interface AuditVerdict {
  /** Whether something is known that must be mended before it is published. */
  readonly isWeak: boolean;
  /** What was found, or why nothing is known, a line each. */
  readonly words: string;
}

const grave: ReadonlySet<string> = new Set(['high', 'critical']);

/** Reads what `npm audit --json` prints (report version 2): a report, or the error of a registry that gives none. */
export function auditVerdict(printed: string): AuditVerdict {
  const report = parsed(printed);
  const found = member(report, 'vulnerabilities');
  if (!isObject(found)) {
    const reason = text(member(report, 'message')) ?? 'npm audit printed no report';
    return {
      isWeak: false,
      words: `The registry does not respond, so nothing was checked (${reason}). Run it where registry.npmjs.org can be reached.`,
    };
  }
  const weak = members(found).map(([name, about]) => ({
    name,
    severity: text(member(about, 'severity')) ?? 'unknown',
  }));
  return {
    isWeak: weak.some(({severity}) => grave.has(severity)),
    words:
      weak.length === 0
        ? 'No known weaknesses.'
        : weak.map(({name, severity}) => `${severity.padEnd(8)}  ${name}`).join('\n'),
  };
}

function parsed(printed: string): unknown {
  try {
    return JSON.parse(printed);
  } catch {
    return undefined;
  }
}
