/** A client module: gives the site's language to code that knows no Docusaurus, before anything is shown. */
import messages from '@generated/codeTranslations';
import {currentLocale, defaultLocale} from '@generated/i18n';

import {setWords} from '../words';

setWords({locale: currentLocale, original: defaultLocale, messages});
