import { config } from "@hotwired/turbo";

/** `data-turbo-confirm="…"` asks in the shell's own dialog instead of the browser's. */
config.forms.confirm = (message, form, submitter) => {
  const dialog = document.querySelector<HTMLDialogElement>("#confirm");
  if (!dialog) return Promise.resolve(window.confirm(message));

  dialog.querySelector("[data-confirm-text]")!.textContent = message;
  const yes = dialog.querySelector<HTMLButtonElement>("button[value=yes]")!;
  yes.textContent = (submitter ?? form).dataset.confirmLabel ?? submitter?.textContent?.trim() ?? yes.value;
  yes.className = submitter?.matches(".btn-danger, .is-danger") ? "btn btn-danger" : "btn btn-primary";
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }));
};
