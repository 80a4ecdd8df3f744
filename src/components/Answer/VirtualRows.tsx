import {
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type HTMLAttributes,
  type ReactNode,
  type Ref,
} from 'react';

import {listHeight, rowWindow, scrollTopToShow} from '../../client/answer/rowWindow';
import styles from './VirtualRows.module.css';

export interface VirtualRowsHandle {
  /** Brings a row into sight. */
  readonly show: (row: number) => void;
  /** How many rows are visible at once. */
  readonly pageSize: () => number;
}

export interface VirtualRowsProps extends HTMLAttributes<HTMLDivElement> {
  readonly handle?: Ref<VirtualRowsHandle>;
  readonly count: number;
  readonly renderRow: (row: number) => ReactNode;
}

/** As in the style sheet: one line of code. */
const ROW_HEIGHT = 22;
/** Assumed until it is measured. */
const FIRST_VIEWPORT = 448;

/** Rows of equal height, of which only the visible ones are rendered: a million cost as much as thirty. */
export default function VirtualRows({handle, count, renderRow, ...rest}: VirtualRowsProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [viewport, setViewport] = useState(FIRST_VIEWPORT);
  const list = {count, rowHeight: ROW_HEIGHT, viewport};
  const {first, end, offset} = rowWindow(list, Math.min(scrollTop, Math.max(0, listHeight(list) - viewport)));

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) {
      return undefined;
    }
    const observer = new ResizeObserver(() => {
      if (element.clientHeight > 0) {
        setViewport(element.clientHeight);
      }
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const show = useCallback(
    (row: number) => {
      const element = box.current;
      if (element) {
        const shown = {count, rowHeight: ROW_HEIGHT, viewport: element.clientHeight};
        element.scrollTop = scrollTopToShow(shown, element.scrollTop, row);
        setScrollTop(element.scrollTop);
      }
    },
    [count],
  );
  useImperativeHandle(
    handle,
    () => ({show, pageSize: () => Math.max(1, Math.floor(viewport / ROW_HEIGHT) - 1)}),
    [show, viewport],
  );

  return (
    <div
      ref={box}
      className={styles.box}
      dir="ltr"
      tabIndex={0}
      onScroll={event => setScrollTop(event.currentTarget.scrollTop)}
      {...rest}
    >
      <div className={styles.all} style={{blockSize: listHeight(list)}}>
        <div className={styles.drawn} style={{insetBlockStart: offset}}>
          {Array.from({length: Math.max(0, end - first)}, (_, index) => renderRow(first + index))}
        </div>
      </div>
    </div>
  );
}
