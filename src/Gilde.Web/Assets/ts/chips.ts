import { whenPresent } from "./events";

/**
 * `<input data-chips="Remove" list="…">` holds phrases separated by commas. Here each becomes a chip; the field itself goes on holding them all,
 * hidden, so that the form sends the same as without JavaScript.
 */
whenPresent("input[data-chips]", element => {
  const field = element as HTMLInputElement;
  const row = document.createElement("div");
  const chips = document.createElement("span");
  const typing = document.createElement("input");
  row.className = "input chips-input";
  chips.className = "chips";
  typing.type = "text";
  typing.id = field.id;
  typing.placeholder = field.placeholder;
  typing.autocomplete = "off";
  typing.setAttribute("list", field.getAttribute("list") ?? "");
  for (const name of ["aria-describedby", "aria-invalid"]) if (field.hasAttribute(name)) typing.setAttribute(name, field.getAttribute(name)!);
  field.removeAttribute("id");
  field.type = "hidden";
  row.append(chips, typing);
  field.after(row);

  let phrases: string[] = [];
  add(field.value);

  function add(text: string): void {
    for (const phrase of text.split(/[,;\n]/).map(p => p.trim().replace(/\s+/g, " ")).filter(Boolean)) {
      if (!phrases.some(p => p.toLowerCase() === phrase.toLowerCase())) phrases.push(phrase);
    }
    show();
  }

  function show(): void {
    field.value = phrases.join(", ");
    typing.placeholder = phrases.length > 0 ? "" : field.placeholder;
    chips.replaceChildren(...phrases.map(chip));
  }

  function chip(phrase: string): HTMLElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "chip";
    button.append(phrase, " ×");
    button.setAttribute("aria-label", `${field.dataset.chips}: ${phrase}`);
    button.addEventListener("click", () => {
      phrases = phrases.filter(p => p !== phrase);
      show();
      typing.focus();
    });
    return button;
  }

  function take(): void {
    if (!typing.value.trim()) return;
    add(typing.value);
    typing.value = "";
  }

  typing.addEventListener("keydown", event => {
    if ((event.key === "Enter" || event.key === ",") && typing.value.trim()) {
      event.preventDefault();
      take();
    } else if (event.key === "Backspace" && typing.value === "" && phrases.length > 0) {
      phrases.pop();
      show();
    }
  });
  // A phrase picked from the suggestions, or several pasted.
  typing.addEventListener("input", event => {
    const picked = (event as InputEvent).inputType === "insertReplacementText" || !(event instanceof InputEvent);
    if (picked || /[,;\n]/.test(typing.value)) take();
  });
  // Not on leaving the field: a new chip would move the button that is being pressed.
  field.form?.addEventListener("submit", take, { capture: true });
  row.addEventListener("click", event => { if (event.target === row || event.target === chips) typing.focus(); });
});
