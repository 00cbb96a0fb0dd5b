import { whenPresent } from "./events";

/** A thread opens at its unread line or its end, and follows new messages unless one is reading further up. */
whenPresent("[data-thread]", thread => {
  const end = () => { thread.scrollTop = thread.scrollHeight; };
  const unread = thread.querySelector<HTMLElement>(".unread-line");
  if (unread) thread.scrollTop = unread.offsetTop - thread.clientHeight / 3;
  else end();

  let atEnd = true;
  thread.addEventListener("scroll", () => {
    atEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 120;
  }, { passive: true });
  new MutationObserver(changes => {
    const own = changes.some(change => [...change.addedNodes].some(node => node instanceof Element && node.matches(".bubble-own")));
    if (atEnd || own) end();
  }).observe(thread, { childList: true });
  thread.addEventListener("load", () => { if (atEnd) end(); }, true);
});
