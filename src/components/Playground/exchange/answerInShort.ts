import {translate} from '@docusaurus/Translate';

import type {Result} from '../../../client/result';

/** The result of a request in a few words: `201 Created`. */
export function answerInShort(result: Result | undefined): string {
  switch (result?.type) {
    case undefined:
      return translate({id: 'answerInShort.coming', message: 'Response'});
    case 'response':
      return `${result.status} ${result.statusText}`.trim();
    case 'failure':
      return translate({id: 'answerInShort.failure', message: 'No response'});
    case 'aborted':
      return translate({id: 'answerInShort.aborted', message: 'Cancelled'});
  }
}
