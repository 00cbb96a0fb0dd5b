import { on } from "./events";

/** `<button data-print>` opens the browser's print dialog. */
on("click", "[data-print]", () => window.print());
