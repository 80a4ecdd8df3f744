import {differenceInWords, placeInWords} from '../../client/answer/differenceInWords';
import type {Finding, Problem} from './finding';

/** What is wrong, as a sentence that stays the same from run to run: baselines tell findings apart by it. */
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
      return 'What was deleted is still there.';
    case 'not-new':
      return 'The id in the response is of something that was there before, so nothing was made, or something was replaced.';
    case 'no-id':
      return 'Nothing in the response says what was made, so it cannot be deleted.';
    case 'cut-body':
      return problem.cut === 'interrupted'
        ? 'The connection broke within the body of the response.'
        : 'The response does not end: reading was given up.';
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

/** The same for findings that say the same, in whatever response and place of a list. */
export function keyOf({operation, problem}: Finding): string {
  return `${operation}: ${problemInWords(problem)}`;
}

/** Places in lists differ from run to run. */
function withoutNumbers(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*');
}
