import {useRemembered} from '../useRemembered';

/** How a body is shown. Which of these there are depends on the body. */
export const VIEWS = ['rendered', 'pretty', 'tree', 'raw', 'type', 'changes'] as const;
export type View = (typeof VIEWS)[number];

/** The view that the reader chose last, on any page. */
export function useView(): [View | undefined, (view: View) => void] {
  const [remembered, remember] = useRemembered('playground.answer.view', 'browser');
  return [VIEWS.find(view => view === remembered), remember];
}
