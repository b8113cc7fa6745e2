// The first script of a page: which language it is in. What the address asks for comes first, then what was chosen by hand on this device,
// then what the browser says that its user reads. Of those the first that is Chinese or English decides: Chinese of any kind, since
// Chinese in other characters is nearer to its readers than English is.
// Written into the page itself, so that nothing of another language is fetched. It is no module, and runs in browsers of any age.
const { asked, files } = JSON.parse(document.getElementById("languages").textContent);
let kept;
try {
  kept = localStorage.getItem("proofground.language");
} catch {
  // Storage is refused in some frames and private windows.
}
// As url.ts reads an address that was encoded on its way.
const address = location[asked].replace(/%(?:25)*([0-7][\da-f])/gi, (_, code) =>
  String.fromCharCode(parseInt(code, 16)),
);
const named = /[#?&;]lang=([\w-]*)/.exec(address);
const read = (navigator.languages || []).map((tag) => (/^zh\b/i.test(tag) ? "zh-TW" : /^en\b/i.test(tag) ? "en" : ""));
const language = [named?.[1], kept, ...read, "en"].find((tag) => Object.keys(files).includes(tag));
document.documentElement.lang = language;
