(function (root) {
  root.classList.add("js");
  try {
    var theme = localStorage.getItem("fieldbook-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch (e) {}
})(document.documentElement);
