import { on, whenPresent } from "./events";

/** Good news leaves by itself, later while one points at it; errors stay until dismissed. */
whenPresent(".toasts .toast", toast => {
  if (toast.matches(".toast-error, .toast-warning")) return;
  const dwell = 5000 + 40 * (toast.textContent?.length ?? 0);
  let timer = setTimeout(() => leave(toast), dwell);
  for (const type of ["pointerenter", "focusin"]) toast.addEventListener(type, () => clearTimeout(timer));
  for (const type of ["pointerleave", "focusout"]) toast.addEventListener(type, () => { timer = setTimeout(() => leave(toast), 2000); });
});

on("click", ".toast [data-dismiss]", button => leave(button.closest<HTMLElement>(".toast")!));

document.addEventListener("turbo:submit-end", event => {
  const toast = (event.target as HTMLElement).closest<HTMLElement>(".toast");
  if (toast) leave(toast);
});

/** What the answer to a form within a part of the page has to say stands outside that part. */
document.addEventListener("turbo:frame-render", async event => {
  const html = await (event as CustomEvent<{ fetchResponse: { responseHTML: Promise<string> } }>).detail.fetchResponse.responseHTML;
  if (!html.includes('class="toast toast-')) return;
  const said = new DOMParser().parseFromString(html, "text/html").querySelectorAll("#toasts > .toast");
  if (said.length > 0) document.getElementById("toasts")?.replaceChildren(...said);
});

document.addEventListener("turbo:before-cache", () => document.querySelectorAll(".toast").forEach(toast => toast.remove()));

function leave(toast: HTMLElement): void {
  toast.classList.add("is-leaving");
  setTimeout(() => toast.remove(), 300);
}
