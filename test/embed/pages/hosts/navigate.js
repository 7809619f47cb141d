/** What a theme with AJAX navigation does: it swaps the content, and adds the scripts found in it again. */
window.navigate = (html) => {
  const main = document.querySelector('main');
  main.innerHTML = html;
  for (const dead of main.querySelectorAll('script[src]')) {
    const live = document.createElement('script');
    for (const { name, value } of dead.attributes) live.setAttribute(name, value);
    dead.replaceWith(live);
  }
};
