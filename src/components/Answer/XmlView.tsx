import type {ReactNode} from 'react';

import TextView from './TextView';
import {useJob} from './useJob';

export interface XmlViewProps {
  readonly text: string;
}

/** XML with each element on a line of its own; as it came where it is none, or cannot be laid out. */
export default function XmlView({text}: XmlViewProps): ReactNode {
  const {outcome, error} = useJob('xml', text, text.length);
  const shown = error === undefined ? outcome : text;
  return shown === undefined ? null : <TextView text={shown} language="markup" />;
}
