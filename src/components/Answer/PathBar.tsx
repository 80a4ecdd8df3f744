import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import {kindOf, readString, valueText, type JsonOutline} from '../../client/answer/jsonOutline';
import {jsonPathOf} from '../../client/answer/jsonPath';
import CopyButton from '../CopyButton';
import styles from './Tree.module.css';

export interface PathBarProps {
  readonly outline: JsonOutline;
  readonly node: number;
}

/** The path of the selected value, to copy with the value itself. */
export default function PathBar({outline, node}: PathBarProps): ReactNode {
  const path = jsonPathOf(outline, node);
  return (
    <div className={styles.pathBar}>
      <code dir="ltr" title={path}>
        {path}
      </code>
      <CopyButton
        text={path}
        what={translate({id: 'tree.path', message: 'JSON path'})}
        label={translate({id: 'tree.copyPath', message: 'Path'})}
      />
      <CopyButton
        text={() => copiedValue(outline, node)}
        what={translate({id: 'tree.value', message: 'value'})}
        label={translate({id: 'tree.copyValue', message: 'Value'})}
      />
    </div>
  );
}

/** A string without its quotes, as other programs need it; anything else as written. */
function copiedValue(outline: JsonOutline, node: number): string {
  const text = valueText(outline, node);
  return kindOf(outline, node) === 'string' ? readString(text) : text;
}
