import MDXComponents from '@theme-original/MDXComponents';

import ApiCodeTabs from '@site/src/components/ApiCodeTabs';
import TryItLink from '@site/src/components/ApiCodeTabs/TryItLink';
import GuideList from '@site/src/components/GuideList';
import MethodBadge from '@site/src/components/MethodBadge';
import ReferencePart from '@site/src/components/ReferencePart';
import Reproduce from '@site/src/components/Reproduce';
import Reproduced from '@site/src/components/Reproduce/Reproduced';

/** Components that a page may use without importing them. */
export default {
  ...MDXComponents,
  ApiCodeTabs,
  GuideList,
  MethodBadge,
  ReferencePart,
  Reproduce,
  Reproduced,
  TryItLink,
};
