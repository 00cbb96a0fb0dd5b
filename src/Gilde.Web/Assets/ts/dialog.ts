import { on } from "./events";

/** `<a href="#id" data-dialog>` opens the dialog with that id; without JavaScript `:target` does. */
on("click", "[data-dialog]", (opener, event) => {
  const id = opener.dataset.dialog || opener.getAttribute("href")?.slice(1);
  const dialog = id ? document.getElementById(id) : null;
  if (!(dialog instanceof HTMLDialogElement)) return;
  event.preventDefault();
  if (!dialog.open) dialog.showModal();
});

on("click", "[data-dialog-close]", (button, event) => {
  const dialog = button.closest("dialog");
  if (!dialog?.open) return;
  event.preventDefault();
  dialog.close();
});

// A click beside an open dialog closes it; one that began inside (selecting text) does not.
let pressed: EventTarget | null = null;
document.addEventListener("pointerdown", event => { pressed = event.target; });
on("click", "dialog[open]", (dialog, event) => {
  if (event.target !== dialog || pressed !== dialog) return;
  const box = dialog.getBoundingClientRect();
  const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  if (!inside) (dialog as HTMLDialogElement).close();
});

document.addEventListener("turbo:before-cache", () => {
  for (const dialog of document.querySelectorAll<HTMLDialogElement>("dialog[open]")) dialog.close();
});
