// A widget (w=1): what differs from the whole page. Loaded for widgets only.
import { keepWheel } from "./frame/wheel.ts";
import "./widget.css";

export function startWidget(): void {
  keepWheel();
}
