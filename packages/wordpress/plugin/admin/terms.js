/* Joins the editor's page to WordPress: opens what is kept here, and saves to it. */
(function () {
  const { work, nonce, embed, action } = window.mathsHubsTerms;
  const { __ } = window.wp.i18n;
  const said = document.getElementById('maths-hubs-said');
  let etag = '"none"';

  /** An answer of this site, or an error whose message a person can act on. */
  async function ask(address, options = {}) {
    let response;
    try {
      response = await fetch(address, {
        ...options,
        headers: { 'Content-Type': 'application/json', 'X-WP-Nonce': nonce, ...options.headers },
      });
    } catch {
      throw new Error(
        __('This site did not answer. Your work is still on this page: try again.', 'maths-hubs'),
      );
    }
    const body = await response.json().catch(() => ({}));
    if (!response.ok) {
      const error = new Error(body.message || `${response.status}`);
      error.code = body.code;
      throw error;
    }
    return body;
  }

  async function open(revision) {
    const opened = await ask(
      revision ? `${work}${work.includes('?') ? '&' : '?'}revision=${revision}` : work,
    );
    etag = opened.etag;
    return opened.file;
  }

  async function save(content, over) {
    const saved = await ask(work, {
      method: 'PUT',
      headers: { 'If-Match': over ? '*' : etag },
      body: JSON.stringify(content),
    });
    etag = saved.etag;
    said.replaceChildren();
    return __('Saved. Every widget on this site shows these terms now.', 'maths-hubs');
  }

  /** Two people saved: both versions stay, and the person chooses which is shown. */
  function offer(error, content) {
    const box = document.createElement('div');
    box.className = 'notice notice-warning';
    const text = document.createElement('p');
    text.textContent = error.message;
    const mine = document.createElement('button');
    mine.type = 'button';
    mine.className = 'button';
    mine.textContent = __('Save mine; keep theirs among the earlier versions', 'maths-hubs');
    mine.addEventListener('click', () =>
      save(content, true).then(
        (sentence) => {
          text.textContent = sentence;
          mine.remove();
          said.replaceChildren(box);
        },
        (fault) => (text.textContent = fault.message),
      ),
    );
    box.append(text, mine);
    said.replaceChildren(box);
  }

  window.mathsHubsHost = {
    base: embed,
    action,
    saveLabel: __('Save', 'maths-hubs'),
    open: () => open(new URLSearchParams(location.search).get('revision')),
    async save(content) {
      try {
        return await save(content, false);
      } catch (error) {
        if (error.code === 'changed') offer(error, content);
        throw error;
      }
    },
  };

  document.addEventListener('click', ({ target }) => {
    const revision =
      target instanceof Element && target.closest('[data-revision]')?.getAttribute('data-revision');
    if (!revision) return;
    const address = new URL(location.href);
    address.searchParams.set('revision', revision);
    location.assign(address);
  });
})();
