import {differenceInWords, placeInWords} from '../../client/answer/differenceInWords';
import type {Finding, Problem} from './finding';

/** What is wrong, as a sentence that is the same in every run: baselines compare findings by it. */
export function problemInWords(problem: Problem): string {
  switch (problem.type) {
    case 'difference': {
      const {difference} = problem;
      return difference.type === 'body'
        ? `${placeInWords(withoutNumbers(difference.pointer))} ${differenceInWords(difference)}.`
        : differenceInWords(difference);
    }
    case 'unexpected-status':
      return `This status was not expected for the request, but ${problem.expected.join(' or ')}.`;
    case 'limit':
      return `A request ${/^with/.test(problem.breach) ? '' : 'with '}${problem.breach}, was accepted; ${problem.expected.join(' or ')} expected.`;
    case 'undocumented-header':
      return `The header ${problem.name} is not documented.`;
    case 'undocumented-field':
      return `${placeInWords(problem.pointer)} is not documented.`;
    case 'dead-link':
      return `The link ${problem.link} leads nowhere: ${problem.target} responds with ${problem.got}.`;
    case 'not-deleted':
      return 'The deleted resource is still there.';
    case 'not-new':
      return 'The id in the response existed before, so nothing was created, or something was replaced.';
    case 'no-id':
      return 'The response does not say what was created, so it cannot be deleted.';
    case 'cut-body':
      return problem.cut === 'interrupted'
        ? 'The connection broke in the middle of the response body.'
        : 'The response does not end, so the rest was not read.';
    case 'no-response':
      return problem.reason;
    case 'undocumented-operation':
      return 'The document has no such operation.';
    case 'sample':
      return `The ${problem.language} sample ${problem.why}.`;
    case 'recipe':
      return `The ${problem.language} program ${problem.why}.`;
  }
}

/** A key that is equal for equal findings, whatever the response and the place in a list. */
export function keyOf({operation, problem}: Finding): string {
  return `${operation}: ${problemInWords(problem)}`;
}

/** Indexes in lists differ from run to run. */
function withoutNumbers(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*');
}
