/** Response headers of the folder of widgets, for hosts that read them from a file. */

const OPEN = ['Access-Control-Allow-Origin: *', 'Cross-Origin-Resource-Policy: cross-origin'];
const SHORT = 'Cache-Control: public, max-age=300';
const FOR_EVER = 'Cache-Control: public, max-age=31536000, immutable';

/** `_headers`, as Netlify and Cloudflare Pages read it. No file is named by two rules that set one header: some hosts would send both. */
export function headersFile(prefix, hashed, files) {
  const rule = (path, headers) => [path, ...headers.map((each) => `  ${each}`), ''].join('\n');
  return [
    rule('/*', ['X-Content-Type-Options: nosniff', 'Referrer-Policy: strict-origin-when-cross-origin']),
    rule(`${prefix}*`, OPEN),
    ...files.filter((name) => !name.includes('/')).map((name) => rule(`${prefix}${name}`, [SHORT])),
    rule(`${prefix}${hashed}/*`, [FOR_EVER]),
  ].join('\n');
}

/** The same for Apache, which most web spaces run: it goes along in the folder. */
export function htaccess(hashed) {
  return `# Lets pages of other sites load the widgets, and keeps what never changes.
AddType text/javascript .js
<IfModule mod_headers.c>
Header set Access-Control-Allow-Origin "*"
Header set Cross-Origin-Resource-Policy "cross-origin"
Header set X-Content-Type-Options "nosniff"
Header set Cache-Control "public, max-age=300"
<If "%{REQUEST_URI} =~ m#/${hashed}/#">
Header set Cache-Control "public, max-age=31536000, immutable"
</If>
</IfModule>
`;
}
