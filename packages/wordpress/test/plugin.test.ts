import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostedWork } from '../../editor/dist/host.js';
import { OWN } from '../../editor/dist/project/edit.js';
import { hostedWork } from '../../editor/dist/project/hosted.js';
import { newProject } from '../../editor/dist/project/project.js';
import { startEdition } from '../../editor/dist/project/start.js';
import { askService } from '../../editor/dist/widgets/ask-service.js';
import { newContext, signIn, untilEditable, untilSaved } from './people.js';
import { startWordPress, type WordPress } from './wordpress.js';
import { launchChromium } from '../../../test/support/chromium.js';

const zip = fileURLToPath(new URL('../dist/maths-hubs.zip', import.meta.url));

let wp: WordPress;
let browser: Browser;

/** The hub's own terms, as its staff would have stated them on the terms page. */
async function ownWork(): Promise<HostedWork> {
  const hub = { id: 'wold-valley', name: 'Wold Valley Maths Hub', website: 'https://hub.example' };
  const edition = await startEdition(hub, '2026/27', { template: 'four-phases' }, '2026-09-01');
  const stated = edition.phases.map((phase) => ({
    ...phase,
    name: { value: `Our ${phase.id}`, source: [OWN], basis: 'hub' as const },
  }));
  const project = newProject({ ...edition, phases: stated }, 'https://hub.example/embed/');
  return hostedWork({
    ...project,
    notice: {
      version: 'n1',
      text: 'We keep what you write for a year.',
      controller: 'The hub',
      processor: 'The hub',
      lawfulBasis: 'public task',
    },
  });
}

const answers = {
  schoolName: "St Wilfrid's <b>CE</b> Primary",
  postcode: 'LE1 1AA',
  phase: 'development',
  name: 'A Teacher',
  email: 'a.teacher@school.example',
};

function application(work: HostedWork, given: Record<string, unknown> = answers) {
  const phase = work.form?.phases.find(({ id }) => id === 'development');
  return {
    format: 'maths-hubs-application/1',
    kind: 'application',
    hub: 'wold-valley',
    edition: work.form?.edition,
    answers: given,
    readiness: {},
    agreement: { declared: true, commitments: phase?.commitments },
    notice: { version: 'n1', shownAt: null },
  };
}

const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${wp.url}/wp-json/maths-hubs/v1/applications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: wp.url, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const count = (where = '1=1'): number =>
  Number(
    wp.php(
      `global $wpdb; echo $wpdb->get_var("SELECT COUNT(*) FROM {$wpdb->prefix}maths_hubs_applications WHERE ${where}");`,
    ),
  );

