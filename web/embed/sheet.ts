// How the element looks on a host page. A sheet of this kind needs no permission of a host's policy.
export const sheet = new CSSStyleSheet();
sheet.replaceSync(
  ":host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;border:0}p{margin:0;padding:1em;border:1px solid}",
);
