/* The editor's side of the blocks: a panel of plain fields, and the widget itself as its preview. */
(function (wp) {
  const { createElement: el, Fragment } = wp.element;
  const { PanelBody, TextControl, Disabled } = wp.components;
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { __ } = wp.i18n;

  for (const { name, fields } of window.mathsHubsBlocks) {
    wp.blocks.registerBlockType(name, {
      apiVersion: 2,
      edit({ attributes, setAttributes }) {
        const panel = el(
          PanelBody,
          { title: __('This widget', 'maths-hubs') },
          ...fields.map(({ key, label, help }) =>
            el(TextControl, {
              key,
              label,
              help,
              value: attributes[key] || '',
              onChange: (value) => setAttributes({ [key]: value }),
            }),
          ),
        );
        return el(
          Fragment,
          null,
          el(InspectorControls, null, panel),
          el(
            'div',
            useBlockProps(),
            el(Disabled, null, el(wp.serverSideRender, { block: name, attributes })),
          ),
        );
      },
      // The server draws it, so that a colleague who may not post HTML can edit the page and lose nothing.
      save: () => null,
    });
  }
})(window.wp);