async function violations(page: Page, within: string): Promise<readonly string[]> {
  await page.addScriptTag({ content: axe.source });
  return page.evaluate(async (selector) => {
    const result = await (globalThis as unknown as { axe: typeof axe }).axe.run(selector, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  }, within);
}

beforeAll(async () => {
  wp = await startWordPress();
  browser = await launchChromium();
  wp.php(`update_option('permalink_structure','/%postname%/'); global $wp_rewrite; $wp_rewrite->init(); flush_rewrite_rules(false);
    foreach (array('author','editor') as $role) wp_create_user($role, "$role-password", "$role@hub.example") && get_user_by('login',$role)->set_role($role);
    foreach (get_users() as $user) update_user_meta($user->ID, $GLOBALS['wpdb']->get_blog_prefix().'persisted_preferences', array('core/edit-post'=>array('welcomeGuide'=>false),'_modified'=>gmdate('c')));
    echo 'ready';`);
});

afterAll(async () => {
  await browser?.close();
  await wp?.close();
});

describe('the plugin in a real WordPress', () => {
  it('is installed from its zip and activated', async () => {
    wp.php(
      `require_once ABSPATH.'wp-admin/includes/plugin.php'; require_once ABSPATH.'wp-admin/includes/file.php'; WP_Filesystem(); $GLOBALS['wp_filesystem']->delete(WP_PLUGIN_DIR.'/maths-hubs', true);`,
    );
    const { page, context } = await signIn(browser, wp, 'admin');
    await page.goto(`${wp.url}/wp-admin/plugin-install.php?tab=upload`);
    await page.setInputFiles('#pluginzip', zip);
    await page.click('#install-plugin-submit');
    await page.click('a.button-primary:has-text("Activate Plugin")');
    await page.waitForSelector('text=Plugin activated');
    await context.close();
    expect(count()).toBe(0);
  });

  it('lets an author, who may not post HTML, put a block and a shortcode on a page', async () => {
    const { page, context } = await signIn(browser, wp, 'author');
    await page.goto(`${wp.url}/wp-admin/post-new.php`);
    await untilEditable(page);
    await page.evaluate(`(async () => {
      const { createBlock } = wp.blocks;
      wp.data.dispatch('core/editor').editPost({ title: 'Our programme' });
      wp.data.dispatch('core/block-editor').insertBlocks([
        createBlock('core/paragraph', { content: 'Wellcome to our programme.' }),
        createBlock('maths-hubs/journey-map', { edition: '2020-21' }),
        createBlock('core/shortcode', { text: '[maths-hub find-a-hub]' }),
        createBlock('core/paragraph', { content: '[maths-hub “eligibility-checker” edition=”2020—21″]' }),
      ]);
      wp.data.dispatch('core/editor').editPost({ status: 'publish' });
      await wp.data.dispatch('core/editor').savePost();
    })()`);
    const link = await untilSaved(page);
    // The preview in the editor is the real widget.
    await page.waitForFunction(() =>
      document.querySelector('.editor-styles-wrapper mh-journey-map')?.shadowRoot?.querySelector('h2, h3'),
    );
    await context.close();
    expect(link).toContain('/our-programme');
  });

  it('keeps every widget when a colleague corrects one word', async () => {
    const { page, context } = await signIn(browser, wp, 'editor');
    const before = wp.php(`echo get_page_by_path('our-programme', OBJECT, 'post')->post_content;`);
    // The author has left; WordPress takes a minute or two to notice.
    const id = wp.php(
      `$id = get_page_by_path('our-programme', OBJECT, 'post')->ID; delete_post_meta($id, '_edit_lock'); echo $id;`,
    );
    await page.goto(`${wp.url}/wp-admin/post.php?action=edit&post=${id}`);
    await untilEditable(page);
    await page.waitForFunction(`wp.data.select('core/block-editor').getBlockCount() === 4`);
    await page.evaluate(`(async () => {
      const [first] = wp.data.select('core/block-editor').getBlocks();
      await wp.data.dispatch('core/block-editor').updateBlockAttributes(first.clientId, { content: 'Welcome to our programme.' });
      await wp.data.dispatch('core/editor').savePost();
    })()`);
    await untilSaved(page);
    await context.close();
    const after = wp.php(`echo get_page_by_path('our-programme', OBJECT, 'post')->post_content;`);
    expect(after).toBe(before.replace('Wellcome', 'Welcome'));
  });

  it.each(['twentytwentythree', 'twentytwentyone'])(
    'is drawn for a visitor, no wider than the phone, under %s',
    async (theme) => {
      wp.php(`switch_theme('${theme}');`);
      for (const width of [320, 1280]) {
        const context = await newContext(browser, { viewport: { width, height: 900 } });
        const page = await context.newPage();
        const elsewhere: string[] = [];
        page.on('request', (request) => {
          if (!request.url().startsWith(wp.url) && !request.url().startsWith('data:'))
            elsewhere.push(request.url());
        });
        await page.goto(`${wp.url}/our-programme/`);
        for (const tag of ['mh-journey-map', 'mh-find-a-hub', 'mh-eligibility-checker']) {
          await page.locator(tag).scrollIntoViewIfNeeded();
          await page.waitForFunction(
            (name) =>
              Boolean(document.querySelector(name)?.shadowRoot?.querySelector('h2, h3, button, input')),
            tag,
          );
        }
        expect(await page.locator('mh-journey-map').first().textContent()).toContain('2020/21');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(elsewhere.filter((address) => !/gravatar/.test(address))).toEqual([]);
        await context.close();
      }
    },
  );

  it('shows plain content without script, and loads nothing on other pages', async () => {
    const html = await (await fetch(`${wp.url}/our-programme/`)).text();
    expect(html).toMatch(
      /<mh-journey-map[^>]*edition="2020\/21"[^>]*><p>Phases of Teaching for Mastery in 2020\/21/,
    );
    const [head = ''] = html.split('</head>');
    expect(head, 'the loader keeps places from the head').toMatch(
      /<script type="module" blocking="render" src='[^']*\/assets\/[0-9a-f]{12}\/embed\.js'/,
    );
    expect(html.match(/embed\.js/g)).toHaveLength(1);
    expect(html).not.toContain('[maths-hub');
    expect(await (await fetch(`${wp.url}/sample-page/`)).text()).not.toContain('maths-hubs');
  });
});

