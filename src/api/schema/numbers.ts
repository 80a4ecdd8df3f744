import type {SchemaObject} from '../operation';

/** How many numbers are tried on either side of the first. */
const TRIES = 24;

/** A number with the noise of binary fractions left out: 0.3, not 0.30000000000000004. */
function tidy(number: number): number {
  return Number.isSafeInteger(number) ? number : Number(number.toPrecision(12));
}

/**
 * Numbers within the limits of a schema, the nearest to 0 first, or first one at random; none where the limits leave none.
 * What else a schema asks of them, such as a second `multipleOf`, is for the caller to check.
 */
export function* numbers(schema: SchemaObject, integer: boolean, random?: () => number): Generator<number> {
  const {minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf} = schema;
  const most = Math.min(maximum ?? Infinity, exclusiveMaximum ?? Infinity);
  const least = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity);
  const isIn = (number: number): boolean =>
    number >= least && number <= most && number !== exclusiveMinimum && number !== exclusiveMaximum;
  const near = least > 0 ? least : most < 0 ? most : 0;
  const step = wholeStep(multipleOf, integer);
  const isUp = near === least || near === 0;
  const first = step === undefined ? near : (isUp ? Math.ceil(near / step) : Math.floor(near / step)) * step;
  const usual = step ?? multipleOf ?? (random ? 0.01 : 1);
  const found = new Set<number>();
  if (random) {
    const from = Number.isFinite(least)
      ? Math.ceil(least / usual)
      : Math.min(0, Math.floor(most / usual) - 1000);
    const to = Number.isFinite(most) ? Math.floor(most / usual) : from + 1000;
    found.add(tidy((from + Math.floor(random() * (to - from + 1))) * usual));
  }
  // Whoever states limits beyond what is held exactly means the limit itself.
  found.add(Math.abs(first) > Number.MAX_SAFE_INTEGER ? first : tidy(first));
  for (let index = 1; index <= TRIES; index++) {
    found.add(tidy(first + (isUp ? index : -index) * usual));
    found.add(tidy(first - (isUp ? index : -index) * usual));
  }
  if (step === undefined && Number.isFinite(least) && Number.isFinite(most)) {
    [2, 3, 4, 5].forEach(part => found.add(least + (most - least) / part));
  }
  yield* [...found].filter(isIn);
}

/** What numbers are multiples of; of integers, the least that is whole as well. */
function wholeStep(multipleOf: number | undefined, integer: boolean): number | undefined {
  if (!integer || multipleOf === undefined) {
    return multipleOf ?? (integer ? 1 : undefined);
  }
  const factors = Array.from({length: 1000}, (_, index) => index + 1);
  return tidy((factors.find(factor => Number.isInteger(tidy(multipleOf * factor))) ?? 1) * multipleOf);
}
