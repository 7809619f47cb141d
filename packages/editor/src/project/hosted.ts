import { applicationForm } from '@maths-hubs/sdk/applications';
import { fallbackHtml, STATIC_WIDGETS } from '@maths-hubs/sdk/static-html';
import type { HostedWork } from '../host.js';
import { fileOf } from './file.js';
import { saveText } from './open.js';
import type { Project } from './project.js';

const ACTION = '/mh-action';

/** The hub's work as a system keeps it. */
export function hostedWork(project: Project): HostedWork {
  const { edition, notice, wording, look } = project;
  const hub = edition.hub ?? '';
  const name = edition.contact?.name;
  const form =
    notice.version && notice.text && edition.phases.length > 0
      ? applicationForm(edition, { hub, notice })
      : null;
  const plain = Object.fromEntries(
    STATIC_WIDGETS.map((widget) => [
      widget,
      fallbackHtml(widget, { edition, ...(form && { form, action: ACTION }) }),
    ]),
  );
  const accent =
    look.accent && look.accentDark
      ? `light-dark(${look.accent}, ${look.accentDark})`
      : look.accent || look.accentDark;
  return {
    file: saveText(project),
    terms: JSON.stringify(fileOf(edition)),
    hub,
    form,
    apply: form && { ...(name && { name }), notice },
    plain,
    wording,
    look: accent ? { accent } : {},
  };
}
