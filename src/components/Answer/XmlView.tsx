import type {ReactNode} from 'react';

import TextView from './TextView';
import {useJob} from './useJob';

export interface XmlViewProps {
  readonly text: string;
}

/** XML with each element on a line of its own; text that is not XML, or cannot be formatted, is shown as it is. */
export default function XmlView({text}: XmlViewProps): ReactNode {
  const {outcome, error} = useJob('xml', text, text.length);
  const shown = error === undefined ? outcome : text;
  return shown === undefined ? null : <TextView text={shown} language="markup" />;
}
