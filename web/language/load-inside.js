// After choose.js, in the single file: the script of that language, which stands in the page packed: deflated as zlib does it, in base64.
const run = (text) => document.body.append(Object.assign(document.createElement("script"), { text }));
const unpacked = async () => {
  const packed = document.getElementById(files[language]).textContent;
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
};
unpacked().then(run, () => {
  document.getElementById("unreachable").hidden = false;
});
