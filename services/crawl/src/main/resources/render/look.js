(() => {
  const root = document.documentElement;
  return document.getElementsByTagName("*").length + ":" + (root ? root.textContent.length : 0);
})()