describe('the terms page', () => {
  it('opens our editor in the admin, and keeps two colleagues from losing each other’s work', async () => {
    const work = await ownWork();
    const first = await signIn(browser, wp, 'editor');
    await first.page.goto(`${wp.url}/wp-admin/admin.php?page=maths-hubs-terms`);
    await first.page.getByRole('button', { name: 'Begin' }).waitFor();
    const saved = await first.page.evaluate(
      (content) =>
        (
          globalThis as unknown as { mathsHubsHost: { save(work: unknown): Promise<string> } }
        ).mathsHubsHost.save(content),
      work,
    );
    expect(saved).toContain('Saved');
    const terms = await fetch(`${wp.url}/wp-json/maths-hubs/v1/terms`);
    expect(await terms.json()).toEqual(JSON.parse(work.terms));
    expect(terms.headers.get('access-control-allow-origin')).toBe('*');
    const again = await fetch(`${wp.url}/wp-json/maths-hubs/v1/terms`, {
      headers: { 'if-none-match': terms.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);

    const second = await signIn(browser, wp, 'admin');
    await second.page.goto(`${wp.url}/wp-admin/admin.php?page=maths-hubs-terms`);
    await second.page.waitForSelector('mh-editor >> #save-here');
    await first.page.evaluate(
      (content) =>
        (
          globalThis as unknown as { mathsHubsHost: { save(work: unknown): Promise<string> } }
        ).mathsHubsHost.save(content),
      { ...work, wording: { a: 'b' } },
    );
    await second.page.locator('mh-editor >> #save-here').click();
    await second.page.waitForSelector('#maths-hubs-said button');
    expect(await second.page.locator('#maths-hubs-said').textContent()).toMatch(
      /editor saved these terms at \d\d:\d\d/,
    );
    await second.page.locator('#maths-hubs-said button').click();
    await second.page.waitForSelector('#maths-hubs-said >> text=Saved.');
    await second.page.reload();
    expect(await second.page.locator('[data-revision]').count()).toBeGreaterThanOrEqual(3);
    expect(await violations(second.page, '#wpbody-content')).toEqual([]);
    await first.context.close();
    await second.context.close();
    expect((await fetch(`${wp.url}/wp-json/maths-hubs/v1/work`)).status).toBe(401);
  });
});

describe('applications', () => {
  it('are stored once, and answered as the intake answers', async () => {
    const work = await ownWork();
    const key = { 'idempotency-key': 'one-key-for-this-test' };
    const first = await post(application(work), key);
    const receipt = await first.json();
    expect([first.status, receipt]).toEqual([
      201,
      {
        reference: expect.stringMatching(/^MH-\w{5}-\w{5}$/),
        receivedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    ]);
    expect(await (await post(application(work), key)).json()).toEqual(receipt);
    expect(count()).toBe(1);
    const other = await post(application(work, { ...answers, name: 'Somebody Else' }), key);
    expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([409, 'key-reused']);
    const faulty = await post(application(work, { ...answers, email: 'no' }));
    expect([faulty.status, ((await faulty.json()) as { errors: unknown[] }).errors]).toEqual([
      422,
      [expect.objectContaining({ field: 'email', code: 'invalid' })],
    ]);
    expect((await post(application(work), { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('x'.repeat(70_000))).status).toBe(400);
    expect((await post({ ...application(work), guard: { leaveEmpty: 'spam' } })).status).toBe(422);
    expect((await post({ format: 'x' })).status).toBe(422);
    expect((await post(application(work), { 'idempotency-key': 'short' })).status).toBe(400);
    expect((await post('a=b', { 'content-type': 'text/plain' })).status).toBe(415);
    const fast = await post({ ...application(work), guard: { seconds: 1 } });
    expect([fast.status, await fast.json()]).toEqual([
      422,
      expect.objectContaining({ code: 'looks-automatic', message: expect.stringContaining('faster') }),
    ]);
    expect(count()).toBe(1);
  });

  it('say to any page which sites they may come from, as the intake does', async () => {
    const ask = async (origin: string): Promise<unknown[]> => {
      const asked = `${wp.url}/wp-json/maths-hubs/v1/applications/allows?origin=${encodeURIComponent(origin)}`;
      const answer = await fetch(asked, { headers: { origin: 'https://editor.example' } });
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://editor.example');
      return [answer.status, ((await answer.json()) as { allowed?: boolean }).allowed];
    };
    expect(await ask(wp.url)).toEqual([200, true]);
    expect(await ask('https://other.example')).toEqual([200, false]);
    expect(await ask('null')).toEqual([400, undefined]);
    expect(await ask('https://other.example/page')).toEqual([400, undefined]);
    const said = [await askService(`${wp.url}/wp-json/maths-hubs/v1/applications`, `${wp.url}/our-page/`)];
    expect([
      ...said,
      await askService(`${wp.url}/wp-json/maths-hubs/v1/applications`, 'https://other.example/'),
    ]).toEqual(['allows', 'refuses']);
  });

  it('arrive from the form on a phone, with script and without', async () => {
    wp.php(
      `wp_insert_post(array('post_title'=>'Apply','post_type'=>'page','post_status'=>'publish','post_content'=>'<!-- wp:maths-hubs/apply-form /-->')); global $wpdb; $wpdb->query("DELETE FROM $wpdb->options WHERE option_name LIKE '_transient%maths_hubs%'");`,
    );
    const context = await newContext(browser, {
      viewport: { width: 320, height: 700 },
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto(`${wp.url}/apply/`);
    for (const [name, value] of Object.entries({
      ...answers,
      schoolName: 'Plain Primary',
      email: 'plain@school.example',
    }))
      if (name === 'phase') await page.selectOption('[name=phase]', value);
      else await page.fill(`[name=${name}]`, value);
    await page.check('[name=agreement]');
    await page.click('mh-apply-form button[type=submit]');
    await page.getByRole('heading', { name: 'Application received' }).waitFor();
    await context.close();
    expect(count("school = 'Plain Primary'")).toBe(1);

    const live = await newContext(browser, { viewport: { width: 320, height: 700 } });
    const form = await live.newPage();
    await form.goto(`${wp.url}/apply/`);
    await form.waitForSelector('.mh-apply-form button');
    const drawn = await form.evaluate(() => Date.now());
    /** What is wider than the phone; a list of terms may scroll in itself. */
    const tooWide = (): Promise<readonly string[]> =>
      form.evaluate(() =>
        [...document.querySelectorAll('.mh-apply-form *')]
          .filter((each) => !each.closest('dl') && each.getBoundingClientRect().right > 320)
          .map((each) => each.outerHTML.slice(0, 200)),
      );
    const onward = async (button: string, shows: string): Promise<void> => {
      expect(await tooWide()).toEqual([]);
      await form.getByRole('button', { name: button }).click();
      await form.locator('.mh-apply-form').getByText(shows).first().waitFor();
    };
    await form.getByLabel('School name').fill('Phone Primary');
    await form.getByLabel('School postcode').fill(answers.postcode);
    await form.getByRole('radio', { name: 'Our development', exact: true }).check();
    await onward('Continue', 'Your full name');
    await form.getByLabel('Your full name').fill(answers.name);
    await form.getByLabel('Your work e-mail').fill('phone@school.example');
    await onward('Continue', 'The headteacher agrees');
    await form.getByLabel(/^The headteacher agrees/).check();
    await onward('Continue', 'Check your answers');
    // The site takes nothing that was filled in faster than a person can.
    await form.waitForFunction((since) => Date.now() - since > 2100, drawn);
    await onward('Send application', 'Application received');
    expect(await form.locator('.mh-apply-form .reference').textContent()).toMatch(/MH-\w{5}-\w{5}/);
    await live.close();
    expect(count("school = 'Phone Primary'")).toBe(1);
  });

  it('are read, marked and exported by staff, and by nobody else', async () => {
    const { page, context } = await signIn(browser, wp, 'editor');
    await page.goto(`${wp.url}/wp-admin/admin.php?page=maths-hubs-applications`);
    expect(await page.locator('tbody tr').count()).toBe(3);
    expect(await violations(page, '#wpbody-content')).toEqual([]);
    await page.getByRole('link', { name: 'Phone Primary' }).click();
    await page.locator('select[name=mh_action]').selectOption('offered');
    await page.click('text=Save state');
    await page.waitForURL(/mh_done=1/, { waitUntil: 'commit' });
    expect(await page.locator('select[name=mh_action]').inputValue()).toBe('offered');
    expect(await violations(page, '#wpbody-content')).toEqual([]);
    await page.goto(`${wp.url}/wp-admin/admin.php?page=maths-hubs-applications&state=offered`);
    expect(await page.locator('tbody tr').count()).toBe(1);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('text=Export these as CSV'),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv).toMatch(/^\ufeff"reference","hub","receivedAt"/);
    expect(csv).toContain('"Phone Primary"');
    expect(csv).not.toContain('Plain Primary');
    expect(await page.content()).not.toContain('<b>CE</b>');
    await context.close();
    const { page: theirs, context: author } = await signIn(browser, wp, 'author');
    const answer = await theirs.goto(`${wp.url}/wp-admin/admin.php?page=maths-hubs-applications`);
    expect(answer?.status()).toBe(403);
    await author.close();
  });

  it('are found and erased by WordPress’s own tools, and do not come back', async () => {
    const work = await ownWork();
    const address = 'a.teacher@school.example';
    const exported = wp.php(
      `$e = apply_filters('wp_privacy_personal_data_exporters', array()); echo json_encode(call_user_func($e['maths-hubs']['callback'], '${address}', 1));`,
    );
    expect(exported).toContain('A Teacher');
    const erased = JSON.parse(
      wp.php(
        `$e = apply_filters('wp_privacy_personal_data_erasers', array()); echo json_encode(call_user_func($e['maths-hubs']['callback'], '${address}', 1));`,
      ),
    ) as { items_removed: boolean; done: boolean };
    expect(erased).toMatchObject({ items_removed: true, done: true });
    expect(count(`application LIKE '%A Teacher%' AND application LIKE '%${address}%'`)).toBe(0);
    expect((await post(application(work), { 'idempotency-key': 'one-key-for-this-test' })).status).toBe(410);
    wp.php(
      `MathsHubs\\erase_old(24); global $wpdb; $wpdb->query("UPDATE {$wpdb->prefix}maths_hubs_applications SET received_at = '2020-01-01' WHERE school = 'Plain Primary'"); MathsHubs\\erase_old(24);`,
    );
    expect(count('application IS NOT NULL')).toBe(1);
  });

  it('are refused in words while the database is not there', async () => {
    const work = await ownWork();
    wp.php(`global $wpdb; $wpdb->query("RENAME TABLE {$wpdb->prefix}maths_hubs_applications TO mh_away");`);
    const answer = await post(application(work, { ...answers, name: 'Later' }));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    wp.php(`global $wpdb; $wpdb->query("RENAME TABLE mh_away TO {$wpdb->prefix}maths_hubs_applications");`);
    expect((await post(application(work, { ...answers, name: 'Later' }))).status).toBe(201);
  });
});

describe('leaving', () => {
  it('asks before applications are lost, and leaves nothing once told to', () => {
    const leave = (): string => {
      try {
        return wp.php(
          `require_once ABSPATH.'wp-admin/includes/plugin.php'; deactivate_plugins('maths-hubs/maths-hubs.php'); define('WP_UNINSTALL_PLUGIN','maths-hubs/maths-hubs.php'); include WP_PLUGIN_DIR.'/maths-hubs/uninstall.php'; echo 'left';`,
        );
      } catch (error) {
        return String((error as { stdout?: string }).stdout ?? error);
      }
    };
    expect(leave()).toContain('was not deleted');
    expect(count('application IS NOT NULL')).toBe(2);
    wp.php(`update_option('maths_hubs', array('remove' => 'erase'));`);
    expect(leave()).toContain('left');
    const left = wp.php(`global $wpdb; echo json_encode(array(
      $wpdb->get_col("SHOW TABLES LIKE '%maths_hubs%'"),
      $wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%maths_hubs%' AND option_name NOT LIKE '%user_roles%'"),
      $wpdb->get_col("SELECT ID FROM $wpdb->posts WHERE post_type = 'maths_hubs_terms' OR post_content LIKE '%maths-hubs-edition/1%'"),
      get_role('administrator')->has_cap('maths_hubs_edit_terms')));`);
    expect(JSON.parse(left)).toEqual([[], [], [], false]);
  });

  it('has written no warning of its own', () => {
    expect(wp.faults()).toEqual([]);
  });
});

it('uses no PHP newer than 7.4 and no function that runs text', () => {
  const folder = fileURLToPath(new URL('../plugin', import.meta.url));
  const files = execFileSync('find', [folder, '-name', '*.php'], { encoding: 'utf8' }).trim().split('\n');
  let lines = 0;
  for (const file of files) {
    const code = readFileSync(file, 'utf8');
    lines += code.split('\n').length - 1;
    expect(
      code.match(
        /\?->|\bmatch\s*\(|\benum\s+\w|^\s*#\[|\bstr_contains\b|\bstr_starts_with\b|: (?:static|mixed|never)\b|\beval\b|create_function|\bextract\(|unserialize/m,
      )?.[0],
      file,
    ).toBeUndefined();
    expect(code, file).toMatch(/defined\( '(?:ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;/);
    execFileSync('php', ['-l', file]);
  }
  // The budget of its issue, comments and all.
  expect(lines).toBeLessThan(1500);
});
