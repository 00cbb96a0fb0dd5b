declare module "@hotwired/turbo" {
  export const config: { forms: { confirm: (message: string, form: HTMLFormElement, submitter: HTMLElement | null) => Promise<boolean> } };
  export function visit(location: string, options?: { action?: "advance" | "replace" }): void;
}
