import {useState} from 'react';

import {useRemembered} from '../useRemembered';

/** How a body is shown. Which of these there are depends on the body. */
const VIEWS = ['rendered', 'pretty', 'tree', 'raw', 'type', 'changes'] as const;
export type View = (typeof VIEWS)[number];

/** The view that the reader chose last, on any page. Changes are those of one response: the next one is shown whole. */
export function useView(): [View | undefined, (view: View) => void] {
  const [remembered, remember] = useRemembered('playground.answer.view', 'browser');
  const [changes, setChanges] = useState(false);
  const view = VIEWS.find(known => known === remembered && known !== 'changes');
  return [
    changes ? 'changes' : view,
    chosen => {
      setChanges(chosen === 'changes');
      if (chosen !== 'changes') {
        remember(chosen);
      }
    },
  ];
}
