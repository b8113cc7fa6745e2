import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { type CsvLimits, type Parsed, parseFile, parseTable, type Table } from "../../web/host/csv.ts";
import { decodeText } from "../../web/host/csv-decode.ts";
import { type CsvDialect, writeCsv } from "../../web/host/csv-write.ts";
import { en } from "../../web/host/messages/en.ts";
import { problems } from "../../web/host/messages/import.en.ts";
import { LARGEST, SMALLEST } from "../../web/host/number.ts";

const limits: CsvLimits = { maxBytes: 10_000_000, maxRows: 5000, maxColumns: 65 };
const parse = (text: string, header: boolean | "auto" = "auto", decimal: "." | "," | "auto" = "auto") =>
  parseTable(text, limits, header, decimal);

function table(parsed: Parsed): Table {
  if (!parsed.ok) throw new Error(`refused: ${JSON.stringify(parsed.problem)}`);
  return parsed.table;
}
function problem(parsed: Parsed) {
  if (parsed.ok) throw new Error("taken, not refused");
  return parsed.problem;
}
const values = (parsed: Parsed) => table(parsed).columns.map((column) => column.values);
const names = (parsed: Parsed) => table(parsed).columns.map((column) => column.name);

describe("what is taken", () => {
  it.each([
    ["comma", "x,y\n1,2\n3.5,-4e2\n"],
    ["semicolon", "x;y\n1;2\n3.5;-4e2\n"],
    ["tab", "x\ty\n1\t2\n3.5\t-4e2\n"],
    ["bar", "x|y\n1|2\n3.5|-4e2\n"],
    ["spaces", "x   y\n 1   2\n 3.5 -4e2\n"],
    ["decimal comma with ;", "x;y\n1;2\n3,5;-4e2\n"],
    ["decimal comma with tab", "x\ty\n1\t2\n3,5\t-4e2\n"],
    ["decimal comma with spaces", "x y\n1 2\n3,5 -4e2\n"],
    ["decimal comma in quotes", 'x,y\n1,2\n"3,5",-4e2\n'],
    ["CRLF", "x,y\r\n1,2\r\n3.5,-4e2\r\n"],
    ["lone CR", "x,y\r1,2\r3.5,-4e2"],
    ["byte-order mark", "\ufeffx,y\n1,2\n3.5,-4e2"],
    ["quotes", '"x","y"\n"1","2"\n"3.5","-4e2"'],
    ["blank lines and comments", "# made by hand\n\nx,y\n\n1,2\n# note\n3.5,-4e2\n\n,\n"],
    ["a spreadsheet's declaration", "sep=;\nx;y\n1;2\n3,5;-4e2"],
    ["a quoted declaration", '"sep=;"\nx;y\n1;2\n3,5;-4e2'],
    ["a declaration padded like a row", "SEP=;;\r\nx;y\r\n1;2\r\n3,5;-4e2"],
    ["a declaration with lone CR", "sep=,\rx,y\r1,2\r3.5,-4e2"],
    ["a declaration behind a space", " sep=;\nx;y\n1;2\n3,5;-4e2"],
    ["a declaration quoted otherwise", "'sep=;'\nx;y\n1;2\n3,5;-4e2"],
    ["a declaration of a quoted mark", 'sep=";"\nx;y\n1;2\n3,5;-4e2'],
    ["a declaration with spaces around its sign", "Sep = ;\nx;y\n1;2\n3,5;-4e2"],
    ["a declaration of a mark in single quotes", "sep=';'\nx;y\n1;2\n3,5;-4e2"],
    ["a declaration quoted twice", '"sep="";"""\nx;y\n1;2\n3,5;-4e2'],
    ["a declaration that spells the tab", "sep=\\t\nx\ty\n1\t2\n3.5\t-4e2"],
    ["a declaration of the tab itself", "sep=\t\nx\ty\n1\t2\n3.5\t-4e2"],
    ["a declaration below blank lines", "\ufeff\r\n\nsep=;\nx;y\n1;2\n3,5;-4e2"],
    ["a last 0x1A in pasted text", "x,y\n1,2\n3.5,-4e2\n\x1a\r\n"],
    ["a declaration that is not kept to", "sep=;\nx,y\n1,2\n3.5,-4e2"],
    ["a separator at every line's end", "x,y,\n1,2,\n3.5,-4e2,\n"],
    ["a separator at the names' end", "x,y,\n1,2\n3.5,-4e2\n"],
    ["a separator at the rows' ends", "x,y\n1,2,\n3.5,-4e2,\n"],
    ["a tab at the rows' ends", "x\ty\n1\t2\t\n3.5\t-4e2\t\n"],
    ["a separator at one row's end, quoted", '"x","y"\n"1","2",""\n"3.5","-4e2"\n'],
    ["a typographic minus", "x,y\n1,2\n3.5,\u22124e2\n"],
  ])("%s", (_, text) => {
    expect(names(parse(text))).toEqual(["x", "y"]);
    expect(values(parse(text))).toEqual([
      [1, 3.5],
      [2, -400],
    ]);
  });

  it("a table without names, and a first row forced to be one or not", () => {
    expect(names(parse("1,2\n3,4"))).toEqual(["", ""]);
    expect(values(parse("1,2\n3,4"))).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(names(parse("1990,1991\n3,4", true))).toEqual(["1990", "1991"]);
    expect(values(parse("1990,1991\n3,4", true))).toEqual([[3], [4]]);
    expect(problem(parse("x,y\n3,4", false))).toMatchObject({ code: "not-number", line: 1, column: 1, text: "x" });
  });

  it("the line of what is refused counts a declaration and the blank lines above it", () => {
    const text = "\r\n\nsep=;\nx;y\n1;2\n3;four\n";
    expect(problem(parse(text))).toMatchObject({ code: "not-number", line: 6, column: 2 });
    expect(problem(parse(text.slice(3)))).toMatchObject({ code: "not-number", line: 4, column: 2 });
  });

  it("names that hold separators, quotes and line ends, with true line numbers after them", () => {
    const text = '"a, ""b""\nc",y\n1,2\n3,oops\n';
    expect(problem(parse(text))).toEqual({ code: "not-number", line: 4, column: 2, text: "oops" });
    expect(names(parse(text.replace("oops", "4")))).toEqual(['a, "b"\nc', "y"]);
  });

  it("R's tables, whose header lacks the name of the row names", () => {
    const parsed = parse('"speed" "dist"\n"1" 4 2\n"2" 4 10\n');
    expect(names(parsed)).toEqual(["", "speed", "dist"]);
    expect(values(parsed)[2]).toEqual([2, 10]);
  });

  it("columns of labels are kept out, with the reason, when two columns of numbers remain", () => {
    const { columns } = table(parse("a,b,species\n1,2,setosa\n3,4,virginica\n"));
    expect(columns.map((column) => column.values === null)).toEqual([false, false, true]);
    expect(columns[2]?.problem).toEqual({ code: "not-number", line: 2, column: 3, text: "setosa" });
  });
});

