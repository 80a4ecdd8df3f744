/**
 * Which browser tests belong to which part of the site. They test the built pages, so imports do not show it: the
 * longest folder or file that contains a changed file counts. Files that match none, such as `src/api`, affect all
 * pages.
 */
export const browserSpecs: Readonly<Record<string, readonly string[]>> = {
  docs: ['everyPage', 'links', 'machines', 'markdown', 'questions'],
  'docs/decisions': [],
  'docs/api': ['everyPage', 'links', 'markdown', 'questions', 'reference', 'sidebar'],
  'docusaurus.config.ts': ['everyPage', 'links', 'machines', 'site'],
  i18n: ['german', 'machines'],
  'sidebars.ts': ['everyPage', 'sidebar'],
  'static/openapi.yaml': ['everyPage', 'links', 'questions', 'reference', 'reproduce', 'textReader', 'tryIt'],
  'src/client': ['failures', 'stream', 'tryIt'],
  'src/client/answer': ['answer'],
  'src/client/oauth': ['credentials'],
  'src/cloudindex': ['mockPanel', 'reproduce', 'tryIt'],
  'src/components/Answer': ['answer', 'failures', 'stream'],
  'src/components/ApiCodeTabs': ['samples', 'tryIt'],
  'src/components/Code': ['copy', 'samples'],
  'src/components/CodeTabs': ['moreLanguages', 'samples'],
  'src/components/CopyButton': ['copy'],
  'src/components/CopyMenu': ['copy'],
  'src/components/CopyProblem': ['copy', 'credentials'],
  'src/components/EditableCode': ['badInput', 'lateScripts', 'twoWay'],
  'src/components/GeneratedPage': ['everyPage', 'reference'],
  'src/components/GuideList': ['site'],
  'src/components/History': ['history', 'tools'],
  'src/components/JsonEditor': ['lateScripts', 'rawBody'],
  'src/components/LoadFailure': ['lateScripts'],
  'src/components/Menu': ['copy', 'moreLanguages'],
  'src/components/MethodBadge': ['reference', 'sidebar'],
  'src/components/MockPanel': ['mockPanel', 'tools'],
  'src/components/PageAsMarkdown': ['copy', 'machines', 'markdown'],
  'src/components/PageHead': ['machines'],
  'src/components/Playground': [
    'firstGlance',
    'focus',
    'hands',
    'lateScripts',
    'openForm',
    'rejected',
    'tryIt',
  ],
  'src/components/Playground/code': ['badInput', 'moreLanguages', 'samples', 'twoWay'],
  'src/components/Playground/credentials': ['credentials'],
  'src/components/Playground/exchange': ['answer', 'failures', 'focus', 'hands', 'rejected', 'tryIt'],
  'src/components/Playground/fields': ['focus', 'form', 'openForm', 'rejected'],
  'src/components/Playground/form': ['focus', 'form', 'openForm', 'rawBody', 'rejected'],
  'src/components/Playground/server': ['mockPanel', 'servers'],
  'src/components/Playground/sharing': ['shareLink'],
  'src/components/Playground/tools': ['history', 'tools'],
  'src/components/ReferencePart': ['reference'],
  'src/components/Reproduce': ['reproduce'],
  'src/components/RequestLine': ['reference', 'tryIt'],
  'src/components/Search': ['questions', 'search'],
  'src/components/Shortcuts': ['badInput', 'hands'],
  'src/components/SidebarFilter': ['sidebar'],
  'src/components/UnopenedLink': ['shareLink'],
  'src/css': ['everyPage', 'firstGlance', 'site', 'zoom'],
  'src/highlight': ['samples', 'twoWay'],
  'src/mock': ['mockPanel', 'reproduce', 'stream', 'tryIt'],
  'src/pages': ['german', 'site', 'zoom'],
  'src/plugin/generatedPages': ['everyPage', 'links', 'reference'],
  'src/plugin/markdownTwins': ['machines', 'markdown'],
  'src/plugin/operationPage': ['everyPage', 'links', 'markdown', 'reference', 'textReader'],
  'src/plugin/schemaPages': ['everyPage', 'links', 'reference'],
  'src/plugin/searchIndex': ['questions', 'search'],
  'src/request': ['form', 'shareLink', 'tryIt', 'twoWay'],
  'src/siteSearch': ['questions', 'search'],
  'src/snippets': ['copy', 'samples', 'twoWay'],
  'src/theme': ['everyPage', 'machines', 'sidebar', 'site', 'zoom'],
};

/** The browser tests for a file's part of the site; undefined if none are known. */
export function specsOfPlace(file: string): readonly string[] | undefined {
  const steps = file.split('/');
  const places = steps.map((_, index) => steps.slice(0, steps.length - index).join('/'));
  const place = places.find(one => Object.hasOwn(browserSpecs, one));
  return place === undefined ? undefined : browserSpecs[place];
}
