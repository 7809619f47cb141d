declare module 'sanitize-html' {
  const sanitize: (html: string) => string;
  export default sanitize;
}
