import { on, whenPresent } from "./events";

/** Whoever finds a text begun goes on where it ends. */
whenPresent("textarea[autofocus]", element => {
  const text = element as HTMLTextAreaElement;
  text.setSelectionRange(text.value.length, text.value.length);
});

/** Grows with its text where the browser does not do that by itself. */
if (!CSS.supports("field-sizing", "content")) {
  on("input", "textarea.input", element => {
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight + 2}px`;
  });
}

/** Control or Command with Enter sends; in a composer Enter alone does, Shift with Enter breaks the line. */
on("keydown", "textarea", (element, event) => {
  const composer = element.closest("[data-enter-sends]") && !matchMedia("(pointer: coarse)").matches;
  const sends = event.ctrlKey || event.metaKey || (composer && !event.shiftKey);
  if (event.key !== "Enter" || event.isComposing || !sends) return;
  event.preventDefault();
  (element as HTMLTextAreaElement).form?.requestSubmit();
});

/** A composer is empty again once its message was taken. */
document.addEventListener("turbo:submit-end", event => {
  const { success } = (event as CustomEvent<{ success: boolean }>).detail;
  const form = event.target as HTMLFormElement;
  if (!success || !form.matches("[data-clears]")) return;
  // Not form.reset(): what came back with an error would be there again.
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input:not([type=hidden])")) {
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    if (field.type === "file") field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  form.querySelector(".field-error")?.remove();
  form.querySelector("textarea")?.focus();
});
