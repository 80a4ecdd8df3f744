import Translate from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import controls from '../../controls.module.css';

/** What a reader can do where the server asks for a client certificate: no page can choose or send one. */
export default function CertificateNote(): ReactNode {
  return (
    <p className={controls.note}>
      <Translate id="credentials.certificate">
        This operation takes a client certificate (mutual TLS). A page cannot send one: install it in your
        browser, which then offers it when it connects, or run a sample with it. The mock asks for none.
      </Translate>
    </p>
  );
}
