/** A client module: gives the site's language to code that knows no Docusaurus, before anything is shown. */
import messages from '@generated/codeTranslations';
import {currentLocale} from '@generated/i18n';

import {setWords} from '../words';

setWords({locale: currentLocale, messages});
