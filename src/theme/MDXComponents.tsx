import MDXComponents from '@theme-original/MDXComponents';

import ApiCodeTabs from '@site/src/components/ApiCodeTabs';
import Reproduce from '@site/src/components/Reproduce';
import Reproduced from '@site/src/components/Reproduce/Reproduced';

/** Components that a page may use without importing them. */
export default {...MDXComponents, ApiCodeTabs, Reproduce, Reproduced};
