const CALL =
  /\b(?:__|esc_html__|esc_attr__|_e|esc_html_e)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*,\s*'maths-hubs'/g;
const PLURAL = /\b_n\(\s*'((?:[^'\\]|\\.)*)'\s*,\s*'((?:[^'\\]|\\.)*)'/g;

/** The template for translators: every text of the plugin with the places that use it. */
export function template(files) {
  const texts = new Map();
  const add = (key, name, source, index) => {
    const line = source.slice(0, index).split('\n').length;
    texts.set(key, [...(texts.get(key) ?? []), `${name}:${line}`]);
  };
  for (const { name, text } of files) {
    for (const { 1: single, 2: double, index } of text.matchAll(CALL))
      add(JSON.stringify([single?.replaceAll("\\'", "'") ?? double]), name, text, index);
    for (const { 1: one, 2: many, index } of text.matchAll(PLURAL))
      add(JSON.stringify([one, many]), name, text, index);
  }
  const entries = [...texts].map(([key, places]) => {
    const [one, many] = JSON.parse(key);
    const quoted = (word) => `"${word.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
    const plural = many && `msgid_plural ${quoted(many)}\nmsgstr[0] ""\nmsgstr[1] ""`;
    return `${places.map((place) => `#: ${place}`).join('\n')}\nmsgid ${quoted(one)}\n${plural ?? 'msgstr ""'}\n`;
  });
  return `msgid ""
msgstr ""
"Project-Id-Version: Maths Hubs\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Domain: maths-hubs\\n"

${entries.join('\n')}`;
}
