import MDXComponents from '@theme-original/MDXComponents';

import ApiCodeTabs from '@site/src/components/ApiCodeTabs';

/** Components that a page may use without importing them. */
export default {...MDXComponents, ApiCodeTabs};