describe("numbers that can mean one thing only", () => {
  it.each([
    ["German, grouped", "x;y\n1;-21.419,06\n2;1.234.567,5\n", [-21419.06, 1234567.5]],
    ["English, grouped and quoted", 'x,y\n1,"1,250.75"\n2,"12,000"\n', [1250.75, 12000]],
    ["thousands by points after ;", "jahr;menge\n1;15.000\n2;4.000\n", [15000, 4000]],
    ["one with a decimal comma tells of the others", "x;y\n1,5;15.250\n2;4.125\n", [15250, 4125]],
    ["one with a decimal point tells of the others", "x;y\n1.5;15.250\n2;4.125\n", [15.25, 4.125]],
    ["points twice in a number", "x\ty\n1\t1.234.567\n2\t2.500\n", [1234567, 2500]],
    ["commas twice in a number", "x\ty\n1\t1,234,567\n2\t2,500\n", [1234567, 2500]],
    ["apostrophes", "x,y\n1,1'250.75\n2,12’000\n", [1250.75, 12000]],
    ["narrow and no-break spaces", "x;y\n1;1\u202f250,75\n2;12\u00a0000\n", [1250.75, 12000]],
    ["spaces between tabs", "x\ty\n1\t1 250.75\n2\t12 000\n", [1250.75, 12000]],
    ["whole numbers with three decimals between commas", "x,y\n1,15.000\n2,4.000\n", [15, 4]],
    ["points with three decimals, not after ;", "x\ty\n1\t1.234\n2\t2.500\n", [1.234, 2.5]],
    ["marks without a width, a dash for a minus", "x,y\n1,\u200e\u20131\n2,2\u200b\n", [-1, 2]],
    ["a spreadsheet's text of digits", 'x,y\n1,="007"\n2,="12.5"\n', [7, 12.5]],
  ])("%s", (_, text, y) => {
    expect(values(parse(text))[1]).toEqual(y);
    expect(names(parse(text))).not.toContain("");
  });

  it.each([
    ["x;y\n1;15.250\n2;4.125\n", "unclear-point", "15.250"],
    ["jahr\tmenge\n1\t15.000\n2\t4125\n", "unclear-point", "15.000"],
    ['x,y\n1,"1,250"\n2,"4,125"\n', "unclear-comma", "1,250"],
  ])("where two readings fit it asks, and takes the answer: %j", (text, code, first) => {
    const parsed = parse(text);
    expect(problem(parsed)).toMatchObject({ code, line: 2, column: 2, text: first });
    expect(parsed).toMatchObject({ reading: { header: true } });
    const [point, comma] = [values(parse(text, "auto", "."))[1], values(parse(text, "auto", ","))[1]];
    const asked = [point, comma].map((column) => column?.[0]).sort((a = 0, b = 0) => a - b);
    expect(asked).toEqual([Number.parseFloat(first.replace(",", ".")), Number(first.replace(/[.,]/, ""))]);
  });

  it("groups of other sizes are none", () => {
    for (const cell of ["1.25.000,5", "1,2345.5", "12,34.5", "1'25", "01.234,5", "1 25"])
      expect(problem(parse(`x;y\n1;${cell}\n2;3\n`)).code, cell).toMatch(/^(not-number|mixed-decimals)$/);
  });
});

