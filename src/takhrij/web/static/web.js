// What a script adds: the words of a box on hovering or focusing, dragging the picture, saving it as PNG, the choice of layers kept.
"use strict";

const LAYERS = "takhrij-layers"; // where the choice of layers is kept in this tab
const SCALE = 2; // points of a saved picture for each pixel

function showWords() {
  const nodes = document.querySelectorAll("svg.chain .node");
  if (!nodes.length) return;
  const peek = document.createElement("div");
  peek.className = "peek";
  peek.hidden = true;
  peek.dir = "auto";
  document.body.append(peek);
  const show = (node) => () => {
    peek.textContent = node.querySelector("title").textContent;
    peek.hidden = false;
  };
  const hide = () => { peek.hidden = true; };
  for (const node of nodes) {
    const target = node.closest("a") || node;
    target.addEventListener("mouseenter", show(node));
    target.addEventListener("mouseleave", hide);
    if (target === node) continue; // a box that leads nowhere must not be a stop of the Tab key, which a listener for focus makes it
    target.addEventListener("focus", show(node));
    target.addEventListener("blur", hide);
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
}

function dragPictures() {
  for (const picture of document.querySelectorAll(".picture")) {
    let from = null;
    if (getComputedStyle(picture).direction === "rtl") picture.scrollLeft = 0;
    picture.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "mouse" && picture.scrollWidth > picture.clientWidth) from = [event.clientX, picture.scrollLeft];
    });
    picture.addEventListener("pointermove", (event) => { if (from) picture.scrollLeft = from[1] - (event.clientX - from[0]); });
    for (const end of ["pointerup", "pointerleave"]) picture.addEventListener(end, () => { from = null; });
  }
}

function offerPng() {
  const link = document.querySelector("a[data-picture]");
  const drawn = document.querySelector("svg.chain");
  if (!link || !drawn) return;
  const button = document.createElement("a");
  button.href = link.href;
  button.textContent = "PNG";
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    saveAs(await pngOf(await (await fetch(link.href)).text(), drawn.viewBox.baseVal), link.dataset.picture + ".png");
  });
  link.after(" ", button);
}

async function pngOf(svg, box) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = box.width * SCALE;
  canvas.height = box.height * SCALE;
  const paper = canvas.getContext("2d");
  paper.fillStyle = "#fff";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function saveAs(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function keepLayers() {
  const boxes = [...document.querySelectorAll(".layers input")];
  if (!boxes.length) return;
  const kept = sessionStorage.getItem(LAYERS);
  if (kept !== null) for (const box of boxes) box.checked = kept.split(" ").includes(box.id);
  for (const box of boxes) {
    box.addEventListener("change", () => sessionStorage.setItem(LAYERS, boxes.filter((one) => one.checked).map((one) => one.id).join(" ")));
  }
}

// As the program folds: no vowel signs, one alif, one ya, one ta, Latin digits.
function folded(text) {
  return text.toLowerCase().replace(/[\u064B-\u065F\u0670\u0640]/g, "").replace(/[أإآٱ]/g, "ا").replace(/[ىئ]/g, "ي").replace(/ؤ/g, "و")
    .replace(/ة/g, "ه").replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
}

function findInLists() {
  const box = document.querySelector("[data-finder]");
  if (!box) return;
  const said = document.querySelector("[data-found]");
  const rows = [...document.querySelectorAll(".findable li")].map((row) => [row, folded(row.textContent)]);
  box.hidden = false;
  box.querySelector("input").addEventListener("input", (event) => {
    const words = folded(event.target.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      found += row.hidden ? 0 : 1;
    }
    said.textContent = `${said.dataset.found}: ${found}`;
  });
}

showWords();
findInLists();
dragPictures();
offerPng();
keepLayers();
