import {isObject, member, members, text} from '../src/api/json';

export interface AuditVerdict {
  /** Whether a vulnerability has to be fixed before publishing. */
  readonly isWeak: boolean;
  /** The vulnerabilities, or why none are known, one per line. */
  readonly words: string;
}

const grave: ReadonlySet<string> = new Set(['high', 'critical']);

/** Reads the output of `npm audit --json` (report version 2): a report, or the error of a registry that has none. */
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