describe("whether the first row holds names", () => {
  it.each([
    ["years beside a word", "region,2023,2024,2025\n1,10,20,30\n2,5,6,7\n", ["region", "2023", "2024", "2025"]],
    ["one year", "x,2024\n1,10\n2,5\n", ["x", "2024"]],
    ["years above rows with labels", "region,2023,2024\nNorth,10,20\nSouth,5,6\n", ["region", "2023", "2024"]],
    ["years beside an empty corner", ",2000,2005,2010\nNorth,10,20,3\nSouth,5,6,4\n", ["", "2000", "2005", "2010"]],
    ["years with a gap", "Land;2019;2021;2022\nBern;10,5;20;3\nUri;5;6,5;4\n", ["Land", "2019", "2021", "2022"]],
    ["the newest year first", "region,2022,2021,2019\nNorth,1,2,3\nSouth,4,5,6\n", ["region", "2022", "2021", "2019"]],
    ["counted columns beside an empty corner", ",0,1\n0,5.5,6\n1,7,8\n", ["", "0", "1"]],
    ["classes", "x,0,1\n0.5,0.25,0.75\n1.5,0.5,0.5\n", ["x", "0", "1"]],
    ["sodium", "Na,K\n23,1\n24,2\n", ["Na", "K"]],
    ["NA", "NA,x\n23,1\n24,2\n", ["NA", "x"]],
    ["None", "x,None\n23,1\n24,2\n", ["x", "None"]],
    ["Inf", "Inf,y\n23,1\n24,2\n", ["Inf", "y"]],
    ["null", "null,z\n23,1\n24,2\n", ["null", "z"]],
    ["a missing value right below", "Na,K\n23,1\n24,2\n25,3\n", ["Na", "K"]],
    ["measured places beside a word", "depth,0.5,1.0\n1,10,20\n2,11,21\n", ["depth", "0.5", "1.0"]],
    ["levels of either sign", "id,-1,1\n1,10,3\n2,5,4\n", ["id", "-1", "1"]],
    ["one number with an exponent", "x,1e3\n1,10\n2,5\n", ["x", "1e3"]],
    ["words above words", "name,value\na,1\nb,2\n", ["name", "value"]],
  ])("names: %s", (_, text, expected) => {
    const parsed = parse(text, "auto");
    const [found, forced] = [parsed, parse(text, true)];
    expect(found).toEqual(forced);
    if (!found.ok) expect(found.reading?.header).toBe(true);
    else expect(names(found)).toEqual(expected);
  });

  it.each([
    ["numbers", "1,2\n3,4\n"],
    ["a label before each row", "a,1,2\nb,3,4\n"],
    ["a label before each row of years with gaps", "a,2001,2004,2005\nb,2011,2012,2019\n"],
    ["a label and large numbers in no order", "a,2001,1999,2005\nb,7,8,9\n"],
    ["a label before each row of years", "a,2001,2002\nb,2003,2004\n"],
    ["years alone", "2001,2002,2003\n5,6,7\n"],
    ["a label and measured numbers", "x,1.5,2.25\n1,10,20\n"],
    ["a label above labels, and numbers", "setosa,5,3\nvirginica,7,4\n"],
    ["a missing first value", "NA,5\n1,2\n"],
    ["a missing value beside a label", "NA,setosa,1\n4,virginica,2\n"],
    ["equal numbers", "x,5,5\n1,2,3\n"],
    ["a mark for an unknown value", "?,5.5,3.25\n1,2.5,3\n2,1.5,4\n"],
    ["a word above labels and numbers", "setosa,5.1,3.5\nvirginica,7,4\n3,4,5\n"],
  ])("data: %s", (_, text) => {
    const [found, forced] = [parse(text), parse(text, false)];
    expect(found).toEqual(forced);
  });

  it("is told with a refusal as well, so that it can be chosen there", () => {
    expect(parse("NA,Inf\n1,2\n3,4\n")).toMatchObject({ ok: false, reading: { header: false, decimal: "." } });
    expect(names(parse("NA,Inf\n1,2\n3,4\n", true))).toEqual(["NA", "Inf"]);
    expect(parse("x,y\n1,two\n3,4\n")).toMatchObject({ ok: false, reading: { header: true } });
    expect(parse("x,y\n")).toMatchObject({ ok: false, reading: { header: true } });
    expect(parse("")).toMatchObject({ ok: false, reading: null });
  });
});

