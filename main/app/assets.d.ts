// Small pictures that the bundler puts into the program itself, so that the packed app needs no file beside it.
declare module '*.png?inline' {
  /** `data:image/png;base64,…` */
  const dataUrl: string;
  export default dataUrl;
}
