import type {Props} from '@theme/Footer/Copyright';
import type {ReactNode} from 'react';

/** The last line of the footer: text, where Docusaurus runs what the configuration or a translation says as HTML. */
export default function Copyright({copyright}: Props): ReactNode {
  return <div className="footer__copyright">{copyright}</div>;
}
