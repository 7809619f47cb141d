import type { Project } from '../project/project.js';

/** The project with some attributes of a widget set; an empty one is taken away. */
export function withAttributes(
  project: Project,
  tag: string,
  attributes: Readonly<Record<string, string>>,
): Project {
  return {
    ...project,
    widgets: project.widgets.map((choice) =>
      choice.tag === tag
        ? {
            ...choice,
            attributes: Object.fromEntries(
              Object.entries({ ...choice.attributes, ...attributes }).filter(([, value]) => value !== ''),
            ),
          }
        : choice,
    ),
  };
}
