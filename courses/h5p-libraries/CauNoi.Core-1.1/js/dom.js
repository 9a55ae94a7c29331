/*! Cầu Nối H5P libraries. MIT License. */
// Small helpers. Content only ever becomes text nodes and attributes, never HTML.
(() => {
  window.CauNoi ??= {};
  const { CauNoi } = window;
  if (CauNoi.dom) return;

  const SVG = "http://www.w3.org/2000/svg";
  const PATHS = {
    right: "M3 8.5l3.5 3.5L13 4.5",
    wrong: "M4 4l8 8M12 4l-8 8",
    missing: "M3 8h10",
    up: "M8 13V3M3.5 7.5L8 3l4.5 4.5",
    down: "M8 3v10M3.5 8.5L8 13l4.5-4.5",
  };

  /** el('p', { class: 'x', text: 'y' }, child, child): attributes by name, `text` as text, `on…` as listeners. */
  function el(name, attributes, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (key === "text") node.textContent = value;
      else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
      else node.setAttribute(key, value === true ? "" : value);
    }
    node.append(...children.filter(Boolean));
    return node;
  }

  function icon(name) {
    const svg = document.createElementNS(SVG, "svg");
    const path = document.createElementNS(SVG, "path");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("class", "caunoi-icon");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", PATHS[name]);
    svg.append(path);
    return svg;
  }

  // H5P servers store plain text with these five characters escaped; h5p-standalone does not. Both must read the same.
  const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#039;": "'", "&#39;": "'", "&amp;": "&" };
  const plain = (value) =>
    typeof value === "string"
      ? value.normalize("NFC").replace(/&(?:lt|gt|quot|amp|#0?39);/g, (entity) => ENTITIES[entity])
      : "";

  const list = (value) => (Array.isArray(value) ? value : []);

  CauNoi.dom = { el, icon, plain, list };
})();
