import { whenPresent } from "./events";

/** `<span data-counter-for="id">` shows how many characters a field still takes. */
whenPresent("[data-counter-for]", counter => {
  const field = document.getElementById(counter.dataset.counterFor!) as HTMLTextAreaElement | null;
  if (!field) return;
  const show = () => {
    const left = field.maxLength - field.value.length;
    counter.textContent = left.toLocaleString(document.documentElement.lang);
    counter.classList.toggle("is-near", left < field.maxLength / 10);
  };
  field.addEventListener("input", show);
  show();
});
