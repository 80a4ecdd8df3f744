import Original from '@theme-original/Navbar/MobileSidebar';
import type {ReactNode} from 'react';

import {useMobileMenuOpened} from '@site/src/components/useMobileMenuOpened';

/** The menu of a small window, made when it is first opened. */
export default function NavbarMobileSidebar(): ReactNode {
  return useMobileMenuOpened() && <Original />;
}
