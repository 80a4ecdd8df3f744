import Translate from '@docusaurus/Translate';
import {isActiveSidebarItem} from '@docusaurus/plugin-content-docs/client';
import Items from '@theme-original/DocSidebarItems';
import type {Props} from '@theme/DocSidebarItems';
import {useState, type ReactNode} from 'react';

import {formatNumber} from '../../words';
import styles from './styles.module.css';

/** More than a reader scans; a page of the site contains no more of one list. */
const MOST_SHOWN = 60;

/** Items of a sidebar: of a list of hundreds, those around the current page, until a reader shows all. */
export default function LongList(props: Props): ReactNode {
  const {items, activePath} = props;
  const [isWhole, setWhole] = useState(false);
  if (isWhole || items.length <= MOST_SHOWN) {
    return <Items {...props} />;
  }
  const current = items.findIndex(item => isActiveSidebarItem(item, activePath));
  const first = Math.min(Math.max(0, current - MOST_SHOWN / 2), items.length - MOST_SHOWN);
  return (
    <>
      <Items {...props} items={items.slice(first, first + MOST_SHOWN)} />
      <li data-needs-script>
        <button type="button" className={styles.all} onClick={() => setWhole(true)}>
          <Translate id="sidebar.all" values={{count: formatNumber(items.length)}}>
            {'Show all {count}'}
          </Translate>
        </button>
      </li>
    </>
  );
}
