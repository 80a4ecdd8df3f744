import {useNavbarMobileSidebar} from '@docusaurus/theme-common/internal';
import {useState} from 'react';

/**
 * Whether the reader of a small window has opened the menu. Docusaurus makes the menu, with the whole sidebar, as soon as
 * the page comes alive: one of the longest tasks of the start, for what most readers never open.
 */
export function useMobileMenuOpened(): boolean {
  const {shown} = useNavbarMobileSidebar();
  const [opened, setOpened] = useState(shown);
  if (shown && !opened) {
    setOpened(true);
  }
  return opened;
}
