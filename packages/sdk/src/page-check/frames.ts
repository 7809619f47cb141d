import { frameAddress } from './found.js';
import type { Page, PageFinding } from './page.js';
import { isOwnComputer, whereToHost } from './systems.js';
import { valueOf, type PageElement } from './tree.js';

/** Frames in which Google Sites and Wix keep what was pasted as code: their content is not in the page's source. */
const KEEPS_CODE =
  /googleusercontent\.com\/embeds|\.filesusr\.com|usrfiles\.com\/html|\.wixsite\.com\/_partials/i;

/** A source that leaves the content of a frame out cannot show whether widgets are there. */
export function unseenFrame({ all }: Page): PageFinding | undefined {
  if (!all.some(({ name, attributes }) => name === 'iframe' && KEEPS_CODE.test(attributes['src'] ?? '')))
    return undefined;
  return {
    rule: 'unseen-frame',
    severity: 'warning',
    place: '<iframe>',
    message:
      'Your site keeps what you embed in a frame of its own, and what is in that is not in this source: whether your widgets are there cannot be told from it.',
    remedy:
      'Press the right button on the widget, choose “View frame source”, copy all, and check that. Nothing there to press on means that it is not there.',
  };
}

/** A frame of ours, or one that holds the snippet itself. */
export const isFrame = (element: PageElement): boolean =>
  frameAddress(element) !== undefined ||
  (element.name === 'iframe' && /<mh-/i.test(element.attributes['srcdoc'] ?? ''));

/** Attributes of consent tools that hold a frame back until a visitor agrees. */
const CONSENT = /cookie|consent|cmplz|suppressed|borlabs|usercentrics|categor/i;

/** A frame that names no existing widget, or that a screen reader cannot announce. */
export function frameFindings({ all, widgets, text }: Page): PageFinding[] {
  return all.filter(isFrame).flatMap((frame): PageFinding[] => {
    const finding = (message: string, remedy: string): PageFinding => ({
      rule: 'frame-fault',
      severity: 'error',
      place: '<iframe>',
      message,
      remedy,
    });
    const { sandbox, srcdoc = '', ...attributes } = frame.attributes;
    const src = frameAddress(frame) ?? '';
    const blocked =
      sandbox !== undefined && !/\ballow-scripts\b/i.test(sandbox)
        ? [
            finding(
              'The frame’s sandbox allows no scripts, so nothing is drawn in it.',
              'Add allow-scripts to its sandbox, or take the attribute “sandbox” out. Where your site puts it there, use links or plain content.',
            ),
          ]
        : [];
    if (/<mh-/i.test(srcdoc)) return blocked;
    const asked = /(?:[?&]widget=(?:mh-)?|#mh-)([a-z-]+)/i.exec(src)?.[1];
    if (!widgets.some(({ tag }) => tag === `mh-${asked}`))
      return [
        finding(
          asked
            ? `The frame asks for “${asked}”, which is no widget.`
            : 'The frame does not say which widget to show.',
          'Copy the frame from “Your snippet” again.',
        ),
      ];
    const isHeld = attributes['src'] !== src && Object.keys(attributes).some((name) => CONSENT.test(name));
    return [
      ...blocked,
      ...(isHeld
        ? [
            {
              ...finding(
                'A consent program of your site holds the frame back, until a visitor agrees.',
                'The widgets set no cookie: name the address of the frame as necessary in that program.',
              ),
              rule: 'held-script' as const,
              severity: 'warning' as const,
            },
          ]
        : []),
      ...(isOwnComputer(src)
        ? [
            {
              ...finding(
                'The frame’s address is your own computer, which no visitor can reach.',
                whereToHost(text),
              ),
              rule: 'own-computer' as const,
            },
          ]
        : /^http:/i.test(src)
          ? [
              {
                ...finding(
                  'The frame’s address begins with http://, which a browser refuses on a secure page.',
                  'Write https:// in its place.',
                ),
                rule: 'own-computer' as const,
              },
            ]
          : []),
      ...(/[?&]action=/.test(src)
        ? [
            finding(
              'The frame’s address names a place for applications, and a frame does not take one.',
              'Use a link to your apply page beside the frame.',
            ),
          ]
        : []),
      ...(valueOf(frame, 'title')
        ? []
        : [
            finding(
              'The frame has no title, so a screen reader cannot say what it is.',
              'Write title="…" in its tag: what the widget is called.',
            ),
          ]),
    ];
  });
}
