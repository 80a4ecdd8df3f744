import {useNavbarMobileSidebar} from '@docusaurus/theme-common/internal';
import {useState} from 'react';

/**
 * Whether the reader of a small window has opened the menu. Docusaurus renders the menu, with the whole sidebar, during
 * hydration: one of the longest tasks of the start, for something that most readers never open.
 */
export function useMobileMenuOpened(): boolean {
  const {shown} = useNavbarMobileSidebar();
  const [opened, setOpened] = useState(shown);
  if (shown && !opened) {
    setOpened(true);
  }
  return opened;
}