describe("lines that begin with #", () => {
  it("are rows where they have the table's shape", () => {
    const parsed = parse("colour,x,y\n#ff0000,1,2\n#00ff00,3,4\nblack,5,6\n");
    expect(table(parsed)).toMatchObject({ rows: 3, remarks: 0 });
    expect(values(parsed).slice(1)).toEqual([
      [1, 3, 5],
      [2, 4, 6],
    ]);
    expect(table(parse("#ff0000,1,2\n#00ff00,3,4\nblack,5,6\n"))).toMatchObject({ rows: 3, remarks: 0 });
    expect(table(parse("#1\t1\t2\n#2\t3\t4\n"))).toMatchObject({ rows: 2, remarks: 0 });
  });

  it("are names where # stands alone in its cell", () => {
    expect(names(parse("#,x,y\n1,2,3\n2,3,4\n"))).toEqual(["#", "x", "y"]);
    expect(names(parse("#\tx\n1\t2\n2\t3\n"))).toEqual(["#", "x"]);
    expect(names(parse("#,,\nx,y,z\n1,2,3\n"))).toEqual(["x", "y", "z"]);
  });

  it("are remarks otherwise, and counted", () => {
    expect(table(parse("# x, y\n# made by hand\n1,2\n# note\n3,4\n"))).toMatchObject({ rows: 2, remarks: 3 });
    expect(table(parse('# 12" pipes, and "so on\nx,y\n1,2\n# 5" more\n3,4\n'))).toMatchObject({ rows: 2, remarks: 2 });
    expect(table(parse(`${"# a line\n".repeat(300)}x;y\n1;2\n3;4\n`))).toMatchObject({ rows: 2, separator: ";" });
  });

  it("are counted in time that grows no faster than their number, quotes or not", () => {
    const many = '# ,"a\n'.repeat(200_000);
    expect(table(parse(`${many}1,2\n3,4\n`))).toMatchObject({ rows: 2, remarks: 200_000 });
  });

  it("are never lost without a word, whatever they hold", () => {
    const line = fc.constantFrom("#1,2", "# note", "#a,b", "3,4", "x,y", "#", "##,#", '#"a"",1');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const parsed = parse(lines.join("\n"));
        if (!parsed.ok) return;
        const { rows, remarks, header } = parsed.table;
        expect(rows + remarks + Number(header)).toBe(lines.length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("what is refused, and why", () => {
  it.each([
    ["nothing", "", { code: "empty" }],
    ["blanks", " \n\t\n", { code: "empty" }],
    ["only a comment", "# x,y\n", { code: "empty" }],
    ["one column", "x\n1\n2\n", { code: "one-column" }],
    ["a header alone", "x,y\n", { code: "no-rows" }],
    ["words", "the quick\nbrown fox\n", { code: "not-number", line: 2, column: 1, text: "brown" }],
    ["prose", "one\ntwo\nthree\n", { code: "not-number", line: 2, column: 1, text: "two" }],
    ["a short row", "x,y\n1,2\n3\n4,5\n", { code: "ragged", line: 3, expected: 2, found: 1 }],
    ["a long row", "x,y\n1,2\n3,4,5\n4,5\n6,7\n", { code: "ragged", line: 3, expected: 2, found: 3 }],
    ["a decimal comma between commas", "x,y\n1,5,2,5\n2,5,3,5\n", { code: "ragged", line: 2, expected: 2, found: 4 }],
    ["a word", "x,y\n1,2\n3,four\n", { code: "not-number", line: 3, column: 2, text: "four" }],
    ["an empty cell", "x,y\n1,2\n3,\n", { code: "missing", line: 3, column: 2 }],
    ["NaN", "x,y\n1,2\nNaN,4\n", { code: "not-finite", line: 3, column: 1, text: "NaN" }],
    ["NA", "x,y\n1,2\nNA,4\n", { code: "not-finite", line: 3, column: 1, text: "NA" }],
    ["NaN in a table without names", "NaN,2\n1,2\n", { code: "not-finite", line: 1, column: 1, text: "NaN" }],
    ["Infinity", "x,y\n1,-Infinity\n3,4\n", { code: "not-finite", line: 2, column: 2, text: "-Infinity" }],
    ["1e308", "x,y\n1,1e308\n3,4\n", { code: "too-large", line: 2, column: 2, text: "1e308" }],
    ["1e999", "x,y\n1,1e999\n3,4\n", { code: "too-large", line: 2, column: 2, text: "1e999" }],
    ["a denormal", "x,y\n1,5e-324\n3,4\n", { code: "too-small", line: 2, column: 2, text: "5e-324" }],
    ["an underflow", "x,y\n1,1e-400\n3,4\n", { code: "too-small", line: 2, column: 2, text: "1e-400" }],
    ["hexadecimal", "x,y\n1,0x10\n3,4\n", { code: "not-number", line: 2, column: 2, text: "0x10" }],
    ["an open quote", 'x,y\n1,2\n"3,4\n', { code: "open-quote", line: 3 }],
    ["a quote open from the start", '"1,2\n3,4\n', { code: "open-quote", line: 1 }],
    ["both decimal marks", "x;y\n1,5;2\n3.5;4\n", { code: "mixed-decimals", line: 3, column: 1, text: "3.5" }],
    [
      "commas that may group thousands",
      "x\ty\n1,234\t2,500\n",
      { code: "unclear-comma", line: 2, column: 1, text: "1,234" },
    ],
    ["too many rows", `x,y\n${"1,2\n".repeat(5001)}`, { code: "too-many-rows", limit: 5000 }],
    ["too many columns", `${Array(66).fill(1).join(",")}\n`, { code: "too-many-columns", limit: 65, found: 66 }],
  ])("%s", (_, text, expected) => {
    expect(problem(parse(text))).toMatchObject(expected);
  });

  it("numbers beyond the one limit, which its sentence quotes, and not the limit itself", () => {
    expect(values(parse("x,y\n0,1\n1e100,-1e100\n"))).toEqual([
      [0, LARGEST],
      [1, -LARGEST],
    ]);
    expect(problem(parse("x,y\n0,1\n1.0000001e100,2\n"))).toMatchObject({ code: "too-large", line: 3, column: 1 });
    const sentence = `values up to 1e${Math.log10(LARGEST)} in size`;
    for (const text of [problems["too-large"], en.data.cell["too-large"]]) expect(text).toContain(sentence);
  });

  it("exactly the limits are still taken", () => {
    expect(table(parse(`x,y\n${"1,2\n".repeat(5000)}`)).rows).toBe(5000);
    expect(table(parse(`${Array(65).fill(1).join(",")}\n`)).columns).toHaveLength(65);
  });

  it("three decimals after ; are decimals, for nothing else is meant there", () => {
    expect(values(parse("1,234;2,500\n"))).toEqual([[1.234], [2.5]]);
  });

  it.each([
    ["commas", (n: number) => `${"1.5,".repeat(n - 1)}2`],
    ["decimal commas", (n: number) => `${"1,5;".repeat(n - 1)}2`],
    ["spaces", (n: number) => `${" 7".repeat(n)}`],
    ["quotes", (n: number) => `${'"1",'.repeat(n - 1)}"2"`],
    ["a few good lines before", (n: number) => `x,y\n1,2\n3,4\n${"1,".repeat(n - 1)}2`],
  ])("a line as wide as no spreadsheet, with %s, by its width and not cell by cell", (_, line) => {
    const trim = vi.spyOn(String.prototype, "trim");
    const found = problem(parse(line(300_000)));
    const cells = trim.mock.calls.length;
    trim.mockRestore();
    expect(found).toMatchObject({ code: "too-many-columns", limit: 65, found: 300_000 });
    expect(cells).toBeLessThan(200_000);
  });

  it("a remark of many cells is one remark, and an empty end as wide as a spreadsheet is nothing", () => {
    const trim = vi.spyOn(String.prototype, "trim");
    const remark = table(parse(`# "a"${",1".repeat(300_000)}\n1,2\n3,4\n`));
    const cells = trim.mock.calls.length;
    trim.mockRestore();
    expect(cells).toBeLessThan(200_000);
    expect([remark.rows, remark.remarks]).toEqual([2, 1]);
    const end = ",".repeat(16_382);
    expect(values(parse(`1,2${end}\n3,4${end}\n`))).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it("a big file by its size, unread", async () => {
    const file = new Blob(["x"]);
    Object.defineProperty(file, "size", { value: 10_000_001 });
    file.arrayBuffer = () => Promise.reject(new Error("was read"));
    expect(problem(await parseFile(file, limits))).toEqual({ code: "too-big", limit: 10_000_000, found: 10_000_001 });
  });

  it("a picture", async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
    expect(problem(await parseFile(new Blob([png]), limits))).toEqual({ code: "binary" });
  });

  it("shows a long cell shortened", () => {
    expect(problem(parse(`x,y\n1,${"z".repeat(200)}\n`)).text).toHaveLength(40);
  });
});

describe("bytes", () => {
  const text = "größe,y\n1,2\n3,4\n";
  const utf16 = (little: boolean) => {
    const bytes = new Uint8Array(text.length * 2);
    for (let k = 0; k < text.length; k++) new DataView(bytes.buffer).setUint16(2 * k, text.charCodeAt(k), little);
    return bytes;
  };
  const marked = (mark: number[], bytes: Uint8Array) => new Uint8Array([...mark, ...bytes]);

  it.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a mark", marked([0xef, 0xbb, 0xbf], new TextEncoder().encode(text))],
    ["UTF-16, little end first, with a mark", marked([0xff, 0xfe], utf16(true))],
    ["UTF-16, big end first, with a mark", marked([0xfe, 0xff], utf16(false))],
    ["UTF-16 without a mark", utf16(true)],
    ["UTF-16 without a mark, big end first", utf16(false)],
    ["old Windows text", Uint8Array.from(text, (c) => c.charCodeAt(0))],
    ["DOS's last byte", marked([...new TextEncoder().encode(text), 0x1a], new Uint8Array())],
    [
      "DOS's last byte on a line of its own",
      marked([...new TextEncoder().encode(text), 0x1a, 0x0d, 0x0a], new Uint8Array()),
    ],
    ["padded with zeros", marked([...new TextEncoder().encode(text)], new Uint8Array(500))],
    ["UTF-16 with DOS's last byte", marked([0xff, 0xfe, ...utf16(true), 0x1a], new Uint8Array())],
    ["UTF-16 with DOS's last character", marked([0xff, 0xfe, ...utf16(true), 0x1a, 0], new Uint8Array())],
  ])("%s", async (_, bytes) => {
    const parsed = await parseFile(new Blob([bytes as Uint8Array<ArrayBuffer>]), limits);
    expect(names(parsed)).toEqual(["größe", "y"]);
  });

  it("thousands of blank lines are read in the time of their length", () => {
    const decoded = decodeText(new TextEncoder().encode(`1,2${"\r\n".repeat(500_000)}3,4\n`));
    expect(decoded.ok && values(parse(decoded.text))).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it("never throw, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const decoded = decodeText(bytes);
        if (decoded.ok) parse(decoded.text);
      }),
      { numRuns: 500 },
    );
  });
});

describe("texts", () => {
  it("never throw, whatever their cells", () => {
    const piece = fc.constantFrom(
      ",",
      ";",
      "\t",
      "|",
      " ",
      '"',
      "\n",
      "\r\n",
      "\r",
      "1",
      "-2.5",
      "3,5",
      "x",
      "NaN",
      "1e308",
      "#",
      "\ufeff",
      "sep=;\n",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom(true, false, "auto" as const),
        (pieces, header) => {
          const parsed = parseTable(pieces.join(""), limits, header);
          if (parsed.ok)
            for (const c of parsed.table.columns) expect(c.values?.every(Number.isFinite) ?? true).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("come back as written, in every dialect, to the last bit", () => {
    const finite = fc
      .double({ noNaN: true, min: -1e100, max: 1e100 })
      .filter((v) => v === 0 || Math.abs(v) >= SMALLEST);
    const name = fc
      .string({ minLength: 1, maxLength: 12 })
      .filter(
        (s) => s.trim() === s && !/^[=+\-@.,\d#]|^\W*$/.test(s) && !/^(n\W?a|nan|inf|infinity|null|none)$/i.test(s),
      );
    const dialect: fc.Arbitrary<CsvDialect> = fc.record({
      separator: fc.constantFrom(",", ";", "\t", "|"),
      decimal: fc.constant("."),
      eol: fc.constantFrom("\n", "\r\n"),
    });
    const withComma = dialect.map((d): CsvDialect => ({ ...d, separator: ";", decimal: "," }));
    const data = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 20 })).chain(([d, n]) =>
      fc.record({
        header: fc.array(name, { minLength: d, maxLength: d }),
        columns: fc.array(fc.array(finite, { minLength: n, maxLength: n }), { minLength: d, maxLength: d }),
      }),
    );
    fc.assert(
      fc.property(data, fc.oneof(dialect, withComma), ({ header, columns }, how) => {
        const parsed = parse(writeCsv(header, columns, how));
        expect(values(parsed)).toEqual(columns);
        expect(names(parsed)).toEqual(header);
      }),
      { numRuns: 500 },
    );
  });

  it("written names cannot start a formula, and read back as they were", () => {
    const text = writeCsv(["=1+1", "@x"], [[1], [2]]);
    expect(text).not.toMatch(/(^|,)"?[=@]/);
    expect(names(parse(text))).toEqual(["=1+1", "@x"]);
  });
});
