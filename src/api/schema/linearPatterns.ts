import {linearMatch, spend, stepBudget, type StepBudget} from './linearMatch';

let budget: StepBudget = stepBudget();

/** A regular expression that tells in linear time whether it matches a text. */
class LinearRegExp extends RegExp {
  override test(text: string): boolean {
    return this.flags === 'u' ? linearMatch(this.source, text, budget) : super.test(text);
  }
}

/** Makes them with `new` and without, as minifiers leave it out. */
const LinearConstructor = new Proxy(RegExp, {
  apply: (_target, _self, args: [string, string?]) => new LinearRegExp(...args),
  construct: (_target, args: [string, string?]) => new LinearRegExp(...args),
});

/**
 * Does some work that ends before it returns, such as a validator's, with regular expressions that match in linear time:
 * `^(a+)+$` would hold up a page, a mock or a build for years at thirty characters. Validators make the expressions of a
 * schema themselves, by `new RegExp`, and have no setting for another engine; literals in their code stay what they are.
 * @throws UnboundedPatternError where nobody can tell in a bounded number of steps.
 */
export function withLinearPatterns<Result>(work: () => Result): Result {
  const native = globalThis.RegExp;
  budget = stepBudget();
  Reflect.set(globalThis, 'RegExp', LinearConstructor);
  try {
    return work();
  } finally {
    Reflect.set(globalThis, 'RegExp', native);
  }
}

/** Takes part of the steps that the work of {@link withLinearPatterns} may take, for what else may be done too often. */
export function spendSteps(steps: number): void {
  spend(budget, steps);
}
