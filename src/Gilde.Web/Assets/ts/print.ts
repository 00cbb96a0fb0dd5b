import { on } from "./events";

/** `<button class="needs-js" data-print>` opens the print dialog. */
on("click", "[data-print]", () => window.print());
