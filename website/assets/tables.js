// The theme wraps tables that are wider than the page, after it has loaded; without a tab stop, they
// cannot be scrolled with the keyboard.
function reachable() {
  for (const wrapper of document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])")) {
    wrapper.tabIndex = 0;
  }
}

new MutationObserver(reachable).observe(document.documentElement, { childList: true, subtree: true });
reachable();
