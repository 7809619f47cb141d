import { minifyHTMLLiterals } from 'minify-literals';

/** Takes the white space out of `html` and `css` templates before the bundler sees them. */
export function minifyLit() {
  return {
    name: 'minify-lit',
    enforce: 'pre',
    async transform(code, id) {
      const file = id.split('?')[0];
      if (!/\/packages\/(components|editor)\/src\/.*\.ts$/.test(file) || !/\b(html|css|svg)`/.test(code))
        return;
      // The minifier takes the slash away, and what follows then lies inside.
      const open = /<(path|circle|rect|line|stop|use|ellipse|polyline|polygon)\b[^<>]*\/>/.exec(code);
      if (open) throw new Error(`${file}: ${open[0]} closes itself. Write </${open[1]}>.`);
      const result = await minifyHTMLLiterals(code, { fileName: file });
      return result ? { code: result.code, map: result.map ?? null } : undefined;
    },
  };
}
