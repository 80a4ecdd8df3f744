import {translate} from '@docusaurus/Translate';
import {ChevronDown} from 'lucide-react';
import {useState, type ReactNode} from 'react';

import CopyProblem from '../CopyProblem';
import {copyText} from '../copyText';
import Menu from '../Menu';
import spoken from '../spoken.module.css';

/** An alternative to what the Copy button copies. */
export interface CopyChoice {
  readonly id: string;
  /** A name for what is copied: `Request only`. */
  readonly label: string;
  /** Makes the text for a tab, by its label; rejects if a part of the site cannot be loaded. */
  readonly textFor: (tab: string) => Promise<string>;
}

export interface CopyMenuProps {
  readonly choices: readonly CopyChoice[];
  /** The label of the selected tab. */
  readonly tab: string;
}

/** A menu of more ways to copy. */
export default function CopyMenu({choices, tab}: CopyMenuProps): ReactNode {
  const [copied, setCopied] = useState('');
  const [problem, setProblem] = useState('');

  async function copy({label, textFor}: CopyChoice): Promise<void> {
    setCopied('');
    setProblem('');
    try {
      await copyText(textFor(tab));
      setCopied(translate({id: 'copyMenu.spoken', message: '{label} copied'}, {label}));
    } catch {
      setProblem(
        translate({
          id: 'copyMenu.failed',
          message:
            'Nothing was copied. Either the browser did not allow it or part of the page did not load.',
        }),
      );
    }
  }

  return (
    <>
      <Menu
        label={translate({id: 'copyMenu.label', message: 'More ways to copy'})}
        items={choices}
        onChoose={choice => void copy(choice)}
      >
        <ChevronDown aria-hidden size={15} />
      </Menu>
      <span role="status" className={spoken.spoken}>
        {problem || copied}
      </span>
      {problem !== '' && <CopyProblem words={problem} onClose={() => setProblem('')} />}
    </>
  );
}
