import Translate from '@docusaurus/Translate';
import {Eye, EyeOff} from 'lucide-react';
import type {ReactNode} from 'react';

import controls from '../../controls.module.css';
import spoken from '../../spoken.module.css';

export interface ShowSecretProps {
  readonly shown: boolean;
  readonly onToggle: () => void;
}

/** Shows a typed secret, and masks it again. */
export default function ShowSecret({shown, onToggle}: ShowSecretProps): ReactNode {
  return (
    <button type="button" className={controls.iconButton} onClick={onToggle} aria-pressed={shown}>
      {shown ? <EyeOff aria-hidden size={15} /> : <Eye aria-hidden size={15} />}
      <span className={spoken.spoken}>
        <Translate id="key.show">Show what is typed</Translate>
      </span>
    </button>
  );
}
