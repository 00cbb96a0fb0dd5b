import { on } from "./events";

/** `<button data-copy="text">`, or `data-copy-from="#id"` for what a field holds. */
on("click", "[data-copy], [data-copy-from]", async button => {
  const source = button.dataset.copyFrom ? document.querySelector<HTMLInputElement>(button.dataset.copyFrom) : null;
  await navigator.clipboard.writeText(source ? source.value || source.textContent || "" : button.dataset.copy ?? "");
  button.classList.add("is-copied");
  setTimeout(() => button.classList.remove("is-copied"), 2000);
});
