import { on } from "./events";

/** `<button data-reveal="id" aria-pressed="false">` shows a password while pressed in. */
on("click", "[data-reveal]", button => {
  const field = document.getElementById(button.dataset.reveal!) as HTMLInputElement | null;
  if (!field) return;
  const shown = field.type === "password";
  field.type = shown ? "text" : "password";
  button.setAttribute("aria-pressed", String(shown));
  field.focus();
});

// Never sent as text, so that the browser does not remember it among the form's words.
document.addEventListener("submit", () => {
  for (const button of document.querySelectorAll<HTMLElement>("[data-reveal][aria-pressed=true]")) button.click();
}, true);
