/** A font file: its URL in the build. */
declare module '*.woff2' {
  const url: string;
  export default url;
}
