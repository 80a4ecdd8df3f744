import AnnouncementBar from '@theme-original/AnnouncementBar';
import type {ReactNode} from 'react';

import UnopenedLink from '@site/src/components/UnopenedLink';

/** What is to be said at the top of any page. */
export default function Announcements(): ReactNode {
  return (
    <>
      <AnnouncementBar />
      <UnopenedLink />
    </>
  );
}
