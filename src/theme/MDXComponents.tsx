import MDXComponents from '@theme-original/MDXComponents';

import ApiCodeTabs from '@site/src/components/ApiCodeTabs';
import GuideList from '@site/src/components/GuideList';
import MethodBadge from '@site/src/components/MethodBadge';
import ReferencePart from '@site/src/components/ReferencePart';
import RequestLine from '@site/src/components/RequestLine';
import Reproduce from '@site/src/components/Reproduce';

/** Components that a page may use without importing them. */
export default {
  ...MDXComponents,
  ApiCodeTabs,
  GuideList,
  MethodBadge,
  ReferencePart,
  Reproduce,
  RequestLine,
};
