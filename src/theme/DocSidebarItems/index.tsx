import type {Props} from '@theme/DocSidebarItems';
import type {ReactNode} from 'react';

import SidebarFilter from '@site/src/components/SidebarFilter';
import LongList from '@site/src/components/SidebarFilter/LongList';
import {holdsOperations} from '@site/src/components/SidebarFilter/filterItems';

/** The items of a sidebar; above those of an API stands a field that narrows them. */
export default function DocSidebarItems(props: Props): ReactNode {
  return props.level === 1 && holdsOperations(props.items) ? (
    <SidebarFilter {...props} />
  ) : (
    <LongList {...props} />
  );
}
