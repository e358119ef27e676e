import { ChosenSupportLines } from "./pickers.js";

customElements.get("support-lines") ?? customElements.define("support-lines", ChosenSupportLines);
