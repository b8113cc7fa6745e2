// After choose.js, in the single file: the script of that language, which stands in the page as text, and so was not read yet. Of
// translations it is packed, to keep the file small: deflated as zlib does it, in base64.
const textOf = (tag) => document.getElementById(files[tag]).textContent;
const run = (text) => document.body.append(Object.assign(document.createElement("script"), { text }));
const unpacked = async () => {
  const bytes = Uint8Array.from(atob(textOf(language)), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
};
if (language === "en") run(textOf("en"));
else
  unpacked().then(run, () => {
    // A browser that cannot unpack.
    document.documentElement.lang = "en";
    run(textOf("en"));
  });
