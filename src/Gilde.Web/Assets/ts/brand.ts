/**
 * The colour inputs of the set-up (`data-brand`): the page takes the chosen colour at once, so that the operator sees it where members will.
 * `data-brand="own"` is the choice that means the colour beside it; `[data-brand-warning]` shows itself for colours too pale to be read on paper.
 */
import { on } from "./events";

/** WCAG 2: text needs 4.5 to 1 on its ground. The server reckons the same in Setup/Brand.cs. */
const readable = 4.5;

on("input", "input[data-brand]", input => choose(input as HTMLInputElement));
on("change", "input[data-brand]", input => choose(input as HTMLInputElement));

// The form that comes back with a mistake keeps the choice; every other page follows the network's colour again.
document.addEventListener("turbo:render", follow);
follow();

function follow(): void {
  const chosen = document.querySelector<HTMLInputElement>("input[data-brand]:checked");
  if (chosen) show(colorOf(chosen));
  else document.documentElement.style.removeProperty("--brand");
}

function choose(input: HTMLInputElement): void {
  const own = fieldset(input).querySelector<HTMLInputElement>("[data-brand=own]");
  if (input.type === "color" && own) own.checked = true;
  show(colorOf(input));
}

function colorOf(input: HTMLInputElement): string {
  if (input.dataset.brand !== "own") return input.value;
  return fieldset(input).querySelector<HTMLInputElement>("input[type=color]")!.value;
}

function show(color: string): void {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return;
  document.documentElement.style.setProperty("--brand", color);
  for (const warning of document.querySelectorAll<HTMLElement>("[data-brand-warning]")) warning.hidden = contrastOnWhite(color) >= readable;
}

function contrastOnWhite(color: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05);
}

function fieldset(input: HTMLInputElement): HTMLFieldSetElement {
  return input.closest("fieldset")!;
}
