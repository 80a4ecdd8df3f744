import {translate} from '@docusaurus/Translate';
import Original from '@theme-original/DocSidebarItem/Link';
import type {Props} from '@theme/DocSidebarItem/Link';
import type {ReactNode} from 'react';

import type {SidebarMark} from '@site/src/plugin/sidebar';

/** A page in the sidebar. Its mark, and its path while the sidebar is filtered, are shown by src/css/marks.css. */
export default function DocSidebarItemLink(props: Props): ReactNode {
  const {mark, path} = props.item.customProps ?? {};
  return (
    <Original
      {...props}
      data-mark={isMark(mark) ? words(mark) : undefined}
      data-path={typeof path === 'string' ? path : undefined}
    />
  );
}

function isMark(value: unknown): value is SidebarMark {
  return value === 'deprecated' || value === 'new';
}

function words(mark: SidebarMark): string {
  switch (mark) {
    case 'deprecated':
      return translate({id: 'sidebar.deprecated', message: 'deprecated'});
    case 'new':
      return translate({id: 'sidebar.new', message: 'new'});
  }
}
