// Plays one H5P package in a sandboxed frame and tells the page around it what happens. Knows nothing of the learner.
(() => {
  "use strict";

  // location.origin is the address's origin even where the sandbox makes the document's own origin "null"
  const home = location.origin;
  const isolated = self.origin === "null";
  const alone = window.parent === window;

  // An opaque origin has no storage: reading window.localStorage throws. H5P's core wants one.
  if (isolated) {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, { configurable: true, value: memory() });
    }
  }

  function memory() {
    return Object.create({
      getItem(key) {
        return Object.hasOwn(this, key) ? this[key] : null;
      },
      setItem(key, value) {
        this[key] = String(value);
      },
      removeItem(key) {
        delete this[key];
      },
      clear() {
        for (const key of Object.keys(this)) delete this[key];
      },
      key(place) {
        return Object.keys(this)[place] ?? null;
      },
      get length() {
        return Object.keys(this).length;
      },
    });
  }

  function tell(type, more) {
    window.parent.postMessage({ from: "cau-noi-h5p", type, ...more }, home);
  }

  let begun = false;
  window.addEventListener("message", (event) => {
    // outside of the sandbox a package would run as the site itself
    if (!isolated || alone || event.source !== window.parent || event.origin !== home) return;
    const order = event.data;
    if (!order || order.to !== "cau-noi-h5p") return;
    if (order.type === "start" && !begun) {
      begun = true; // two starts would give two players
      start(order).catch((error) => tell("error", { message: String(error?.message || error).slice(0, 500) }));
    }
    if (order.type === "fonts") for (const font of order.fonts) addFont(font);
    if (order.type === "flush") readState();
  });

  // H5P's main script is deferred, so it is there by now
  document.addEventListener("DOMContentLoaded", () => {
    if (alone || !isolated) document.getElementById("alone").hidden = false;
    else tell("ready");
  });

  function addFont({ family, weight, unicodeRange, data }) {
    document.fonts.add(new FontFace(family, data, { weight, unicodeRange }));
  }

  let lastState = null;
  function readState() {
    const instance = window.H5P?.instances?.[0];
    if (typeof instance?.getCurrentState !== "function") return;
    let state;
    try {
      state = JSON.stringify(instance.getCurrentState());
    } catch {
      return; // the package's own fault; the next reading may succeed
    }
    if (state === undefined || state === lastState) return;
    lastState = state;
    tell("state", { state });
  }

  /** order: { base, id, language, title, state (JSON text or null), theme ("light", "dark" or ""), timeout (ms) } */
  async function start(order) {
    document.documentElement.lang = order.language;
    if (order.theme) document.documentElement.dataset.theme = order.theme;
    lastState = order.state;
    const player = document.getElementById("player");
    const options = {
      id: "activity",
      h5pJsonPath: order.base,
      frameJs: "/h5p-core/frame.bundle.js",
      frameCss: "/h5p-core/styles/h5p.css",
      embedType: "div",
      title: order.title,
      // h5p-standalone copies nothing from h5p.json: this is how a library learns its language
      metadata: { title: order.title, license: "U", defaultLanguage: order.language },
      xAPIObjectIRI: order.id,
      frame: false,
      copyright: false,
      export: false,
      icon: false,
      embed: false,
      fullScreen: false,
      contentUserData: order.state ? [{ state: order.state }] : undefined,
      saveFreq: 1, // a number, or the state above is not read; without `user` H5P itself saves nothing
      preventH5PInit: false, // the name is inverted in 3.8.2: false waits, so that we listen first
      assetsRequestFetchOptions: { credentials: "omit" },
    };
    // where one of the package's scripts is missing, the promise never settles
    let timer;
    const late = new Promise((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error("timeout")), order.timeout);
    });
    await Promise.race([new window.H5PStandalone.H5P(player, options), late]);
    clearTimeout(timer);

    const { H5P } = window;
    H5P.externalDispatcher.on("xAPI", (event) => {
      tell("statement", { statement: JSON.parse(JSON.stringify(event.data.statement)) });
      setTimeout(readState, 0);
    });
    H5P.preventInit = true;
    H5P.init(player);
    if (!H5P.instances.length) throw new Error("The package has no player");

    let height = 0;
    const measure = () => {
      const now = Math.ceil(player.getBoundingClientRect().height);
      if (now !== height) tell("height", { height: now });
      height = now;
    };
    new ResizeObserver(measure).observe(player);
    H5P.externalDispatcher.on("resize", measure);
    window.addEventListener("resize", () => H5P.trigger(H5P.instances[0], "resize"));
    measure();

    // packages do not say when their state has changed
    setInterval(readState, 1000);
    document.addEventListener("visibilitychange", readState);
    window.addEventListener("pagehide", readState);
    tell("playing");
  }
})();
