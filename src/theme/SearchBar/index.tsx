import type {ReactNode} from 'react';

import Search from '../../components/Search';
import ShortcutsKey from '../../components/Shortcuts/ShortcutsKey';

/** The place in the navbar where the classic theme puts a search; what is there on every page listens for `?` too. */
export default function SearchBar(): ReactNode {
  return (
    <>
      <Search />
      <ShortcutsKey />
    </>
  );
}
