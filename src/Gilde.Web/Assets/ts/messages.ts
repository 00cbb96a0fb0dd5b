import { on, whenPresent } from "./events";

/** What a picture shows is asked for once there is one. */
on("change", ".composer input[type=file]", input => {
  input.closest(".composer")!.classList.toggle("has-file", (input as HTMLInputElement).files!.length > 0);
});

/** An open thread that is looked at counts as read, also what arrives while it is open. */
whenPresent("[data-reads]", thread => {
  const newest = () => Math.max(0, ...[...thread.querySelectorAll(".bubble:not(.bubble-own)")].map(bubble => Number(bubble.id.replace("message-", ""))));
  // A page that was fetched beforehand is not counted as read by the server.
  let seen = thread.querySelector(".unread-line") ? 0 : newest();
  const tell = () => {
    const last = newest();
    if (last <= seen || document.visibilityState !== "visible" || !thread.isConnected || document.documentElement.hasAttribute("data-turbo-preview")) return;
    seen = last;
    void fetch(thread.dataset.reads!, { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams({ seen: String(last) }) });
  };
  new MutationObserver(tell).observe(thread, { childList: true });
  document.addEventListener("visibilitychange", tell);
  tell();
});

/** A line that comes into the list anew does not know that its conversation is the open one. */
whenPresent("#conversations", list => {
  new MutationObserver(() => {
    list.querySelector(`.conversation[href="${location.pathname}"]:not([aria-current])`)?.setAttribute("aria-current", "page");
  }).observe(list, { childList: true });
});

/**
 * A message that stands is at least as new as one that is appended: the answer to the form may come after the live stream has already brought
 * the message and its read mark. Turbo would put the older one in its place.
 */
document.addEventListener("turbo:before-stream-render", event => {
  const { detail } = event as CustomEvent<{ newStream: HTMLElement; render: (stream: HTMLElement) => Promise<void> }>;
  if (detail.newStream.getAttribute("action") !== "append") return;
  const render = detail.render;
  detail.render = stream => {
    const arriving = stream.querySelector("template")!.content;
    for (const element of [...arriving.children]) if (element.id && document.getElementById(element.id)) element.remove();
    return render(stream);
  };
});
