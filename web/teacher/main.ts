// The teacher's page as a page of its own: teach/.
import { applyTheme, themeChoice } from "../host/theme.ts";
import { labList } from "../registry.ts";
import { openTeacher } from "./page.ts";

applyTheme(themeChoice());
const root = document.getElementById("teacher");
if (root)
  void openTeacher(root, { labs: labList.labs, base: new URL("../index.html", location.href).href, prefix: "#" });
