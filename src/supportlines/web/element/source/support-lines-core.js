import { SupportLines } from "./core.js";

customElements.get("support-lines") ?? customElements.define("support-lines", SupportLines);
