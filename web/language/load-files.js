// After choose.js, in a page of the site: the files of that language. The last one is the page's entry, which runs when the page is read.
const add = (name, set) => document.head.append(Object.assign(document.createElement(name), set, { crossOrigin: "" }));
for (const href of files[language]) add("link", { rel: "modulepreload", href });
addEventListener("DOMContentLoaded", () => add("script", { type: "module", src: files[language].pop() }));
