const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const style = (id: string, name: string, paragraph: string, run: string, more = "") =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${more}<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

/** What every Word document of ours has beside its text: the list of its parts, and its styles. */
export const DOCUMENT_PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MEDIA}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${MEDIA}.styles+xml"/></Types>`,
  "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  "word/_rels/document.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  "word/styles.xml": `${HEAD}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[
    style("Title", "Title", '<w:spacing w:after="160"/>', '<w:b/><w:sz w:val="36"/>'),
    style(
      "Heading2",
      "heading 2",
      '<w:keepNext/><w:spacing w:before="320" w:after="80"/><w:outlineLvl w:val="1"/>',
      '<w:b/><w:sz w:val="26"/>',
    ),
    style("Guide", "Guide", '<w:spacing w:after="40"/>', '<w:sz w:val="18"/>'),
    style("Cell", "Cell", '<w:spacing w:before="40" w:after="40"/>', ""),
  ].join("")}</w:styles>`,
};
