// Words of the lab about its data, in English: beside those that the host has for every lab.
export const data = {
  preset: "Starting state",
  edited: "{name} (edited)",
  digitsSource:
    "Digits: Alpaydin and Kaynak, UCI Machine Learning Repository (1998), doi.org/10.24432/C50P49, CC BY 4.0: all 1,797 of its test part.",
  x: { title: "x", name: "data point x" },
  b: { title: "b", name: "offset b of the decoder" },
  D: { title: "D{j}", name: "column {j} of the decoder's matrix D" },
  label: { title: "class", name: "class of the image, 0 to 9, or −1 for none" },
  pixel: { title: "p{p}", name: "ink of row {row}, column {column}, 0 to 16" },
  outside: "{value} is not from {least} to {most}. The old value stays.",
  noRemove: "x has at least one coordinate.",
  taken: "{n} {n:image|images} read as yours, {scale}. Undo brings the old ones back.",
  scales: {
    "1": "pixels from 0 to 1",
    "16": "pixels from 0 to 16",
    "255": "grey levels from 0 to 255, more is more ink",
  },
  cutFromPicture: "cut from a picture",
  range: "Row {row} has {value}: pixels are 0 to 1, 0 to 16 or 0 to 255. The images on the page stay as they are.",
  wrongLabel:
    "Row {row} has the class {value}: a class is a whole number from 0 to 9, or −1 for none. Nothing was changed.",
  intro:
    "One image of 8×8 pixels a row: 64 columns of ink, the upper row of the image first, and one more for its class if there is one. Drop a file, choose one, or paste rows from a spreadsheet.",
  placeholder: "label,p0,p1,p2,…\n3,0,0,7,…\n8,0,0,9,…",
  classes: { title: "class", use: "Use {name} as the class", none: "no class" },
  picture: "Picture…",
  pictureRefused: {
    bytes: "The picture is larger than 10 MB. Nothing was changed.",
    side: "The picture is larger than 4096 pixels on a side. Nothing was changed.",
    unreadable: "This file is no picture that the browser can read. Nothing was changed.",
  },
  tiles: {
    title: "Cut a picture into images",
    intro: "Width {width}, height {height} in pixels. Each tile becomes one image of 8×8 pixels.",
    columns: "Tiles in a row",
    rows: "Rows of tiles",
    dark: "Dark is ink",
    preview: "The images that the tiles become",
    count: "{n} {n:image|images}.",
    some: "The first {n} of {all} {all:tile|tiles}: more do not fit into a link.",
    use: "Use these images",
  },
  files: {
    data: { label: "Model as CSV", hint: "x, b and D, one row for each coordinate of x" },
    images: { label: "Your images as CSV", hint: "class and 64 pixels, one image a row" },
    dataPart: "model",
    imagesPart: "images",
  },
} as const;
