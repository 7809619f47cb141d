/** One page of thumbnails: a row a state, a column a width and scheme. */
export function sheetOf(rows, columns) {
  const text = (value) => String(value).replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
  const cell = (file, { name }) =>
    file === undefined
      ? '<td></td>'
      : `<td><a href="${text(file)}"><img loading="lazy" src="${text(file)}" alt="${text(name)}"></a></td>`;
  const body = rows.map(
    ({ widget, name, summary, files, faults }) =>
      `<tr><th scope="row">${text(widget)}<br><strong>${text(name)}</strong><small>${text(summary)}</small>${faults
        .map((fault) => `<em>${text(fault)}</em>`)
        .join('')}</th>${columns.map((column) => cell(files[column.name], column)).join('')}</tr>`,
  );
  return `<!doctype html>
<html lang="en-GB"><meta charset="utf-8"><title>Picture book</title>
<style>
  body { font: 0.8rem/1.4 system-ui, sans-serif; margin: 1rem; background: #e8eaed; color: #111; }
  th { position: sticky; left: 0; inline-size: 11rem; text-align: start; vertical-align: top; background: #e8eaed; font-weight: 400; }
  thead th { top: 0; z-index: 1; font-weight: 700; }
  small, em { display: block; margin-block-start: 0.3rem; color: #444; }
  em { color: #a00; font-style: normal; }
  td { vertical-align: top; padding: 0.3rem; }
  img { display: block; inline-size: 15rem; max-block-size: 26rem; object-fit: cover; object-position: top; border: 1px solid #999; background: #fff; }
</style>
<h1>Picture book</h1>
<table><thead><tr><th></th>${columns.map(({ name }) => `<th scope="col">${text(name)}</th>`).join('')}</tr></thead>
<tbody>${body.join('\n')}</tbody></table></html>`;
}
