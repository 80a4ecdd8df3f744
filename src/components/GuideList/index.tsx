import Link from '@docusaurus/Link';
import {useCurrentSidebarCategory, useDocById} from '@docusaurus/plugin-content-docs/client';
import type {PropSidebarItemLink} from '@docusaurus/plugin-content-docs';
import type {ReactNode} from 'react';

import styles from './styles.module.css';

/** The pages of the sidebar category that this page represents, each with its description. */
export default function GuideList(): ReactNode {
  const {items} = useCurrentSidebarCategory();
  return (
    <ul className={styles.list}>
      {items.map(item => item.type === 'link' && <Guide key={item.href} item={item} />)}
    </ul>
  );
}

function Guide({item}: {readonly item: PropSidebarItemLink}): ReactNode {
  const page = useDocById(item.docId);
  return (
    <li>
      <Link to={item.href}>{item.label}</Link>
      <p>{page?.description}</p>
    </li>
  );
}
