import Original from '@theme-original/DocSidebar/Mobile';
import type {Props} from '@theme/DocSidebar/Mobile';
import type {ReactNode} from 'react';

import {useMobileMenuOpened} from '@site/src/components/useMobileMenuOpened';

/** The sidebar as the menu of a small window shows it, made when that is first opened. */
export default function DocSidebarMobile(props: Props): ReactNode {
  return useMobileMenuOpened() && <Original {...props} />;
}
