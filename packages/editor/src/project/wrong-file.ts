/** What a file that is not ours seems to be, in plain words; undefined if nothing shows it. */
export function whatIsIt(text: string): string | undefined {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (start === '') return 'This file is empty.';
  if (/^%PDF/.test(start)) return 'This is a PDF.';
  if (start.startsWith('PK')) return 'This is a Word, Excel or zip file.';
  if (/^(\u0089PNG|\ufffdPNG|GIF8|\u00ff\u00d8|JFIF|RIFF)/.test(start)) return 'This is a picture.';
  if (/^<(!doctype|html|\?xml|svg|script|div|p)\b/i.test(start))
    return 'This is a web page, not a saved file. To check a page, use “Check your page”.';
  let json: unknown;
  try {
    json = JSON.parse(start);
  } catch {
    if (/^[\w\s"']+[,;\t].*\n/.test(start)) return 'This looks like a spreadsheet saved as CSV.';
    return undefined;
  }
  return typeof json === 'object' && json !== null
    ? kindOf(json as Record<string, unknown>)
    : 'This is not a file of terms.';
}

function kindOf(json: Record<string, unknown>): string | undefined {
  const { format, type } = json;
  if (type === 'FeatureCollection' || type === 'Feature')
    return 'This is a map (GeoJSON), not a hub’s terms.';
  if (format === 'maths-hubs-overrides/1')
    return 'This file changes another file of terms. Open the file that it changes.';
  if (format === 'maths-hubs-hub/1') return 'This is a hub’s entry for the directory, not its terms.';
  if (format === 'maths-hubs-application/1') return 'This is a school’s application, not a hub’s terms.';
  if ('dependencies' in json || 'devDependencies' in json)
    return 'This file belongs to a program (package.json).';
  if (Array.isArray(json)) return 'This is a list, not a hub’s terms.';
  return format === undefined ? 'This is not a file that this page saved, nor a hub’s terms.' : undefined;
}
