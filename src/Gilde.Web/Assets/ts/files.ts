import { on } from "./events";

/** Shows what was chosen, and the picture itself where it is one, before anything is sent. */
on("change", "input[type=file]", element => {
  const input = element as HTMLInputElement;
  const shown = input.closest(".filedrop, .field, .composer")?.querySelector<HTMLElement>("output");
  if (!shown) return;
  shown.replaceChildren(...[...input.files ?? []].slice(0, 12).map(preview));
});

function preview(file: File): HTMLElement {
  const row = document.createElement("div");
  if (file.type.startsWith("image/")) {
    const picture = document.createElement("img");
    picture.src = URL.createObjectURL(file);
    picture.alt = "";
    picture.onload = () => URL.revokeObjectURL(picture.src);
    row.append(picture);
  }
  row.append(file.name);
  return row;
}

for (const type of ["dragover", "dragleave", "drop"] as const) {
  on(type, ".filedrop", (zone, event) => {
    zone.classList.toggle("is-over", type === "dragover");
    const input = zone.querySelector<HTMLInputElement>("input[type=file]");
    if (!input || type === "dragleave") return;
    event.preventDefault();
    if (type !== "drop" || !event.dataTransfer?.files.length) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

document.addEventListener("turbo:before-cache", () => document.querySelectorAll("input[type=file] ~ output, .filedrop output").forEach(shown => shown.replaceChildren()));
