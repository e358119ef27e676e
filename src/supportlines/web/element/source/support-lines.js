import { SupportLines } from "./core.js";
import "./pickers.js";

customElements.get("support-lines") ?? customElements.define("support-lines", SupportLines);
