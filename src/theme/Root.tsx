import Head from '@docusaurus/Head';
import textFont from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
import type {ReactNode} from 'react';

/** What stands around every page. The font of the text is asked for with the page, not once the styles have come. */
export default function Root({children}: {readonly children: ReactNode}): ReactNode {
  return (
    <>
      <Head>
        <link rel="preload" as="font" type="font/woff2" href={textFont} crossOrigin="anonymous" />
      </Head>
      {children}
    </>
  );
}
