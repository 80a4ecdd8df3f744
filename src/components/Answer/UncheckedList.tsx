import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {CheckOutcome} from '../../client/answer/checkAnswer';
import type {CheckedPart, Unchecked} from '../../client/answer/documentDifference';
import {formatNumber, messages} from '../../words';
import AllowLines from '../AllowLines';
import styles from './Answer.module.css';

const sayPart = messages('checkedPart', {
  status: 'status',
  'media-type': 'media type',
  headers: 'headers',
  'required-headers': 'required headers',
  body: 'body',
});

/** What was compared, such as `status, media type, body`. */
export function partsInWords(parts: readonly CheckedPart[]): string {
  return parts.map(part => sayPart(part)).join(', ');
}

export interface UncheckedListProps {
  readonly check: CheckOutcome;
}

/** What could not be compared with the document, and why; empty if everything was. */
export default function UncheckedList({check}: UncheckedListProps): ReactNode {
  const {differences, checked, unchecked, itemsChecked} = check;
  if (unchecked.length === 0 && itemsChecked === undefined) {
    return null;
  }
  return (
    <div className={styles.unchecked}>
      <p>
        {differences.length > 0 || checked.length === 0 ? (
          <Translate id="unchecked.title">Not checked against the document:</Translate>
        ) : (
          translate(
            {
              id: 'unchecked.soFar',
              message: 'What was checked matches the document: {parts}. Not checked:',
            },
            {parts: partsInWords(checked)},
          )
        )}
      </p>
      <ul>
        {unchecked.map((one, index) => (
          <li key={index}>
            <UncheckedText unchecked={one} />
          </li>
        ))}
        {itemsChecked !== undefined && (
          <li>
            {translate(
              {id: 'unchecked.items', message: 'Everything after the first {count} items of each list.'},
              {count: formatNumber(itemsChecked)},
            )}
          </li>
        )}
      </ul>
    </div>
  );
}

function UncheckedText({unchecked}: {readonly unchecked: Unchecked}): ReactNode {
  switch (unchecked.type) {
    case 'undocumented':
      return (
        <Translate id="unchecked.undocumented">The whole response, because none is documented.</Translate>
      );
    case 'hidden-headers': {
      const names = unchecked.names.join(', ');
      return (
        <>
          {translate(
            {
              id: 'unchecked.hidden',
              message:
                'Required but not visible: {names}. Either it is missing or the browser hides it. A server of another origin shows it to pages with',
            },
            {names},
          )}
          <AllowLines lines={[`Access-Control-Expose-Headers: ${names}`]} />
        </>
      );
    }
    case 'secret-headers':
      return translate(
        {id: 'unchecked.secret', message: 'The required {names}, which browsers never show to a page.'},
        {names: unchecked.names.join(', ')},
      );
    case 'header':
      return translate(
        {id: 'unchecked.header', message: 'The header {name}: its schema cannot be checked here.'},
        {name: unchecked.name},
      );
    case 'cut-body':
      return <Translate id="unchecked.cut">The body, because it was cut short.</Translate>;
    case 'events':
      return (
        <Translate id="unchecked.events">
          The events of the stream: the document has no schema to check them by.
        </Translate>
      );
    case 'media-type':
      return translate(
        {
          id: 'unchecked.mediaType',
          message: 'The content of the body: it is {mediaType}, and only JSON is checked.',
        },
        {
          mediaType:
            unchecked.mediaType ||
            translate({id: 'differences.noMediaType', message: 'without a media type'}),
        },
      );
    case 'body':
      return (
        <Translate id="unchecked.body">
          The content of the body: it is nested too deeply, or its schema cannot be checked here.
        </Translate>
      );
  }
}
