import {useState} from 'react';

import {useRemembered} from '../useRemembered';

/** The views of a body. Which of them exist depends on the body. */
const VIEWS = ['rendered', 'pretty', 'tree', 'raw', 'type', 'changes'] as const;
export type View = (typeof VIEWS)[number];

/** The view that the reader chose last, on any page. The Changes view is not remembered: it belongs to one response. */
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
