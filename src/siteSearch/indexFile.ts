/** Where the build leaves what search knows of the pages, below the base URL of the site. */
export const searchIndexFile = 'search-index.json';
