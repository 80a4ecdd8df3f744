import Translate from '@docusaurus/Translate';
import {Play} from 'lucide-react';
import type {ReactNode} from 'react';

/** The label of each button that opens a form. */
export default function TryItWords(): ReactNode {
  return (
    <>
      <Play aria-hidden size={14} />
      <Translate id="apiCodeTabs.tryIt">Try it</Translate>
    </>
  );
}
