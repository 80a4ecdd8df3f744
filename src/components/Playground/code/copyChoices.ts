import {translate} from '@docusaurus/Translate';

import type {BuiltRequest} from '../../../request/wire/build';
import type {SnippetOptions} from '../../../snippets/snippet';
import type {CopyChoice} from '../../CopyMenu';

/** The ways to copy a request beside the complete program; with the reader's own key only if one was typed. */
export function copyChoices(
  {request}: BuiltRequest,
  shownAs: NonNullable<SnippetOptions['credentials']>,
  hasOwnKey: boolean,
): readonly CopyChoice[] {
  const textOf =
    (options: SnippetOptions): CopyChoice['textFor'] =>
    async tab => {
      const {snippetFor} = await import('./snippetFor');
      return snippetFor(request, tab, options);
    };
  return [
    {
      id: 'call',
      label: translate({id: 'copyChoices.call', message: 'Request only'}),
      textFor: textOf({scope: 'call', credentials: shownAs}),
    },
    ...(hasOwnKey
      ? [
          {
            id: 'key',
            label: translate({id: 'copyChoices.key', message: 'Program that includes your key'}),
            textFor: textOf({credentials: 'literal'}),
          },
        ]
      : []),
  ];
}
