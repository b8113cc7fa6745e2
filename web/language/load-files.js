// After choose.js, in a page of the site: the files of that language. The last one is the page's entry, which runs when the page is read.
const links = files[language].map((href) =>
  Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "", href }),
);
document.head.append(...links);
addEventListener("DOMContentLoaded", () => {
  const script = Object.assign(document.createElement("script"), {
    type: "module",
    crossOrigin: "",
    src: links.pop().href,
  });
  document.head.append(script);
});
