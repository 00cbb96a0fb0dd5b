import { whenPresent } from "./events";

/** A form that stands in a frame of the profile stays there; on a page of its own it leads on to the profile. */
whenPresent("[data-own-page] form.form[data-turbo-frame], [data-own-page] form.form a[data-turbo-frame]", element => { element.dataset.turboFrame = "_top"; });
