// What the pages do by themselves: follow links the server sends and those within a page, keep an
// unsent answer, run the clock, tell a screen reader what was said, and send with Ctrl+Enter.
(() => {
  const find = (selector) => document.querySelector(selector);
  const draftKey = (id) => `secondround:draft:${id}`;
  const interviewId = () => find('[data-interview]')?.dataset.interview || '';

  document.documentElement.lang = 'en';

  // A handler answers with <span data-goto="/review"> to change the page.
  let leaving = '';
  function follow() {
    const link = find('[data-goto]');
    if (!link || link.dataset.goto === leaving) return;
    leaving = link.dataset.goto;
    location.assign(leaving);
  }

  // The address always names what is shown, so that a reload or a second tab finds it again.
  function address() {
    const shown = find('[data-address]');
    if (!shown) return;
    const wanted = location.pathname + shown.dataset.address;
    if (location.pathname + location.search !== wanted) history.replaceState(null, '', wanted);
  }

  // A link within the page; the browser would follow it from Gradio's base, which is another page.
  function within(event) {
    const link = event.target.closest?.('a[href^="#"]');
    const there = link && document.getElementById(link.getAttribute('href').slice(1));
    if (!there) return;
    event.preventDefault();
    if (!there.hasAttribute('tabindex')) there.tabIndex = -1;
    there.focus();
    there.scrollIntoView();
  }

  // What is typed and not yet sent outlives a reload.
  function keepDraft(event) {
    const box = event.target.closest?.('#answer textarea');
    if (box && event.isTrusted && interviewId()) localStorage.setItem(draftKey(interviewId()), box.value);
  }
  let restored = '';
  function restoreDraft() {
    const id = interviewId();
    const box = find('#answer textarea');
    if (!id || !box || restored === id) return;
    restored = id;
    const draft = localStorage.getItem(draftKey(id));
    if (!draft || box.value) return;
    const said = [...document.querySelectorAll('#talk .you .words')].at(-1)?.textContent.trim();
    if (said === draft.trim()) {
      localStorage.removeItem(draftKey(id));
      return;
    }
    box.value = draft;
    box.dispatchEvent(new Event('input', {bubbles: true}));
  }
  // The server marks the line it has saved; until then the draft stays.
  let saved = '';
  function dropDraft() {
    const mark = find('[data-saved]');
    if (!mark || mark.dataset.saved === saved) return;
    if (saved) localStorage.removeItem(draftKey(interviewId()));
    saved = mark.dataset.saved;
  }

  let stamp = '';
  let since = 0;
  function tick() {
    const clock = find('[data-clock]');
    if (!clock) return;
    if (clock.dataset.stamp !== stamp) {
      stamp = clock.dataset.stamp;
      since = Date.now();
    }
    const more = clock.dataset.runs ? Math.floor((Date.now() - since) / 1000) : 0;
    const seconds = Number(clock.dataset.clock) + more;
    const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    if (clock.textContent !== shown) clock.textContent = shown;
  }

  // A screen reader hears a line when it is complete, not piece by piece.
  let announced = '';
  function announce() {
    const line = find('[data-announce]');
    const ear = find('#ear');
    if (!line || !ear || line.dataset.announce === announced) return;
    announced = line.dataset.announce;
    ear.textContent = line.textContent;
  }

  // The browser's own date picker, where Gradio's has no name for a screen reader.
  function pickDates() {
    const box = find('#when input[type=text], #when input:not([type])');
    if (box) box.type = 'datetime-local';
  }

  let length = 0;
  function scrollToNewest() {
    const talk = find('#talk');
    const live = find('#live');
    if (!talk) return;
    const now = talk.textContent.length + (live ? live.textContent.length : 0);
    if (now === length) return;
    length = now;
    talk.scrollTop = talk.scrollHeight;
  }

  function sendByKey(event) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    const box = event.target.closest?.('#answer textarea');
    if (!box) return;
    event.preventDefault();
    find('#send:not([disabled]), #ask:not([disabled])')?.click();
  }

  // When it is the candidate's turn again, the keyboard is where it was.
  let listening = false;
  function refocus() {
    const box = find('#answer textarea');
    const waits = !box || box.disabled;
    if (listening && !waits && document.activeElement === document.body) box.focus();
    listening = waits;
  }

  function settle() {
    follow();
    address();
    pickDates();
    restoreDraft();
    dropDraft();
    tick();
    announce();
    refocus();
    scrollToNewest();
  }

  document.addEventListener('click', within);
  document.addEventListener('input', keepDraft, true);
  document.addEventListener('keydown', sendByKey, true);
  function start() {
    const ear = document.createElement('div');
    ear.id = 'ear';
    ear.className = 'unseen';
    ear.setAttribute('role', 'status');
    ear.setAttribute('aria-live', 'polite');
    document.body.append(ear);
    let due = false;
    new MutationObserver(() => {
      if (due) return;
      due = true;
      requestAnimationFrame(() => {
        due = false;
        settle();
      });
    }).observe(document.body, {childList: true, subtree: true});
    setInterval(tick, 500);
    settle();
  }
  if (document.body) start();
  else document.addEventListener('DOMContentLoaded', start);
})();
