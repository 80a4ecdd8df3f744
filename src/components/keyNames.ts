import {translate} from '@docusaurus/Translate';

/** The names on the keys of a keyboard, in the reader's language. */
export function keyNames(): {readonly [key in 'control' | 'shift' | 'space' | 'home' | 'end']: string} {
  return {
    control: translate({id: 'keys.control', message: 'Ctrl'}),
    shift: translate({id: 'keys.shift', message: 'Shift'}),
    space: translate({id: 'keys.space', message: 'Space'}),
    home: translate({id: 'keys.home', message: 'Home'}),
    end: translate({id: 'keys.end', message: 'End'}),
  };
}

/** Whether this machine's shortcuts use ⌘. */
export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
