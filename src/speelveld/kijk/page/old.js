// For browsers that are too old for the page: so this file is written as they read it, and asks nothing of them.

(function () {
  "use strict";

  function tell() {
    var told = document.getElementById("te-oud");
    var waiting = document.getElementById("bezig");
    if (told) told.removeAttribute("hidden");
    if (waiting) waiting.setAttribute("hidden", "");
  }

  // The page itself says that it began. One that cannot read it, or lacks what it asks, never does.
  window.addEventListener("load", function () {
    if (!document.documentElement.hasAttribute("data-begonnen")) tell();
  });
})();
