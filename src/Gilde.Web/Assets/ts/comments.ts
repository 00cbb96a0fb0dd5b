import { on, whenPresent } from "./events";

/** What others wrote meanwhile is announced in one line and comes in when it is asked for. */
whenPresent("[data-arrivals]", place => {
  const link = place.querySelector("a")!;
  const waiting = place.querySelector("[id^=arrivals-]")!;
  const show = () => {
    const ids = [...waiting.querySelectorAll<HTMLElement>("[data-comment]")].map(mark => Number(mark.dataset.comment)).filter(id => !document.getElementById(`comment-${id}`));
    link.hidden = ids.length === 0;
    if (ids.length === 0) return;
    link.href = place.dataset.arrivals! + String(Math.min(...ids) - 1);
    link.querySelector("span")!.textContent = ids.length === 1 ? place.dataset.one! : place.dataset.many!.replace("#", String(ids.length));
  };
  new MutationObserver(show).observe(waiting, { childList: true });
  show();
});

/** Whoever asked for new comments goes on at the first of them. */
on("click", "[data-arrivals] > a", link => {
  const first = Number(new URL((link as HTMLAnchorElement).href).searchParams.get("since")) + 1;
  document.addEventListener("turbo:before-stream-render", () => {
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`#comment-${first} > .comment`)?.focus());
  }, { once: true });
});
