import {parsePattern, UnboundedPatternError, type PatternNode} from './parsePattern';

/** How many steps of an automaton may be taken for one piece of work; each takes some ten nanoseconds. */
export interface StepBudget {
  left: number;
}

const MOST_STEPS = 20_000_000;
/** A pattern that repeats parts of itself more often, as `(a{1000}){1000}` does, would fill the memory. */
const MOST_STATES = 20_000;

export function stepBudget(): StepBudget {
  return {left: MOST_STEPS};
}

export function spend(budget: StepBudget, steps: number): void {
  budget.left -= steps;
  if (budget.left < 0) {
    throw new UnboundedPatternError();
  }
}

/** Where a match leads on to: by a character that fits, or at a place that does, or in any case. None leads on from the end. */
interface State {
  readonly fits?: (code: number) => boolean;
  readonly holds?: (at: number) => boolean;
  readonly next: readonly number[];
}

const patterns = new Map<string, PatternNode>();

/**
 * Whether a regular expression that compiles with the flag `u` matches somewhere in a text, in time in proportion to the
 * text: an automaton that is in all of its states at once, as no state is worth visiting twice for one character. What a
 * look-ahead or look-behind says is found for all places of the text beforehand. Throws an {@link UnboundedPatternError}
 * for a back-reference, and when the budget of steps is spent.
 */
export function linearMatch(source: string, text: string, budget: StepBudget = stepBudget()): boolean {
  const pattern = patterns.get(source) ?? parsePattern(source);
  patterns.set(source, pattern);
  const codes = Array.from(text, character => character.codePointAt(0) ?? 0);
  return endsOf(pattern, codes, false, budget, true).size > 0;
}

/** Whether a text matches a regular expression of a schema; none matches what is none, or would take too long. */
export function matchesPattern(pattern: string, text: string): boolean {
  try {
    return linearMatch(pattern, text);
  } catch {
    return false;
  }
}

/** The places of a text at which a match ends; going backward, at which one starts. With `first` only the first of them. */
function endsOf(
  pattern: PatternNode,
  codes: readonly number[],
  backward: boolean,
  budget: StepBudget,
  first = false,
): ReadonlySet<number> {
  const states: State[] = [{next: []}];
  const start = compile(pattern, 0);
  const seenAt = states.map(() => -1);
  const found = new Set<number>();
  let current: number[] = [];
  for (let step = 0; step <= codes.length && !(first && found.size > 0); step++) {
    const at = backward ? codes.length - step : step;
    const code = codes[backward ? at - 1 : at];
    const open = [...current, start];
    current = [];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const state = states[index];
      if (!state || seenAt[index] === step) {
        continue;
      }
      seenAt[index] = step;
      spend(budget, 1);
      if (index === 0) {
        found.add(at);
      } else if (!state.fits) {
        open.push(...(state.holds?.(at) === false ? [] : state.next));
      } else if (code !== undefined && state.fits(code)) {
        current.push(...state.next);
      }
    }
  }
  return found;

  function add(state: State): number {
    if (states.length >= MOST_STATES) {
      throw new UnboundedPatternError();
    }
    return states.push(state) - 1;
  }

  /** Adds the states of a part before the state `next`, and returns the first of them. */
  function compile(part: PatternNode, next: number): number {
    switch (part.type) {
      case 'character':
        return add({fits: part.fits, next: [next]});
      case 'place':
        return add({holds: at => part.holds(codes, at), next: [next]});
      case 'look': {
        const ends = endsOf(part.part, codes, !part.behind, budget);
        return add({holds: at => ends.has(at) !== part.negated, next: [next]});
      }
      case 'sequence': {
        const parts = backward ? part.parts : part.parts.toReversed();
        return parts.reduce((after, one) => compile(one, after), next);
      }
      case 'choice':
        return add({next: part.branches.map(branch => compile(branch, next))});
      case 'repeat': {
        let after = next;
        if (part.most === Infinity) {
          const loop = [next];
          after = add({next: loop});
          loop.push(compile(part.part, after));
        }
        for (let count = part.least; count < part.most && part.most < Infinity; count++) {
          after = add({next: [next, compile(part.part, after)]});
        }
        for (let count = 0; count < part.least; count++) {
          after = compile(part.part, after);
        }
        return after;
      }
    }
  }
}
